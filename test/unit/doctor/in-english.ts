import { expect } from 'vitest';

import type { Look } from '../../../src/doctor/finding.ts';
import type { InTwoLanguages } from '../../../src/model/column.ts';

/** The English of a look, which is seen to say the same in Spanish. */
export function inEnglish({ state, found, next }: Look) {
  for (const text of [found, ...(next === undefined ? [] : [next])]) expectTranslated(text);
  return { state, found: found.en, next: next?.en };
}

/** A version, alone or with its program, and a command are the same in both languages. */
const needsNoTranslation = /^((Apache Maven )?\d+(\.\d+)+|(npm|npx|chmod) [^(]+)$/;

/** Both languages are there, and they name the same numbers, paths, addresses, settings and commands. */
export function expectTranslated({ es, en }: InTwoLanguages): void {
  expect(es).toMatch(/\S/);
  if (!needsNoTranslation.test(en)) expect(es).not.toBe(en);
  expect(namedIn(es)).toEqual(namedIn(en));
  // Whoever reads Spanish goes on in Spanish.
  const reporting = /npx sobremesa (import|validate|doctor)/g;
  expect(es.match(/ --lang es\b/g) ?? []).toHaveLength(es.match(reporting)?.length ?? 0);
  expect(en).not.toContain('--lang');
}

function namedIn(text: string): readonly string[] {
  const words = text.split(/[\s"'(),;]+/).map((word) => word.replace(/[.:]$/, ''));
  const commands = text.match(/npm start|npx sobremesa (db )?\w+|docker compose up/g) ?? [];
  return [...new Set([...words.filter((word) => /[\d/_]|^[A-Z]{3,}/.test(word)), ...commands])].sort();
}
