import { describe, expect, it } from 'vitest';

import { importPackage, removePackage, type Imported, type Removed } from '../../src/dataset/importing.ts';
import { datasetStates } from '../../src/graph/schema.ts';
import { withEmptyGraph } from '../support/empty-graph.ts';
import { contentOf, emptyGraph } from '../support/graph-content.ts';
import {
  rewritePackage,
  smallPackage,
  withCells,
  withRow,
  withRows,
  writePackage,
  type PackageDraft,
  type Row,
} from '../support/packages.ts';

const graph = withEmptyGraph(30_000);

const content = () => contentOf(graph);

function named(draft: PackageDraft, name: string, settings: object = {}): PackageDraft {
  const { sobremesa } = draft.descriptor;
  return {
    ...draft,
    descriptor: { ...draft.descriptor, name, sobremesa: { ...(sobremesa as object), ...settings } },
  };
}

const cited = { citations: 'citation:other/1' };

/** Another city's package: it shares a network, a tie and a source with the first, and says more of each. */
const neighbour: PackageDraft = named(
  {
    ...smallPackage,
    rows: {
      sources: [
        { id: 'source:other', title: 'Otro informe', publishedOn: '2018', language: 'es' },
        { id: 'source:note', title: 'Nota', publishedOn: '2016-03', language: 'es', publisher: 'Imprenta' },
      ],
      places: [
        { id: 'place:other/1', source: 'source:other', name: 'Capítulo 1' },
        { id: 'place:note/1', source: 'source:note', name: 'Párrafo 1' },
      ],
      citations: [
        { id: 'citation:other/1', source: 'source:other', place: 'place:other/1' },
        { id: 'citation:note/1', source: 'source:note', place: 'place:note/1' },
      ],
      networks: [{ id: 'red-de-puertos', name: 'Red de Puertos', nameEn: 'Ports Network', aliases: 'RP', ...cited }],
      cities: [
        { id: 'bahia-fria', name: 'Bahía Fría', ...cited },
        { id: 'puerto-claro', name: 'Puerto Claro', longitude: '-99', ...cited },
      ],
      'government-entities': [
        { id: 'gobierno-de-bahia-fria', name: 'Gobierno de Bahía Fría', level: 'CITY', ...cited },
      ],
      sectors: [{ id: 'sector-publico', name: 'Sector público', ...cited }],
      memberships: [
        {
          id: 'membership:bahia-fria/red-de-puertos',
          member: 'bahia-fria',
          network: 'red-de-puertos',
          basis: 'STATED',
          ...cited,
        },
        {
          id: 'membership:puerto-claro/red-de-puertos',
          member: 'puerto-claro',
          network: 'red-de-puertos',
          basis: 'STATED',
          since: '2012',
          ...cited,
        },
      ],
    },
  },
  'neighbour',
  { homeCity: 'bahia-fria', homeGovernment: 'gobierno-de-bahia-fria', planner: planner('sector-publico') },
);

function planner(governmentSector: string) {
  return { size: 5, everySectorAtLeast: 1, governmentSector, governmentShareAtMost: '1/3', maxPerInstitution: 1 };
}

async function load(draft: PackageDraft, options = {}): Promise<Imported> {
  return importPackage(graph, await writePackage(draft), options);
}

function problemsOf(done: Imported | Removed): readonly string[] {
  if (done.outcome !== 'invalid') throw new Error(`Expected a refusal, but the outcome was ${done.outcome}.`);
  return done.report.problems.map(
    ({ file, line, column, value, expected }) =>
      `${file}:${String(line)} · ${column ?? '-'} · ${value ?? '-'} · ${expected.en}`,
  );
}

function loaded(done: Imported | Removed): Record<string, readonly number[]> {
  if (done.outcome === 'invalid') throw new Error(JSON.stringify(done.report.problems, null, 1));
  return Object.fromEntries(
    [...done.tables]
      .map(([name, { added, changed, removed }]) => [name, [added, changed, removed]] as const)
      .filter(([, counts]) => counts.some((count) => count > 0)),
  );
}

