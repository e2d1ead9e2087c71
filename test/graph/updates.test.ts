import { setTimeout as delay } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { importPackage, removePackage, type Imported, type Removed } from '../../src/dataset/importing.ts';
import { datasetStates } from '../../src/graph/schema.ts';
import { withEmptyGraph } from '../support/empty-graph.ts';
import { fullPackage } from '../support/full-package.ts';
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

/** The tables in which something differs, as added/changed/removed. */
function differing(done: Imported | Removed): Record<string, string> {
  if (done.outcome === 'invalid') throw new Error(JSON.stringify(done.report.problems, null, 1));
  return Object.fromEntries(
    [...done.tables]
      .map(([name, { added, changed, removed }]) => [name, `${added}/${changed}/${removed}`] as const)
      .filter(([, counts]) => counts !== '0/0/0'),
  );
}

/** What a clean load of some packages, one after the other, leaves in the graph. */
async function cleanLoad(...drafts: readonly PackageDraft[]): Promise<readonly unknown[]> {
  await emptyGraph(graph);
  for (const draft of drafts) differing(await importPackage(graph, await writePackage(draft)));
  const loaded = await content();
  await emptyGraph(graph);
  return loaded;
}

const without = (draft: PackageDraft, table: string, gone: (row: Row) => boolean) =>
  withRows(draft, table, (rows) => rows.filter((row) => !gone(row)));
const changed = (draft: PackageDraft, table: string, id: string, cells: Row) =>
  withRows(draft, table, (rows) => rows.map((row) => (row['id'] === id ? { ...row, ...cells } : row)));

const ana = 'affiliation:ana-luz-mar/universidad-de-puerto-claro';
const updates: readonly (readonly [
  what: string,
  change: (draft: PackageDraft) => PackageDraft,
  Record<string, string>,
])[] = [
  ['a name', (draft) => withCells(draft, 'people', { name: 'Ana L. Mar' }), { people: '0/1/0' }],
  ['a cell that is emptied', (draft) => withCells(draft, 'people', { surname2: '' }), { people: '0/1/0' }],
  [
    'an end of a tie',
    (draft) => withCells(draft, 'affiliations', { institution: 'facultad-de-mareas' }),
    { affiliations: '0/1/0' },
  ],
  [
    'a role, by which people are found',
    (draft) => withCells(draft, 'affiliations', { role: 'Decana' }),
    { affiliations: '0/1/0' },
  ],
  [
    'the name of an institution, by which people are found',
    (draft) => changed(draft, 'organizations', 'universidad-de-puerto-claro', { name: 'Universidad del Mar' }),
    { organizations: '0/1/0' },
  ],
  [
    'what an institution is part of, by which people are found',
    (draft) =>
      withRow(draft, 'parts', {
        id: 'part:universidad-de-puerto-claro/gobierno-de-puerto-claro',
        unit: 'universidad-de-puerto-claro',
        parent: 'gobierno-de-puerto-claro',
        basis: 'STATED',
        citations: 'citation:report/1',
      }),
    { parts: '1/0/0' },
  ],
  [
    'an affiliation less, by which people are found',
    (draft) => withRows(draft, 'affiliations', () => []),
    { affiliations: '0/0/1' },
  ],
  ['the id of a tie', (draft) => withCells(draft, 'affiliations', { id: `${ana}/rectora` }), { affiliations: '1/0/1' }],
  [
    'a row more',
    (draft) => withRow(draft, 'networks', { id: 'otra-red', name: 'Otra red', citations: 'citation:report/1' }),
    { networks: '1/0/0' },
  ],
  ['a row less', (draft) => withRows(draft, 'memberships', () => []), { memberships: '0/0/1' }],
  [
    'an entity of another kind, which keeps its facts',
    (draft) =>
      withRow(
        without(draft, 'organizations', ({ id }) => id === 'universidad-de-puerto-claro'),
        'networks',
        { id: 'universidad-de-puerto-claro', name: 'Universidad', citations: 'citation:report/1' },
      ),
    { organizations: '0/0/1', networks: '1/0/0' },
  ],
  [
    'an entity that is retired',
    (draft) =>
      withRow(
        without(draft, 'people', ({ id }) => id === 'beto-rio'),
        'redirects',
        { id: 'beto-rio', heir: 'ana-luz-mar', citations: 'citation:report/1' },
      ),
    { people: '0/0/1', redirects: '1/0/0', distinctions: '0/0/1' },
  ],
  [
    'the date of a source, which ties carry',
    (draft) => withCells(draft, 'sources', { publishedOn: '2019' }),
    { sources: '0/1/0' },
  ],
  [
    'the place and source of a citation',
    (draft) => changed(draft, 'citations', 'citation:note/1', { source: 'source:report', place: 'place:report/1' }),
    { citations: '0/1/0' },
  ],
  [
    'the source of a place',
    (draft) =>
      changed(changed(draft, 'places', 'place:note/1', { source: 'source:report' }), 'citations', 'citation:note/1', {
        source: 'source:report',
      }),
    { places: '0/1/0', citations: '0/1/0' },
  ],
  [
    'the first act of an agreement, which orders it',
    (draft) => changed(draft, 'agreement-acts', 'agreement-act:convenio-de-mareas/1', { on: '2001' }),
    { 'agreement-acts': '0/1/0' },
  ],
  [
    'the first act of an agreement gone',
    (draft) => without(draft, 'agreement-acts', ({ number }) => number === '1'),
    { 'agreement-acts': '0/0/1' },
  ],
  ['the heir of a retired id', (draft) => withCells(draft, 'redirects', { heir: 'beto-rio' }), { redirects: '0/1/0' }],
  ['a number written otherwise', (draft) => withCells(draft, 'cities', { latitude: '19.50' }), {}],
  ['the title alone', (draft) => ({ ...draft, descriptor: { ...draft.descriptor, title: 'Another title' } }), {}],
];

