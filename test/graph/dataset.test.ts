import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { importPackage, type Difference, type Imported, type ImportOptions } from '../../src/dataset/importing.ts';
import { datasetStates, ensureSchema, schemaParts, schemaState } from '../../src/graph/schema.ts';
import { kindOf } from '../../src/model/kinds.ts';
import { recordOf } from '../../src/model/records.ts';
import { tables } from '../../src/model/tables.ts';
import { withEmptyGraph } from '../support/empty-graph.ts';
import { contentOf } from '../support/graph-content.ts';
import {
  csvOf,
  largePackage,
  rewritePackage,
  sizeOf,
  smallPackage as small,
  withCells,
  withRows,
  writePackage,
} from '../support/packages.ts';

const graph = withEmptyGraph(10_000);

const inBatches: ImportOptions = { oneTransactionUpTo: 0 };

/** How many nodes or ties of each table the graph holds. */
async function held(): Promise<Record<string, unknown>> {
  const counts = await Promise.all(
    tables.map(async ({ name, holds }) => {
      const pattern =
        holds.what === 'ties'
          ? `()-[n:${holds.kind}]->()`
          : `(n:${holds.what === 'redirects' ? 'Redirect' : holds.what === 'records' ? recordOf(holds.kind).label : kindOf(holds.kind).label})`;
      const [row] = await graph.execute('held', `MATCH ${pattern} RETURN count(n)`);
      return [name, row?.[0]] as const;
    }),
  );
  return Object.fromEntries(counts);
}

const content = () => contentOf(graph);
const rowsOf = (draft: typeof small) =>
  Object.fromEntries(tables.map(({ name }) => [name, draft.rows[name]?.length ?? 0]));
const addedOf = ({ tables: counts }: Difference) =>
  Object.fromEntries([...counts].map(([name, { added }]) => [name, added]));
const stateOf = async () => (await datasetStates(graph))[0];
const outcomeOf = ({ outcome }: Imported) => outcome;

describe('The schema', () => {
  it('is ready when every constraint and index is online', async () => {
    expect(await schemaState(graph)).toEqual({ isReady: true, missing: [], notOnline: [] });
  });

  it('names what is missing, and creates it', async () => {
    await graph.execute('drop', 'DROP CONSTRAINT person_id');
    await graph.execute('drop', 'DROP INDEX tieCitations');
    expect(await schemaState(graph)).toEqual({ isReady: false, missing: ['person_id', 'tieCitations'], notOnline: [] });
    await ensureSchema(graph);
    expect((await schemaState(graph)).isReady).toBe(true);
  });

  it('has a name for each part', () => {
    expect(new Set(schemaParts.map(({ name }) => name)).size).toBe(schemaParts.length);
  });
});

