import { describe, expect, test } from 'vitest';

import type { EntityKind } from '../../src/model/kinds.ts';
import { tieKinds, tieOf, type TieKind } from '../../src/model/ties.ts';
import { ask, at, entityRow, fakeGraph, tieRow } from './fake-graph.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a query gives for a person with these values. */
async function person(values: Values, selection: string) {
  const graph = fakeGraph({
    answers: { entitiesById: ({ ids, full }) => ids.map((id) => [id, ...entityRow('PERSON', id, full, values)]) },
  });
  const { data, errors } = await ask(`{ node(id: "ana") { ... on Person { ${selection} } } }`, { graph });
  expect(errors).toEqual([]);
  return at(data, 'node');
}

/** What a query gives for a fact with these values, between Ana and the Museo. */
async function tie(
  kind: TieKind,
  values: Values,
  selection: string,
  museo: { readonly name: string; readonly nameEn: string; readonly kind?: EntityKind } = {
    name: 'Museo',
    nameEn: 'Museum',
  },
) {
  const names: Values = { ana: { name: 'Ana', nameEn: null }, museo };
  const kindOf = (id: string) => (id === 'museo' ? museo.kind : undefined) ?? 'PERSON';
  const graph = fakeGraph({
    answers: {
      [`tiesById.${kind}`]: ({ ids }) => ids.map((id) => tieRow(kind, id, { from: 'ana', to: 'museo', ...values })),
      entitiesById: ({ ids, full }) => ids.map((id) => [id, ...entityRow(kindOf(id), id, full, Object(names[id]))]),
    },
  });
  const { data, errors } = await ask(`{ node(id: "${tieOf(kind).prefix}:1") { ... on Tie { ${selection} } } }`, {
    graph,
  });
  expect(errors).toEqual([]);
  return at(data, 'node');
}

const bothLanguages = 'es: statement en: statement(lang: EN)';

describe('a name', () => {
  const names = 'es: name es2: name(lang: ES) en: name(lang: EN) esLang: nameLang enLang: nameLang(lang: EN)';

  test('comes in the language asked for, Spanish when none is', async () => {
    expect(await person({ name: 'Red', nameEn: 'Network' }, names)).toEqual({
      es: 'Red',
      es2: 'Red',
      en: 'Network',
      esLang: 'ES',
      enLang: 'EN',
    });
  });

  test('falls back to Spanish where there is none in English, and says so', async () => {
    expect(await person({ name: 'Red', nameEn: null }, names)).toEqual({
      es: 'Red',
      es2: 'Red',
      en: 'Red',
      esLang: 'ES',
      enLang: 'ES',
    });
  });

  test('asked for in the language null is Spanish', async () => {
    expect(await person({ name: 'Red', nameEn: 'Network' }, 'name(lang: null) nameLang(lang: null)')).toEqual({
      name: 'Red',
      nameLang: 'ES',
    });
  });
});

describe('a place in a source', () => {
  test('comes in the language asked for, Spanish when none is', async () => {
    expect(
      await person({}, 'citations { place es: place(lang: ES) en: place(lang: EN) none: place(lang: null) }'),
    ).toEqual({
      citations: [{ place: 'Anexo 1', es: 'Anexo 1', en: 'Annex 1', none: 'Anexo 1' }],
    });
  });
});