describe.each([
  ['in one transaction', {}],
  ['in batches', { oneTransactionUpTo: 0 }],
])('An update %s', (_, options) => {
  it.each(updates)('applies %s, and leaves what a clean load leaves', async (_what, change, expected) => {
    const draft = prepared(change(smallPackage));
    const clean = await cleanLoad(draft);
    const directory = await writePackage(smallPackage);
    await importPackage(graph, directory);
    await rewritePackage(draft, directory);
    const planned = differing(await importPackage(graph, directory, { ...options, isDryRun: true }));
    const done = await importPackage(graph, directory, options);
    expect(differing(done)).toEqual(expected);
    expect(planned).toEqual(expected);
    expect(await content()).toEqual(clean);
    expect((await importPackage(graph, directory)).outcome).toBe('unchanged');
  });
});

describe('An entity that becomes of another kind', () => {
  it('is so before a new fact of that kind, however late the database answers', async () => {
    const university = 'universidad-de-puerto-claro';
    const draft = [
      { table: 'networks', row: { id: university, name: 'Universidad', citations: 'citation:report/1' } },
      { table: 'networks', row: { id: 'otra-red', name: 'Otra red', citations: 'citation:report/1' } },
    ].reduce(
      (before, { table, row }) => withRow(before, table, row),
      withRows(
        without(smallPackage, 'organizations', ({ id }) => id === university),
        'memberships',
        (rows) =>
          rows.flatMap((row) => [row, { ...row, id: `membership:puerto-claro/${university}`, network: university }]),
      ),
    );
    const clean = await cleanLoad(draft);
    await importPackage(graph, await writePackage(smallPackage));
    const slow: typeof graph = {
      ...graph,
      write: (work) =>
        graph.write(({ run }) =>
          work({
            async run(name, text, parameters) {
              const rows = await run(name, text, parameters);
              await delay(50);
              return rows;
            },
          }),
        ),
    };
    const done = await importPackage(slow, await writePackage(draft));
    expect(differing(done)).toEqual({ organizations: '0/0/1', networks: '2/0/0', memberships: '1/0/0' });
    expect(await content()).toEqual(clean);
  });
});

