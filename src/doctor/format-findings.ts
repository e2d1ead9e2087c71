import type { InTwoLanguages } from '../model/column.ts';
import type { Finding } from './finding.ts';

type Language = keyof InTwoLanguages;

const words = {
  en: {
    states: { ok: 'ok', warning: 'warning', failed: 'failed' },
    next: 'next',
    checks: (count: number) => counted(count, 'check', 'checks'),
    warnings: (count: number) => counted(count, 'warning', 'warnings'),
    failures: (count: number) => `${count} failed`,
    works: 'Nothing keeps Sobremesa from working.',
  },
  es: {
    states: { ok: 'bien', warning: 'aviso', failed: 'falla' },
    next: 'qué hacer',
    checks: (count: number) => counted(count, 'revisión', 'revisiones'),
    warnings: (count: number) => counted(count, 'aviso', 'avisos'),
    failures: (count: number) => counted(count, 'falla', 'fallas'),
    works: 'Nada impide que Sobremesa funcione.',
  },
} as const;

/** A line for each finding, states and names under each other, below it what to do, and a summary at the end. */
export function formatFindings(findings: readonly Finding[], lang: Language): string {
  const { states, next: label } = words[lang];
  const stateWidth = longest(Object.values(states));
  const nameWidth = longest(findings.map(({ name }) => name[lang]));
  const indent = ' '.repeat(stateWidth + nameWidth + 4);
  const lines = findings.flatMap(({ name, state, found, next }) => [
    `${states[state].padEnd(stateWidth)}  ${name[lang].padEnd(nameWidth)}  ${found[lang]}`,
    ...(next === undefined ? [] : [`${indent}${label}: ${next[lang]}`]),
  ]);
  return [...lines, '', summary(findings, lang)].join('\n');
}

/** The findings for programs, in English. */
export function findingsAsJson(findings: readonly Finding[]) {
  return findings.map(({ name, state, found, next }) => ({ name: name.en, state, found: found.en, next: next?.en }));
}

function summary(findings: readonly Finding[], lang: Language): string {
  const { states, checks, warnings, failures, works } = words[lang];
  const count = (wanted: Finding['state']) => findings.filter(({ state }) => state === wanted).length;
  const parts = [`${count('ok')} ${states.ok}`, warnings(count('warning')), failures(count('failed'))];
  const counts = `${checks(findings.length)}: ${parts.join(', ')}.`;
  return count('failed') === 0 ? `${counts} ${works}` : counts;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length));
}
