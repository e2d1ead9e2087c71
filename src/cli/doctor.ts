import { loadConfig } from '../config.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import { exitCodes } from './exit-codes.ts';

export interface DoctorOptions {
  /** As one line of JSON. */
  readonly json?: boolean;
}

/** Looks at everything that the program needs, and prints what is there and what to do; changes nothing. */
export async function doctor({ json = false }: DoctorOptions): Promise<never> {
  const findings = await examine(loadConfig);
  const isWell = findings.every(({ state }) => state !== 'failed');
  const text = json ? JSON.stringify({ ok: isWell, findings }) : asText(findings);
  await new Promise((resolve) => process.stdout.write(`${text}\n`, resolve));
  // What did not answer in time, such as a Java that hangs, must not hold the command.
  process.exit(isWell ? exitCodes.done : exitCodes.failed);
}

/** A line for each finding, the names under each other, and below it what to do. */
function asText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const lines = findings.flatMap(({ name, state, found, next }) => [
    `${state.padEnd(7)}  ${name.padEnd(width)}  ${found}`,
    ...(next === undefined ? [] : [`${' '.repeat(width + 11)}next: ${next}`]),
  ]);
  return [...lines, '', summary(findings)].join('\n');
}

function summary(findings: readonly Finding[]): string {
  const count = (wanted: Finding['state']) => findings.filter(({ state }) => state === wanted).length;
  const counts = `${findings.length} checks: ${count('ok')} ok, ${count('warning')} warnings, ${count('failed')} failed.`;
  return count('failed') === 0 ? `${counts} Nothing keeps Sobremesa from working.` : counts;
}
