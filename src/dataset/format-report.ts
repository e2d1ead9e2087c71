import type { Problem, Report } from './problem.ts';

interface ReportOptions {
  readonly lang?: 'es' | 'en';
}

/**
 * Prints a report, one problem to a line:
 *
 *     people.csv:12 · givenName · (nothing) · a value: every row needs one · fill the cell
 *
 * The last line counts the problems; an empty report is that line alone.
 */
export function formatReport(report: Report, { lang = 'en' }: ReportOptions = {}): string {
  return [...report.problems.map((problem) => formatProblem(problem, lang)), summary(report, lang)].join('\n');
}

/** A report for programs, in English. */
export function reportAsJson({ problems, total }: Report) {
  return {
    total,
    problems: problems.map(({ expected, mend, ...problem }) => ({ ...problem, expected: expected.en, mend: mend.en })),
  };
}

function formatProblem({ file, line, column, value, expected, mend }: Problem, lang: 'es' | 'en'): string {
  const found = value === null || value === '' ? { es: '(nada)', en: '(nothing)' }[lang] : visible(value);
  // A column without a name is one that a spreadsheet added.
  const named = column === null || column === '' ? '-' : column;
  return [line === null ? file : `${file}:${line}`, named, found, expected[lang], mend[lang]].join(' · ');
}

/** Control characters and marks without width are printed by their code: they would vanish, or upset the terminal. */
function visible(value: string): string {
  return value.replace(
    /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u00a0]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16) ?? ''}}`,
  );
}

function summary({ problems, total }: Report, lang: 'es' | 'en'): string {
  const unlisted = total - problems.length;
  const rest = { es: `; ${unlisted} más no se listan`, en: `; ${unlisted} more are not listed` }[lang];
  const count = {
    es: total === 1 ? '1 problema' : `${total} problemas`,
    en: total === 1 ? '1 problem' : `${total} problems`,
  }[lang];
  if (total === 0) return { es: 'Sin problemas.', en: 'No problems.' }[lang];
  return `${count}${unlisted === 0 ? '' : rest}.`;
}