const propertiesOf = async (pattern: string) =>
  (await graph.execute('properties', `MATCH ${pattern} RETURN properties(n)`))[0]?.[0] as Record<string, unknown>;

describe('Two packages', () => {
  it('are one graph in which a row knows who states it, with values and citations united', async () => {
    await load(smallPackage);
    await load(neighbour);
    expect(await propertiesOf("(n:City {id: 'puerto-claro'})")).toMatchObject({
      latitude: 19.5,
      longitude: -99,
      citations: ['citation:other/1', 'citation:report/1'],
      datasets: ['neighbour', 'small'],
    });
    expect(await propertiesOf("(n:Network {id: 'red-de-puertos'})")).toMatchObject({
      aliases: ['RP'],
      nameEn: 'Ports Network',
      searchText: 'red de puertos | ports network | rp',
    });
    expect(await propertiesOf("(:City {id: 'puerto-claro'})-[n:MEMBER_OF]->()")).toMatchObject({
      since: '2012',
      open: true,
      asOf: '2018',
      datasets: ['neighbour', 'small'],
    });
    expect(await propertiesOf("(n:Person {id: 'beto-rio'})")).toMatchObject({ datasets: ['small'] });
    expect((await datasetStates(graph)).map(({ id, state }) => [id, state])).toEqual([
      ['neighbour', 'COMPLETE'],
      ['small', 'COMPLETE'],
    ]);
  });

  it.each([
    ['in one transaction', {}],
    ['in batches', { oneTransactionUpTo: 0 }],
  ])('leave the same graph whichever comes first, %s', async (_, options) => {
    await load(smallPackage, options);
    await load(neighbour, options);
    const one = await content();
    await emptyGraph(graph);
    await load(neighbour, options);
    await load(smallPackage, options);
    expect(await content()).toEqual(one);
  });

  it.each([
    ['in one transaction', {}],
    ['in batches', { oneTransactionUpTo: 0 }],
  ])('lose of a removed one only what the other does not state, %s', async (_, options) => {
    await load(smallPackage);
    const alone = await content();
    await load(neighbour, options);
    expect(loaded(await removePackage(graph, 'neighbour', options))['cities']).toEqual([0, 0, 2]);
    expect(await content()).toEqual(alone);
    await load(neighbour);
    await removePackage(graph, 'small', options);
    const other = await content();
    await emptyGraph(graph);
    await load(neighbour);
    expect(other).toEqual(await content());
  });

  it('are updated each on its own', async () => {
    await load(smallPackage);
    const directory = await writePackage(neighbour);
    await importPackage(graph, directory);
    const changed = withRows(
      withCells(withCells(neighbour, 'networks', { aliases: 'RP | Red RP' }), 'memberships', { since: '1999' }),
      'cities',
      (rows) => rows.map((row) => ({ ...row, longitude: '' })),
    );
    await rewritePackage(changed, directory);
    expect(loaded(await importPackage(graph, directory))).toEqual({
      networks: [0, 1, 0],
      memberships: [0, 1, 0],
      cities: [0, 1, 0],
    });
    const updated = await content();
    await emptyGraph(graph);
    await load(smallPackage);
    await load(changed);
    expect(updated).toEqual(await content());
    expect(await propertiesOf("(n:City {id: 'puerto-claro'})")).not.toHaveProperty('longitude');
  });

  it('both follow the date of a source that they share', async () => {
    await load(smallPackage);
    await load(neighbour);
    const dated = (draft: PackageDraft) =>
      withRows(draft, 'sources', (rows) =>
        rows.map((row) => (row['id'] === 'source:note' ? { ...row, publishedOn: '' } : row)),
      );
    await load(dated(smallPackage));
    // The other package still says when it was published.
    expect(await propertiesOf('()-[n:AFFILIATED_WITH]->()')).toMatchObject({ asOf: '2016-03' });
    await load(dated(neighbour));
    expect(await propertiesOf('()-[n:AFFILIATED_WITH]->()')).toMatchObject({ asOf: '2016' });
  });

  it('date a new fact by a source that only the other one dates', async () => {
    const undated = withRows(neighbour, 'sources', (rows) => rows.map((row): Row => ({ ...row, publishedOn: '' })));
    await load(smallPackage);
    await load(undated);
    const part = {
      id: 'part:puerto-claro/bahia-fria',
      unit: 'red-nueva',
      parent: 'red-de-puertos',
      basis: 'STATED',
      citations: 'citation:note/1',
    };
    const grown = withRow(
      withRow(undated, 'networks', { id: 'red-nueva', name: 'Red nueva', citations: 'citation:note/1' }),
      'parts',
      part,
    );
    await load(grown);
    expect(await propertiesOf("({id: 'red-nueva'})-[n:PART_OF]->()")).toMatchObject({ asOf: '2016-03' });
    const updated = withCells(grown, 'parts', { note: 'Una nota.' });
    await load(updated);
    expect(await propertiesOf("({id: 'red-nueva'})-[n:PART_OF]->()")).toMatchObject({ asOf: '2016-03' });
    const whole = await content();
    await emptyGraph(graph);
    await load(updated);
    await load(smallPackage);
    expect(await content()).toEqual(whole);
  });

  it('go on after an import that died between two batches', async () => {
    await load(smallPackage);
    await load(neighbour);
    const whole = await content();
    await removePackage(graph, 'neighbour');
    for (const table of ['networks', 'cities', 'memberships']) {
      const dies = (at: string) => {
        if (at === table) throw new Error('power cut');
      };
      await expect(load(neighbour, { oneTransactionUpTo: 0, onProgress: dies })).rejects.toThrow('power cut');
    }
    await expect(load(smallPackage)).resolves.toMatchObject({ outcome: 'unchanged' });
    await expect(load(withCells(smallPackage, 'people', { name: 'Otra' }))).rejects.toThrow(
      'neighbour is being imported, or its import was interrupted',
    );
    await load(neighbour);
    expect(await content()).toEqual(whole);
  });
});

