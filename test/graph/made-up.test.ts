import { describe, expect, it } from 'vitest';

import { fullPackage } from '../support/full-package.ts';
import { walk, type RootList } from '../support/lists.ts';
import { withDraft } from '../support/seeded-graph.ts';

// What the seeds have no rows for: memberships, positions, agreements, happenings, states, retired ids.
const full = withDraft(fullPackage);
const { ask } = full;

const cases: readonly (readonly [list: RootList, filter: object, expected: readonly string[]])[] = [
  ['people', { consulted: true }, ['ana-luz-mar']],
  ['people', { consulted: false }, ['beto-rio']],
  ['people', { quoted: false }, ['beto-rio']],
  ['people', { consultations: ['otra-consulta'] }, []],
  ['people', { consultations: ['consulta'] }, ['ana-luz-mar']],
  ['people', { networks: ['red-de-puertos'] }, ['ana-luz-mar', 'beto-rio']],
  ['people', { themes: ['mareas'] }, ['ana-luz-mar']],
  ['people', { axes: ['eje-del-mar'] }, ['ana-luz-mar']],
  ['people', { places: ['el-norte'] }, ['ana-luz-mar']],
  ['people', { places: ['pais-claro'] }, ['ana-luz-mar']],
  ['organizations', { networks: ['red-de-puertos'] }, ['universidad-de-puerto-claro']],
  ['organizations', { places: ['costa-clara'] }, ['facultad-de-mareas', 'universidad-de-puerto-claro']],
  ['organizations', { places: ['pais-frio'] }, ['universidad-de-puerto-claro']],
  ['governmentEntities', { networks: ['red-de-puertos'] }, ['alcaldia-de-bahia-fria']],
  ['governmentEntities', { places: ['pais-claro'] }, ['gobierno-de-puerto-claro', 'secretaria-de-faros']],
  ['networks', { members: ['puerto-claro'] }, ['red-de-puertos']],
  ['networks', { themes: ['mareas'] }, ['red-de-puertos']],
  ['cities', { networks: ['red-de-puertos'] }, ['bahia-fria', 'puerto-claro']],
  ['cities', { regions: ['el-sur'] }, ['puerto-claro']],
  ['cities', { countries: ['pais-claro'] }, ['puerto-claro']],
  ['cities', { foreign: true }, ['bahia-fria']],
  ['cities', { foreign: false }, ['puerto-claro']],
  ['programs', { origin: 'DESCRIBED' }, ['programa-contado']],
  ['programs', { places: ['el-norte'] }, ['programa-mareas']],
  ['programs', { partners: ['bahia-fria'] }, ['programa-mareas']],
  ['agreements', { types: ['TWINNING'] }, []],
  ['agreements', { types: ['COOPERATION'], statuses: ['SIGNED', 'RATIFIED'] }, ['convenio-de-mareas']],
  ['agreements', { parties: ['gobierno-de-puerto-claro'] }, ['convenio-de-mareas']],
  ['agreements', { parties: ['beto-rio'] }, []],
  ['agreements', { places: ['pais-frio'], themes: ['mareas'], text: 'CONVENIO' }, ['convenio-de-mareas']],
  ['events', { participants: ['programa-mareas'] }, ['feria-de-mareas']],
  ['events', { participants: ['universidad-de-puerto-claro'], places: ['el-norte'] }, ['feria-de-mareas']],
  ['events', { places: ['pais-claro'] }, []],
  ['events', { themes: ['mareas'], text: 'feria' }, ['feria-de-mareas']],
  ['recognitions', { receivers: ['programa-mareas'], givers: ['red-de-puertos'] }, ['premio-de-mareas']],
  ['recognitions', { receivers: ['red-de-puertos'] }, []],
  ['recognitions', { themes: ['mareas'], text: 'premio' }, ['premio-de-mareas']],
  ['publications', { contributors: ['ana-luz-mar'] }, ['libro-de-mareas']],
  ['publications', { contributors: ['beto-rio'] }, []],
  ['publications', { themes: ['mareas'], text: 'libro' }, ['libro-de-mareas']],
];

describe('A filter finds, in a package with a row in every table,', () => {
  it.each(cases.map(([list, filter, expected]) => [list, JSON.stringify(filter), filter, expected] as const))(
    '%s %s',
    async (list, _, filter, expected) => {
      const { ids, totals } = await walk(full, list, { filter });
      expect([...ids].sort()).toEqual([...expected]);
      expect(totals).toEqual(new Set([expected.length]));
    },
  );
});

it('a retired id answers with its heir, in lookups', async () => {
  expect(
    await ask(
      '{ node(id: "rectora-de-puerto-claro") { id } nodes(ids: ["rectora-de-puerto-claro", "nobody", "beto-rio"]) { id } }',
    ),
  ).toEqual({
    node: { id: 'ana-luz-mar' },
    nodes: [{ id: 'ana-luz-mar' }, null, { id: 'beto-rio' }],
  });
});

it('a city in a state has the country of the state', async () => {
  const { cities } = await ask(
    '{ cities { nodes { id state { id cities { id } } country { id cities { id } } coordinates { latitude } } } }',
  );
  expect(cities.nodes).toEqual([
    {
      id: 'bahia-fria',
      state: null,
      country: { id: 'pais-frio', cities: [{ id: 'bahia-fria' }] },
      coordinates: { latitude: 45.5 },
    },
    {
      id: 'puerto-claro',
      state: { id: 'costa-clara', cities: [{ id: 'puerto-claro' }] },
      country: { id: 'pais-claro', cities: [{ id: 'puerto-claro' }] },
      coordinates: null,
    },
  ]);
});

it('an agreement has its acts in order, its parties and its programs; dated lists are ordered by date', async () => {
  const { agreements } = await ask(
    '{ agreements(orderBy: { field: DATE, direction: DESC }) { nodes { acts { number act on } parties { role party { id } } programs { nodes { id } } } } }',
  );
  expect(agreements.nodes).toEqual([
    {
      acts: [
        { number: 1, act: 'SIGNED', on: '2014-05' },
        { number: 2, act: 'RENEWED', on: '2015' },
      ],
      // By name: “Gobierno …” before “Nombre de alcaldia …”.
      parties: [
        { role: null, party: { id: 'gobierno-de-puerto-claro' } },
        { role: 'firmante', party: { id: 'alcaldia-de-bahia-fria' } },
      ],
      programs: { nodes: [{ id: 'programa-mareas' }] },
    },
  ]);
});

it('what was inferred says so, and is left out where only what is stated is wanted', async () => {
  const { node } = await ask(
    '{ node(id: "programa-contado") { ... on Program { themes { id } stated: themes(statedOnly: true) { id } ties(kinds: [ABOUT]) { nodes { basis note statement } } } } }',
  );
  expect(node).toMatchObject({
    themes: [{ id: 'faros' }],
    stated: [],
    ties: { nodes: [{ basis: 'INFERRED', note: 'Por su nombre.' }] },
  });
  expect(node.ties.nodes[0].statement).toContain('(inferido: Por su nombre)');
});