/** A distinction of a person who is gone goes too. */
function prepared(draft: PackageDraft): PackageDraft {
  return (draft.rows['people'] ?? []).some(({ id }) => id === 'beto-rio')
    ? draft
    : withRows(draft, 'distinctions', () => []);
}

describe('A package with a row in every table', () => {
  it('is taken over by an update row by row, whatever table loses a row', async () => {
    const directory = await writePackage(fullPackage);
    await importPackage(graph, directory);
    let applied = 0;
    for (const table of Object.keys(fullPackage.rows)) {
      const draft = withRows(fullPackage, table, (rows) => rows.slice(0, -1));
      await rewritePackage(draft, directory);
      const done = await importPackage(graph, directory);
      // Where other rows refer to the last one, the package is not valid without it.
      if (done.outcome === 'invalid') continue;
      expect(differing(done)).toEqual({ [table]: '0/0/1' });
      await rewritePackage(fullPackage, directory);
      expect(differing(await importPackage(graph, directory))).toEqual({ [table]: '1/0/0' });
      applied += 1;
    }
    expect(applied).toBeGreaterThan(20);
    const after = await content();
    expect(after).toEqual(await cleanLoad(fullPackage));
  });
});

describe('A graph that a version before the search loaded', () => {
  it('gets the words by which things are found, though its package is unchanged', async () => {
    const clean = await cleanLoad(fullPackage);
    const directory = await writePackage(fullPackage);
    await importPackage(graph, directory);
    await graph.execute('former', 'MATCH (n:Entity) REMOVE n.searchWords, n.contextWords');
    await graph.execute('former', 'MATCH (r:Revision) REMOVE r.searchForm');
    expect((await importPackage(graph, directory)).outcome).toBe('unchanged');
    expect(await content()).toEqual(clean);
  });
});

describe('A dry run', () => {
  it('writes nothing', async () => {
    const directory = await writePackage(smallPackage);
    const planned = await importPackage(graph, directory, { isDryRun: true });
    expect(planned.outcome).toBe('compared');
    expect(await content()).toEqual([[], []]);
    expect(await datasetStates(graph)).toEqual([]);
  });
});

describe('Two imports at once', () => {
  it('end in the graph that one after the other leaves', async () => {
    const first = await writePackage(smallPackage);
    await importPackage(graph, first);
    const [one, other] = [
      await writePackage(withCells(smallPackage, 'people', { name: 'Uno' })),
      await writePackage(withCells(smallPackage, 'people', { name: 'Otro' })),
    ];
    const done = await Promise.all([importPackage(graph, one), importPackage(graph, other)]);
    expect(done.map(({ outcome }) => outcome)).toEqual(['loaded', 'loaded']);
    const [last] = await datasetStates(graph);
    const holds = await graph.execute('name', "MATCH (n:Person {id: 'ana-luz-mar'}) RETURN n.name");
    const hashes = done.map((imported) => (imported.outcome === 'invalid' ? '' : imported.hash));
    expect(holds).toEqual([[last?.hash === hashes[0] ? 'Uno' : 'Otro']]);
  });
});

describe('An import that another one overtakes', () => {
  it('compares again, and leaves what a clean load leaves', async () => {
    const draft = withCells(smallPackage, 'people', { name: 'Uno' });
    const clean = await cleanLoad(draft);
    await importPackage(graph, await writePackage(smallPackage));
    const overtaking = await writePackage(
      withRow(smallPackage, 'networks', { id: 'otra-red', name: 'Otra red', citations: 'citation:report/1' }),
    );
    let isOvertaken = false;
    const slow: typeof graph = {
      ...graph,
      async read(query, parameters) {
        const rows = await graph.read(query, parameters);
        // It has just read which packages there are, and is about to compare.
        if (query.name === 'datasetDescriptions' && !isOvertaken) {
          isOvertaken = true;
          await importPackage(graph, overtaking);
        }
        return rows;
      },
    };
    expect((await importPackage(slow, await writePackage(draft))).outcome).toBe('loaded');
    expect(isOvertaken).toBe(true);
    expect(await content()).toEqual(clean);
  });
});