const conflicts: readonly (readonly [what: string, change: (draft: PackageDraft) => PackageDraft, problem: string])[] =
  [
    [
      'a single value that differs',
      (draft) => withCells(draft, 'networks', { name: 'Red de los Puertos' }),
      'networks.csv:2 · name · Red de los Puertos · "Red de Puertos", as in networks.csv of the package small: the same id is the same thing',
    ],
    [
      'a cell that may be empty, but says another thing',
      (draft) =>
        withRows(draft, 'cities', (rows) =>
          rows.map((row): Row => (row['id'] === 'puerto-claro' ? { ...row, latitude: '20' } : row)),
        ),
      'cities.csv:3 · latitude · 20 · "19.5", as in cities.csv of the package small, or nothing: the same id is the same thing',
    ],
    [
      'an id of another kind',
      (draft) =>
        withRow(draft, 'organizations', { id: 'beto-rio', name: 'Beto Río', organizationType: 'OTHER', ...cited }),
      'organizations.csv:2 · id · beto-rio · an id that is of Organization in small too; there it is of Person',
    ],
    [
      'an id that the other retired',
      (draft) => withRow(draft, 'networks', { id: 'rectora-de-puerto-claro', name: 'Rectora', ...cited }),
      'networks.csv:3 · id · rectora-de-puerto-claro · an id in use; small retired it in redirects',
    ],
    [
      'the retirement of an id that the other uses',
      (draft) => withRow(draft, 'redirects', { id: 'beto-rio', heir: 'bahia-fria', ...cited }),
      'redirects.csv:2 · id · beto-rio · an id that nobody uses any more; small uses it',
    ],
    [
      'another id for the same fact',
      (draft) =>
        withRows(draft, 'memberships', (rows) => rows.map((row): Row => ({ ...row, id: `${row['id'] ?? ''}/otra` }))),
      'memberships.csv:3 · id · membership:puerto-claro/red-de-puertos/otra · the id membership:puerto-claro/red-de-puertos: small has this fact between the same ends already',
    ],
    [
      'other ends of the same fact',
      (draft) =>
        withRows(draft, 'memberships', (rows) =>
          rows.slice(0, 1).map((row): Row => ({ ...row, id: 'membership:puerto-claro/red-de-puertos' })),
        ),
      'memberships.csv:2 · member · bahia-fria · "puerto-claro", as in memberships.csv of the package small: the same id is the same thing',
    ],
  ];