describe.each([
  ['in one transaction', {}],
  ['in batches', inBatches],
])('A package loaded %s', (_, options: ImportOptions) => {
  it('is in the graph row by row', async () => {
    const imported = await importPackage(graph, await writePackage(small), options);
    expect(outcomeOf(imported)).toBe('loaded');
    expect(imported.outcome === 'loaded' && addedOf(imported)).toEqual(rowsOf(small));
    expect(await held()).toEqual(rowsOf(small));
    expect(await stateOf()).toMatchObject({
      id: 'small',
      version: '1.0.0',
      state: 'COMPLETE',
      rows: sizeOf(small),
    });
  });

  it('is not loaded a second time', async () => {
    const directory = await writePackage(small);
    await importPackage(graph, directory, options);
    const [before] = await graph.execute('loadedAt', 'MATCH (d:Dataset) RETURN d.loadedAt');
    expect(outcomeOf(await importPackage(graph, directory, options))).toBe('unchanged');
    expect(await graph.execute('loadedAt', 'MATCH (d:Dataset) RETURN d.loadedAt')).toEqual([before]);
  });

  it('is replaced by a changed one, and nothing of it stays', async () => {
    const changed = withRows(withCells(small, 'people', { aliases: '' }), 'memberships', () => []);
    await importPackage(graph, await writePackage(changed), options);
    const expected = await content();
    const directory = await writePackage(small);
    await importPackage(graph, directory, options);
    expect(await content()).not.toEqual(expected);
    await rewritePackage(changed, directory);
    expect(outcomeOf(await importPackage(graph, directory, options))).toBe('loaded');
    expect(await content()).toEqual(expected);
  });

  it('is not written at all when a check fails', async () => {
    await importPackage(graph, await writePackage(small), options);
    const before = await content();
    const imported = await importPackage(
      graph,
      await writePackage(withCells(small, 'redirects', { heir: 'nadie' })),
      options,
    );
    expect(imported.outcome === 'invalid' && imported.report.total).toBe(1);
    expect(await content()).toEqual(before);
  });

  it('tells its progress to the last row', async () => {
    const told: (readonly [string, number, number])[] = [];
    await importPackage(graph, await writePackage(small), {
      ...options,
      onProgress: (...progress) => told.push(progress),
    });
    expect(told[0]).toEqual(['sources', 2, sizeOf(small)]);
    expect(told.at(-1)).toEqual(['redirects', sizeOf(small), sizeOf(small)]);
  });

  it('is not taken for whole when a file changes while it is loaded', async () => {
    const directory = await writePackage(small);
    const onProgress = (table: string) => {
      // Written at once: the load must not reach the table before.
      if (table === 'sources')
        writeFileSync(
          join(directory, 'redirects.csv'),
          csvOf(withCells(small, 'redirects', { id: 'otra' }), 'redirects'),
        );
    };
    await expect(importPackage(graph, directory, { ...options, onProgress })).rejects.toThrow(
      'as it was checked, but it changed meanwhile',
    );
    expect((await stateOf())?.state).not.toBe('COMPLETE');
  });
});

describe('A load that dies half-way', () => {
  const dies = (at: string): ImportOptions => ({
    onProgress(table) {
      if (table === at) throw new Error('power cut');
    },
  });

  it('leaves the graph as it was, in one transaction', async () => {
    const directory = await writePackage(small);
    await importPackage(graph, directory);
    const before = await content();
    await rewritePackage(withCells(small, 'people', { aliases: '' }), directory);
    await expect(importPackage(graph, directory, dies('people'))).rejects.toThrow('power cut');
    expect(await content()).toEqual(before);
    expect((await stateOf())?.state).toBe('COMPLETE');
  });

  it('is marked in batches, and goes on to the same content', async () => {
    const directory = await writePackage(small);
    await importPackage(graph, directory, inBatches);
    const whole = await content();
    await rewritePackage(withCells(small, 'people', { aliases: '' }), directory);
    await expect(importPackage(graph, directory, { ...inBatches, ...dies('people') })).rejects.toThrow('power cut');
    expect((await stateOf())?.state).toBe('LOADING');
    await rewritePackage(small, directory);
    expect(outcomeOf(await importPackage(graph, directory, inBatches))).toBe('loaded');
    expect(await content()).toEqual(whole);
  });

  it('is done anew although the graph has the hash of the same package', async () => {
    const directory = await writePackage(small);
    await expect(importPackage(graph, directory, { ...inBatches, ...dies('participations') })).rejects.toThrow(
      'power cut',
    );
    expect(outcomeOf(await importPackage(graph, directory))).toBe('loaded');
    expect(await held()).toEqual(rowsOf(small));
  });
});