const dies = () => {
  throw new Error('power cut');
};

describe('An update that was interrupted', () => {
  const dated: readonly (readonly [what: string, change: (draft: PackageDraft) => PackageDraft])[] = [
    ['the date of a source', (draft) => withCells(draft, 'sources', { publishedOn: '2019' })],
    [
      'the place and source of a citation',
      (draft) => changed(draft, 'citations', 'citation:note/1', { source: 'source:report', place: 'place:report/1' }),
    ],
    ['a role, by which people are found', (draft) => withCells(draft, 'affiliations', { role: 'Decana' })],
    ['the first act of an agreement', (draft) => without(draft, 'agreement-acts', ({ number }) => number === '1')],
  ];

  it.each(dated)('goes on with what others take from it: %s', async (_, change) => {
    const draft = change(smallPackage);
    const clean = await cleanLoad(draft);
    await importPackage(graph, await writePackage(smallPackage));
    const directory = await writePackage(draft);
    await expect(importPackage(graph, directory, { oneTransactionUpTo: 0, onProgress: dies })).rejects.toThrow(
      'power cut',
    );
    expect((await importPackage(graph, directory)).outcome).toBe('loaded');
    expect(await content()).toEqual(clean);
  });

  it.each(dated)('can be taken back: %s', async (_, change) => {
    const clean = await cleanLoad(smallPackage);
    const directory = await writePackage(smallPackage);
    await importPackage(graph, directory);
    const options = { oneTransactionUpTo: 0, onProgress: dies };
    await expect(importPackage(graph, await writePackage(change(smallPackage)), options)).rejects.toThrow('power cut');
    expect((await importPackage(graph, directory)).outcome).toBe('loaded');
    expect(await content()).toEqual(clean);
  });
});

describe('An import in batches that another import of the package overtakes', () => {
  it('gives up, and leaves the graph to the other', async () => {
    await importPackage(graph, await writePackage(smallPackage));
    const overtaking = await writePackage(withCells(smallPackage, 'people', { name: 'Otro' }));
    const clean = await cleanLoad(withCells(smallPackage, 'people', { name: 'Otro' }));
    await importPackage(graph, await writePackage(smallPackage));
    let other: Promise<Imported> | undefined;
    // The first batches are written; before the next, the other one has compared and written everything.
    const slow: typeof graph = {
      ...graph,
      async begin() {
        if (isUnderWay && other === undefined) await (other = importPackage(graph, overtaking));
        return graph.begin();
      },
    };
    let isUnderWay = false;
    const draft = withCells(withCells(smallPackage, 'people', { name: 'Uno' }), 'networks', { name: 'Otra red' });
    const overtaken = importPackage(slow, await writePackage(draft), {
      oneTransactionUpTo: 0,
      onProgress: () => (isUnderWay = true),
    });
    await expect(overtaken).rejects.toThrow('another import or removal of it began');
    expect((await other)?.outcome).toBe('loaded');
    expect(await content()).toEqual(clean);
    expect((await datasetStates(graph))[0]?.state).toBe('COMPLETE');
  });

  it('is no more what the other compared with', async () => {
    const draft = withCells(withCells(smallPackage, 'people', { name: 'Uno' }), 'networks', { name: 'Otra red' });
    const clean = await cleanLoad(smallPackage);
    const directory = await writePackage(smallPackage);
    await importPackage(graph, directory);
    let [isUnderWay, isReading, isCompared] = [false, false, false];
    const first = importPackage(
      {
        ...graph,
        async begin() {
          while (isUnderWay && !isCompared) await delay(5);
          return graph.begin();
        },
      },
      await writePackage(draft),
      { oneTransactionUpTo: 0, onProgress: () => (isUnderWay = true) },
    ).catch((cause: unknown) => cause);
    while (!isUnderWay) await delay(5);
    // Compared between two batches of the first, and written after it was done.
    const second = await importPackage(
      {
        ...graph,
        async read(query, parameters) {
          isReading ||= query.name === 'datasetDescriptions';
          return graph.read(query, parameters);
        },
        async write(work) {
          isCompared = isReading;
          if (isCompared) await first;
          return graph.write(work);
        },
      },
      directory,
    );
    expect(second.outcome).toBe('loaded');
    expect(await content()).toEqual(clean);
  });
});

