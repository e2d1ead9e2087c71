import { loadConfig } from '../config.ts';
import { examine } from '../doctor/examine.ts';
import { findingsAsJson, formatFindings } from '../doctor/format-findings.ts';
import { exitCodes } from './exit-codes.ts';
import type { ReportLanguage } from './packages.ts';

export interface DoctorOptions {
  /** As one line of JSON, in English. */
  readonly json?: boolean;
  readonly lang?: ReportLanguage;
}

/** Looks at everything that the program needs, and prints what is there and what to do; changes nothing. */
export async function doctor({ json = false, lang = 'en' }: DoctorOptions): Promise<never> {
  const findings = await examine(loadConfig);
  const isWell = findings.every(({ state }) => state !== 'failed');
  const text = json
    ? JSON.stringify({ ok: isWell, findings: findingsAsJson(findings) })
    : formatFindings(findings, lang);
  await new Promise((resolve) => process.stdout.write(`${text}\n`, resolve));
  // What did not answer in time, such as a Java that hangs, must not hold the command.
  process.exit(isWell ? exitCodes.done : exitCodes.failed);
}