describe('A package beside another', () => {
  it.each(conflicts)('is refused for %s, and nothing is written', async (_, change, problem) => {
    await load(smallPackage);
    const before = await content();
    expect(problemsOf(await load(change(neighbour)))).toEqual([problem]);
    expect(await content()).toEqual(before);
    expect((await datasetStates(graph)).map(({ id }) => id)).toEqual(['small']);
  });
});

const parts = (unit: string, parent: string): Row => ({
  id: `part:${unit}/${parent}`,
  unit,
  parent,
  basis: 'STATED',
  ...cited,
});
const twoNetworks = withRow(neighbour, 'networks', { id: 'otra-red', name: 'Otra red', ...cited });
const membership = { id: 'membership:puerto-claro/red-de-puertos/otra', member: 'bahia-fria' };

/** What only an update shows: the package had stood beside the other before. */
const laterConflicts: readonly (readonly [
  what: string,
  first: PackageDraft,
  beside: PackageDraft,
  update: PackageDraft,
  problem: string,
])[] = [
  [
    'new ends of its own fact that the other has by another id',
    smallPackage,
    withRows(neighbour, 'memberships', ([first = {}]) => [{ ...first, ...membership }]),
    withRows(neighbour, 'memberships', ([first = {}]) => [{ ...first, ...membership, member: 'puerto-claro' }]),
    'memberships.csv:2 · id · membership:puerto-claro/red-de-puertos/otra · the id membership:puerto-claro/red-de-puertos: small has this fact between the same ends already',
  ],
  [
    'parts that form a circle with those of the other',
    withRow(
      withRow(smallPackage, 'networks', { id: 'otra-red', name: 'Otra red', citations: 'citation:report/1' }),
      'parts',
      { ...parts('red-de-puertos', 'otra-red'), citations: 'citation:report/1' },
    ),
    twoNetworks,
    withRow(twoNetworks, 'parts', parts('otra-red', 'red-de-puertos')),
    'parts.csv:2 · parent · otra-red → red-de-puertos → otra-red · parts that form no circle with those of other packages',
  ],
];

describe('An update beside another package', () => {
  it.each(laterConflicts)('is refused for %s, and nothing is written', async (_, first, beside, update, problem) => {
    await load(first);
    expect((await load(beside)).outcome).toBe('loaded');
    const before = await content();
    expect(problemsOf(await load(update))).toEqual([problem]);
    expect(await content()).toEqual(before);
    await removePackage(graph, 'neighbour');
    expect(problemsOf(await load(update))).toEqual([problem]);
  });
});

/** Facts about the actors of another package, without stating them again. */
const supplement: PackageDraft = named(
  withRows(
    withRows({ ...neighbour, rows: { ...neighbour.rows } }, 'cities', (rows) => rows.slice(0, 1)),
    'memberships',
    () => [
      {
        id: 'membership:ana-luz-mar/red-de-puertos',
        member: 'ana-luz-mar',
        network: 'red-de-puertos',
        basis: 'STATED',
        ...cited,
      },
    ],
  ),
  'supplement',
  {
    homeCity: 'bahia-fria',
    homeGovernment: 'gobierno-de-bahia-fria',
    planner: planner('sector-publico'),
    buildsOn: ['small'],
  },
);