describe('Two acts of an agreement of one number', () => {
  it('order it the same whichever row comes first', async () => {
    const draft = withRows(smallPackage, 'agreement-acts', (rows) => rows.map((row): Row => ({ ...row, number: '1' })));
    const clean = await cleanLoad(draft);
    expect(await cleanLoad(withRows(draft, 'agreement-acts', (rows) => rows.toReversed()))).toEqual(clean);
    await importPackage(graph, await writePackage(smallPackage));
    await importPackage(graph, await writePackage(draft));
    expect(await content()).toEqual(clean);
  });
});

describe('A graph that an older version of the program loaded', () => {
  /** It kept neither who states a row nor the descriptor. */
  async function asItWas(): Promise<void> {
    await graph.execute('nodes', 'MATCH (n) WHERE NOT n:Dataset REMOVE n.datasets');
    await graph.execute('ties', 'MATCH ()-[r]->() REMOVE r.datasets');
    await graph.execute('dataset', "MATCH (d:Dataset) REMOVE d.descriptor, d.tables SET d.hash = 'old'");
    await graph.execute('revision', 'MATCH (r:Revision) DELETE r');
  }

  it.each([
    ['the package', smallPackage],
    ['an update', withCells(smallPackage, 'people', { name: 'Otra' })],
  ])('is loaded anew by an import of %s', async (_, draft) => {
    const clean = await cleanLoad(draft);
    await importPackage(graph, await writePackage(smallPackage));
    await asItWas();
    expect((await importPackage(graph, await writePackage(draft))).outcome).toBe('loaded');
    expect(await content()).toEqual(clean);
  });

  it('can be emptied', async () => {
    await importPackage(graph, await writePackage(smallPackage));
    await asItWas();
    expect((await removePackage(graph, 'small')).outcome).toBe('removed');
    expect(await content()).toEqual([[], []]);
    expect(await datasetStates(graph)).toEqual([]);
  });

  it('takes no other package before', async () => {
    await importPackage(graph, await writePackage(smallPackage));
    await asItWas();
    await expect(importPackage(graph, await writePackage(fullPackage))).rejects.toThrow(
      'small was loaded by an older version of the program. Import small again first',
    );
  });
});

describe('Removing a package', () => {
  it('leaves nothing of it', async () => {
    await importPackage(graph, await writePackage(fullPackage));
    const done = await removePackage(graph, 'full');
    expect(done.outcome).toBe('removed');
    expect(await content()).toEqual([[], []]);
    expect(await datasetStates(graph)).toEqual([]);
  });

  it('that the graph does not hold names those that it holds', async () => {
    await importPackage(graph, await writePackage(smallPackage));
    await expect(removePackage(graph, 'large')).rejects.toThrow(
      'Expected a package that the graph holds (small), but got large.',
    );
  });

  it('finishes a removal that was interrupted', async () => {
    await importPackage(graph, await writePackage(fullPackage));
    await expect(removePackage(graph, 'full', { oneTransactionUpTo: 0, onProgress: dies })).rejects.toThrow(
      'power cut',
    );
    expect((await datasetStates(graph))[0]?.state).toBe('LOADING');
    await removePackage(graph, 'full');
    expect(await content()).toEqual([[], []]);
  });
});