describe('a fact as a sentence', () => {
  test('names its place in the source, the year, its ends and its role, in both languages', async () => {
    expect(await tie('AFFILIATED_WITH', { role: 'Directora' }, bothLanguages)).toEqual({
      es: 'Según «Anexo 1» (2016), Ana figuraba como «Directora» en Museo.',
      en: 'According to “Annex 1” (2016), Ana was listed as “Directora” at Museum.',
    });
  });

  test.each([null, ''])('leaves out the part of a value that is %j', async (role) => {
    expect(await tie('AFFILIATED_WITH', { role }, bothLanguages)).toEqual({
      es: 'Según «Anexo 1» (2016), Ana figuraba en Museo.',
      en: 'According to “Annex 1” (2016), Ana was listed at Museum.',
    });
  });

  test('tells that it was inferred, and how', async () => {
    expect(await tie('ABOUT', { basis: 'INFERRED', note: 'Por el título del eje.' }, bothLanguages)).toEqual({
      es: 'Según «Anexo 1» (2016), «Ana» trataba de «Museo» (inferido: Por el título del eje).',
      en: 'According to “Annex 1” (2016), “Ana” was about “Museum” (inferred: Por el título del eje).',
    });
  });

  test('tells that it was inferred even without a note', async () => {
    expect(await tie('ABOUT', { basis: 'INFERRED', note: null }, 'statement')).toEqual({
      statement: 'Según «Anexo 1» (2016), «Ana» trataba de «Museo» (inferido).',
    });
  });

  test('does not show the note of what the source states', async () => {
    expect(await tie('ABOUT', { note: 'Revisado' }, 'statement note')).toEqual({
      statement: 'Según «Anexo 1» (2016), «Ana» trataba de «Museo».',
      note: 'Revisado',
    });
  });

  test('has one full stop, also where a position, which is a sentence, or an abbreviation is at its end', async () => {
    const said = { kind: 'POSITION', name: 'Falta agua.', nameEn: 'Water is short.' } as const;
    expect(await tie('HOLDS', {}, bothLanguages, said)).toEqual({
      es: 'Según «Anexo 1» (2016), Ana sostuvo: Falta agua.',
      en: 'According to “Annex 1” (2016), Ana held: Water is short.',
    });
    const circus = { name: 'Circo, A.C.', nameEn: 'Circus, Inc.' };
    expect(await tie('AFFILIATED_WITH', { role: null }, 'statement', circus)).toEqual({
      statement: 'Según «Anexo 1» (2016), Ana figuraba en Circo, A.C.',
    });
  });

  test('begins with the fact where it has no citation', async () => {
    expect(await tie('ABOUT', { citations: [] }, 'statement')).toEqual({ statement: '«Ana» trataba de «Museo».' });
  });

  test('takes what stands in braces or brackets in a value as it is', async () => {
    expect(await tie('AFFILIATED_WITH', { role: '{to} [x] $& $1' }, 'statement')).toEqual({
      statement: 'Según «Anexo 1» (2016), Ana figuraba como «{to} [x] $& $1» en Museo.',
    });
  });

  test.each(tieKinds)(
    'of kind %s is whole with all of its values and without those that may be missing',
    async (kind) => {
      const optional = Object.fromEntries(
        tieOf(kind)
          .columns.filter(({ required }) => required !== true)
          .map(({ name }) => [name, null]),
      );
      for (const values of [{}, optional]) {
        for (const [language, sentence] of Object.entries(Object(await tie(kind, values, bothLanguages)))) {
          expect(sentence, language).toMatch(
            language === 'es'
              ? /^Según «Anexo 1» \(2016\), .*Ana.*Museo.*\.$/
              : /^According to “Annex 1” \(2016\), .*Ana.*Museum.*\.$/,
          );
          expect(sentence).not.toMatch(/[{}[\]]|undefined|null|  | [,.)]/);
        }
      }
    },
  );

  test('can be asked for on a list of facts without a statement for each', async () => {
    const { graph } = await ask('{ people(first: 3) { nodes { affiliations { statement } } } }');
    expect(graph.names()).toEqual(['people.sortName.ascending', 'ties.from.AFFILIATED_WITH', 'citationsById']);
  });
});

describe('the relation of a fact', () => {
  test('reads from its first end unless it is seen from the second', async () => {
    const relation =
      'plain: relation first: relation(seenFrom: "ana") second: relation(seenFrom: "museo") other: relation(seenFrom: "x") en: relation(lang: EN, seenFrom: "museo")';
    expect(await tie('LISTED_UNDER', {}, relation)).toEqual({
      plain: 'estaba en la lista de',
      first: 'estaba en la lista de',
      second: 'tenía en su lista',
      other: 'estaba en la lista de',
      en: 'had in its list',
    });
  });

  test.each(tieKinds)('%s has words in both directions and languages', async (kind) => {
    const { forward, backward } = tieOf(kind);
    expect(
      await tie(
        kind,
        {},
        'a: relation b: relation(lang: EN) c: relation(seenFrom: "museo") d: relation(lang: EN, seenFrom: "museo")',
      ),
    ).toEqual({
      a: forward.es,
      b: forward.en,
      c: backward.es,
      d: backward.en,
    });
  });
});

describe('texts in two languages', () => {
  test.each([
    [
      'a place in a source',
      '{ node(id: "place:1") { ... on Place { es: name en: name(lang: EN) } } }',
      'node',
      { es: 'Anexo 1', en: 'Annex 1' },
    ],
    [
      'a phase of a consultation',
      '{ node(id: "consultation-1") { ... on Consultation { phases { es: text en: text(lang: EN) } } } }',
      'node.phases.0',
      { es: 'texto', en: 'text' },
    ],
    [
      'an act about an agreement',
      '{ node(id: "agreement-1") { ... on Agreement { acts { es: text en: text(lang: EN) } } } }',
      'node.acts.0',
      { es: 'texto', en: 'text' },
    ],
    [
      'a recommendation',
      '{ recommendations { es: title en: title(lang: EN) } }',
      'recommendations.0',
      { es: 'name of recommendation-1', en: 'nameEn of recommendation-1' },
    ],
    [
      'a proposal',
      '{ node(id: "proposal-1") { ... on Proposal { es: text en: text(lang: EN) } } }',
      'node',
      { es: 'name of proposal-1', en: 'nameEn of proposal-1' },
    ],
    [
      'a position',
      '{ node(id: "position-1") { ... on Position { es: text en: text(lang: EN) } } }',
      'node',
      { es: 'name of position-1', en: 'nameEn of position-1' },
    ],
  ])('%s', async (_, source, path, expected) => {
    expect(at((await ask(source)).data, path)).toEqual(expected);
  });
});