describe('A package that builds on another', () => {
  it('may name its entities', async () => {
    await load(smallPackage);
    await load(supplement);
    expect(await propertiesOf("(:Person {id: 'ana-luz-mar'})-[n:MEMBER_OF]->()")).toMatchObject({
      datasets: ['supplement'],
    });
  });

  it('keeps the date of an agreement whose first act it states, when the other is updated', async () => {
    const act = {
      id: 'agreement-act:convenio-de-mareas/0',
      agreement: 'convenio-de-mareas',
      number: '0',
      act: 'ANNOUNCED',
      on: '2001',
    };
    await load(smallPackage);
    await load(withRow(supplement, 'agreement-acts', { ...act, ...cited }));
    await load(withCells(smallPackage, 'agreements', { nameEn: 'Tides Agreement' }));
    expect(await propertiesOf('(n:Agreement)')).toMatchObject({ nameEn: 'Tides Agreement', sortDate: '2001' });
  });

  it('waits for it where its import was interrupted', async () => {
    const dies = () => {
      throw new Error('power cut');
    };
    await expect(load(smallPackage, { oneTransactionUpTo: 0, onProgress: dies })).rejects.toThrow('power cut');
    await expect(load(supplement)).rejects.toThrow('small is being imported, or its import was interrupted');
  });

  it('may not be the one it builds on', async () => {
    await load(smallPackage);
    const itself = named(supplement, 'supplement', { buildsOn: ['supplement'] });
    expect(problemsOf(await load(itself))[0]).toBe(
      'datapackage.json:null · sobremesa.buildsOn · supplement · other packages',
    );
  });

  it('keeps the other from leaving what it names to a package that it does not build on', async () => {
    const third = named(
      withRows(smallPackage, 'memberships', () => []),
      'third',
    );
    await load(smallPackage);
    await load(third);
    await load(supplement);
    expect(problemsOf(await removePackage(graph, 'small'))).toEqual([
      'people:null · id · ana-luz-mar · the row to stay: membership:ana-luz-mar/red-de-puertos of supplement would lose it',
    ]);
    await load(named(supplement, 'supplement', { buildsOn: ['small', 'third'] }));
    expect((await removePackage(graph, 'small')).outcome).toBe('removed');
    expect(problemsOf(await removePackage(graph, 'third'))).toHaveLength(1);
  });

  it('keeps the other from losing its home', async () => {
    await load(smallPackage);
    await load(
      named(
        withRows(supplement, 'memberships', () => []),
        'supplement',
        { homeCity: 'puerto-claro' },
      ),
    );
    expect(problemsOf(await removePackage(graph, 'small'))).toEqual([
      'cities:null · id · puerto-claro · the row to stay: sobremesa.homeCity of supplement would lose it',
    ]);
  });

  it('needs it in the graph', async () => {
    await expect(load(supplement)).rejects.toThrow(
      'Expected a package that the graph holds (it holds none), but got small.',
    );
  });

  it('may not name what neither states, nor what is of another kind', async () => {
    await load(smallPackage);
    const unknown = withCells(supplement, 'memberships', { id: 'membership:nadie/red-de-puertos', member: 'nadie' });
    expect(problemsOf(await load(unknown))[0]).toMatch(/^memberships.csv:2 · member · nadie · /);
    const wrong = withCells(supplement, 'memberships', {
      id: 'membership:a/b',
      network: 'universidad-de-puerto-claro',
    });
    expect(problemsOf(await load(wrong))[0]).toMatch(
      /the id of a row of networks; this one is of organizations \(of another package\)/,
    );
  });

  it('keeps the other from losing what it names, by removal or by update', async () => {
    await load(smallPackage);
    await load(supplement);
    const before = await content();
    const problem =
      'people:null · id · ana-luz-mar · the row to stay: membership:ana-luz-mar/red-de-puertos of supplement would lose it';
    expect(problemsOf(await removePackage(graph, 'small'))).toEqual([problem]);
    const withoutAna = ['people', 'affiliations', 'participations', 'distinctions', 'claims', 'redirects'].reduce(
      (draft, table) =>
        withRows(draft, table, (rows) => rows.filter((row) => !JSON.stringify(row).includes('ana-luz-mar'))),
      smallPackage,
    );
    expect(problemsOf(await load(withoutAna))).toEqual([problem.replace('people:', 'people.csv:')]);
    expect(await content()).toEqual(before);
    await removePackage(graph, 'supplement');
    await removePackage(graph, 'small');
    expect(await content()).toEqual([[], []]);
  });
});