describe('What a row becomes', () => {
  const properties = async (pattern: string) =>
    (await graph.execute('properties', `MATCH ${pattern} RETURN properties(n)`)).map(([found]) => found);

  beforeEach(async () => {
    await importPackage(graph, await writePackage(small));
  });

  it('is a node with its label, and a label more when it is an actor', async () => {
    const labels = await graph.execute(
      'labels',
      "MATCH (n:Entity) WHERE n.id IN ['beto-rio', 'consulta'] UNWIND labels(n) AS label WITH n.id AS id, label ORDER BY label RETURN id, collect(label) ORDER BY id",
    );
    expect(labels).toEqual([
      ['beto-rio', ['Actor', 'Entity', 'Person']],
      ['consulta', ['Consultation', 'Entity']],
    ]);
  });

  it('has lists also when they are empty, and nothing where a cell was', async () => {
    expect(await properties("(n:Person {id: 'beto-rio'})")).toEqual([
      {
        id: 'beto-rio',
        name: 'Beto Río',
        givenName: 'Beto',
        surname1: 'Río',
        aliases: [],
        citations: ['citation:report/1'],
        sortName: 'rio beto',
        searchText: 'beto rio',
        searchWords: ' _k_PERSON _n_beto_rio _n_rio_beto _o_beto_rio beto rio ',
        datasets: ['small'],
      },
    ]);
  });

  it('has whole numbers as integers, and others not', async () => {
    const types = await graph.execute(
      'types',
      'MATCH (p:Program), (c:City) RETURN valueType(p.table), valueType(c.latitude)',
    );
    expect(types).toEqual([['INTEGER NOT NULL', 'FLOAT NOT NULL']]);
  });

  it('is a tie with the date of its newest source', async () => {
    expect(await properties('(:Person)-[n:AFFILIATED_WITH]->(:Organization)')).toEqual([
      {
        id: 'affiliation:ana-luz-mar/universidad-de-puerto-claro',
        role: 'Rectora',
        basis: 'STATED',
        citations: ['citation:note/1', 'citation:report/1'],
        asOf: '2016-03',
        datasets: ['small'],
      },
    ]);
  });

  it('sorts an agreement by its first act', async () => {
    expect(await properties('(n:Agreement)')).toEqual([expect.objectContaining({ sortDate: '2014-05' })]);
  });

  it('leads from a citation to its source, and from a retired id to its heir', async () => {
    const cited = await graph.execute(
      'cited',
      "MATCH (:Citation {id: 'citation:note/1'})-[:AT]->(:Place)-[:IN_SOURCE]->(s:Source) RETURN s.id",
    );
    const heir = await graph.execute(
      'heir',
      "MATCH (:Redirect {id: 'rectora-de-puerto-claro'})-[:LEADS_TO]->(e:Entity) RETURN e.id",
    );
    expect([cited, heir]).toEqual([[['source:note']], [['ana-luz-mar']]]);
  });

  it('is found by any part of its names without accents', async () => {
    const found = await graph.execute(
      'found',
      "CALL db.index.fulltext.queryNodes('entityWords', 'searchWords:rio') YIELD node RETURN node.id",
    );
    expect(found).toEqual([['beto-rio']]);
  });

  it('is found, when it is a person, by roles and institutions, with what these are part of', async () => {
    const words = await graph.execute('words', "MATCH (n:Person {id: 'ana-luz-mar'}) RETURN n.contextWords");
    expect(words).toEqual([[' claro de puerto rectora universidad upc ']]);
  });

  it('describes the dataset', async () => {
    expect(await properties('(n:Dataset)')).toEqual([
      expect.objectContaining({
        id: 'small',
        title: 'A small package',
        licences: ['CC-BY-4.0'],
        citation: 'A small package (2016).',
        homeCity: 'puerto-claro',
        homeGovernment: 'gobierno-de-puerto-claro',
      }),
    ]);
  });
});

describe('A large package', () => {
  it('of sixty thousand rows is written in batches, and replaced in batches by a small one', async () => {
    const large = largePackage(30_000);
    const directory = await writePackage(large);
    const states = new Set<string | undefined>();
    const reads: Promise<unknown>[] = [];
    const onProgress = () => void reads.push(stateOf().then((state) => states.add(state?.state)));
    expect(outcomeOf(await importPackage(graph, directory, { onProgress }))).toBe('loaded');
    await Promise.all(reads);
    expect(states.has('LOADING')).toBe(true);
    expect(await held()).toEqual(rowsOf(large));
    expect(outcomeOf(await importPackage(graph, directory))).toBe('unchanged');
    await rewritePackage(small, directory);
    expect(outcomeOf(await importPackage(graph, directory))).toBe('loaded');
    expect(await held()).toEqual(rowsOf(small));
  });
});
