import { expect, test } from 'vitest';

import { alike, failed, ok, warning, type Finding, type Look } from '../../../src/doctor/finding.ts';
import { findingsAsJson, formatFindings } from '../../../src/doctor/format-findings.ts';

const named = (es: string, en: string, look: Look): Finding => ({ name: { es, en }, ...look });

const java = named('Java', 'Java', ok({ es: 'es la 17', en: 'is 17' }));
const disk = named('disco', 'disk', warning({ es: 'casi lleno', en: 'nearly full' }));
const database = named(
  'base de datos',
  'database',
  failed({ es: 'no responde', en: 'does not answer' }, alike('npm start')),
);

test('in English the findings stand under each other, with what to do and a summary', () => {
  expect(formatFindings([java, disk, database], 'en').split('\n')).toEqual([
    'ok       Java      is 17',
    'warning  disk      nearly full',
    'failed   database  does not answer',
    '                   next: npm start',
    '',
    '3 checks: 1 ok, 1 warning, 1 failed.',
  ]);
});

test('in Spanish they do too, names and states included', () => {
  expect(formatFindings([java, disk, database], 'es').split('\n')).toEqual([
    'bien   Java           es la 17',
    'aviso  disco          casi lleno',
    'falla  base de datos  no responde',
    '                      qué hacer: npm start',
    '',
    '3 revisiones: 1 bien, 1 aviso, 1 falla.',
  ]);
});

test('the summary counts in the right number, and says when nothing failed', () => {
  const summary = (findings: readonly Finding[], lang: 'es' | 'en') =>
    formatFindings(findings, lang).split('\n').at(-1);
  expect(summary([java], 'es')).toBe('1 revisión: 1 bien, 0 avisos, 0 fallas. Nada impide que Sobremesa funcione.');
  expect(summary([java], 'en')).toBe('1 check: 1 ok, 0 warnings, 0 failed. Nothing keeps Sobremesa from working.');
  expect(summary([disk, disk, database, database], 'es')).toBe('4 revisiones: 0 bien, 2 avisos, 2 fallas.');
});

test('for programs the findings are texts in English, without what is not there', () => {
  expect(JSON.parse(JSON.stringify(findingsAsJson([disk, database])))).toStrictEqual([
    { name: 'disk', state: 'warning', found: 'nearly full' },
    { name: 'database', state: 'failed', found: 'does not answer', next: 'npm start' },
  ]);
});
