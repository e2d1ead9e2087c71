import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { validatePackage } from '../../src/dataset/checking.ts';
import { importPackage } from '../../src/dataset/importing.ts';
import { exportGraph, type Exported } from '../../src/export/exporting.ts';
import { chosenEntityPages, entityPages, tiePages } from '../../src/export/pages.cypher.ts';
import { readRequest, type ExportOptions } from '../../src/export/request.ts';
import { openTarget } from '../../src/export/target.ts';
import { tables } from '../../src/model/tables.ts';
import { ownDatabase } from '../support/databases.ts';
import { fullPackage } from '../support/full-package.ts';
import { contentOf, emptyGraph } from '../support/graph-content.ts';
import { openGraph } from '../support/open-graph.ts';
import {
  rewritePackage,
  smallPackage,
  withCells,
  withRow,
  withRows,
  writePackage,
  type PackageDraft,
} from '../support/packages.ts';
import { exitOf, openWorkshop, type Workshop } from '../support/program.ts';
import { seeds } from '../support/seed-rows.ts';

const uri = await ownDatabase();
const graph = openGraph(uri);
beforeAll(() => emptyGraph(graph));
afterAll(async () => {
  await emptyGraph(graph);
  await graph.close();
});

const trickyName = 'Ñandú & Cía. <"O\'Higgins">, s; 🎭 #1';
const cited = { citations: 'citation:report/1' };

/** A package with a row in every table, names to trip up each format, and two posts of one person at one body. */
const full: PackageDraft = withRow(
  withRow(withCells(fullPackage, 'cities', { latitude: '-19.50', longitude: '0.10' }), 'affiliations', {
    id: 'affiliation:ana-luz-mar/vocal',
    person: 'ana-luz-mar',
    institution: 'universidad-de-puerto-claro',
    role: '=1+1',
    basis: 'STATED',
    ...cited,
  }),
  'organizations',
  {
    id: 'nandu',
    name: trickyName,
    nameEn: 'Rhea & Co.',
    organizationType: 'COMPANY',
    aliases: `-1 | "x", y | «${trickyName}»`,
    ...cited,
  },
);
/** A second package, which shares most of its rows with the first, and says a little less or more in some. */
const shared = withRows({ ...full, descriptor: { ...full.descriptor, name: 'beside' } }, 'organizations', (rows) =>
  rows.filter(({ id }) => id !== 'nandu'),
);
const beside = withRow(
  withRow(withCells(withCells(shared, 'people', { aliases: 'Otra Ana' }), 'cities', { latitude: '' }), 'people', {
    id: 'carla-sol',
    name: 'Carla Sol',
    givenName: 'Carla',
    surname1: 'Sol',
    ...cited,
  }),
  'memberships',
  { id: 'membership:carla', member: 'carla-sol', network: 'red-de-puertos', basis: 'STATED', ...cited },
);

/** Loads packages that are written down only for that. */
async function holdDrafts(...drafts: readonly PackageDraft[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'packages-'));
  const directories = drafts.map((_, at) => join(folder, String(at)));
  try {
    for (const [at, directory] of directories.entries()) {
      await mkdir(directory);
      await rewritePackage(drafts[at] ?? smallPackage, directory);
    }
    await hold(...directories);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function hold(...directories: readonly string[]): Promise<void> {
  await emptyGraph(graph);
  for (const directory of directories) expect((await importPackage(graph, directory)).outcome).toBe('loaded');
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'export-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

interface Outcome extends Exported {
  readonly path: string;
  readonly text: string;
}

async function exported(name: string, options: ExportOptions = {}, onProgress?: () => void): Promise<Outcome> {
  const path = join(await temporaryFolder(), name);
  const request = readRequest(path, options);
  const outcome = await exportGraph(
    graph,
    request,
    await openTarget(request, new PassThrough()),
    onProgress === undefined ? {} : { onProgress },
  );
  return { ...outcome, path, text: request.format === 'package' ? '' : await readFile(path, 'utf8') };
}

const exportedPackage = (dataset?: string) =>
  exported('package', { format: 'package', ...(dataset === undefined ? {} : { dataset: [dataset] }) });

async function hashOf(directory: string): Promise<string> {
  const { report, dataPackage } = await validatePackage(directory);
  if (dataPackage === null) throw new Error(`Expected a valid package, but: ${JSON.stringify(report.problems)}`);
  return dataPackage.hash;
}

async function filesOf(directory: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(directory)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name), 'utf8')] as const)),
  );
}

describe.each([
  ['The seeds', async () => seeds],
  ['A package with a row in every table', () => writePackage(full)],
])('%s, exported as a package,', (_, directoryOf) => {
  it('are the same package, to its hash, and load into the same graph', async () => {
    const directory = await directoryOf();
    await hold(directory);
    const before = await contentOf(graph);
    const { path, rows, remarks } = await exportedPackage();
    const hash = await hashOf(directory);
    expect(await hashOf(path)).toBe(hash);
    expect(remarks).toEqual([
      {
        es: `Huella del contenido ${hash}, la misma que al cargarlo.`,
        en: `Content hash ${hash}, as it was imported.`,
      },
    ]);
    expect((await readdir(path)).sort()).toEqual(
      ['datapackage.json', ...tables.map(({ name }) => `${name}.csv`)].sort(),
    );
    expect((await importPackage(graph, path)).outcome).toBe('unchanged');
    await hold(path);
    expect(await contentOf(graph)).toEqual(before);
    const again = await exportedPackage();
    expect(again.rows).toBe(rows);
    expect(await filesOf(again.path)).toEqual(await filesOf(path));
  });
});

describe('Of two packages in one graph', () => {
  beforeAll(async () => holdDrafts(full, beside));

  it('each is exported as it was, also where the two share rows', async () => {
    for (const [draft, id] of [
      [full, 'full'],
      [beside, 'beside'],
    ] as const) {
      const { path } = await exportedPackage(id);
      expect(await hashOf(path)).toBe(await hashOf(await writePackage(draft)));
    }
  });

  it('one must be named, and those that there are are listed', async () => {
    await expect(exportedPackage()).rejects.toThrow(/the graph holds several[^]*--dataset[^]*beside[^]*full/);
    await expect(exportedPackage('nobody')).rejects.toThrow('that the graph holds (beside, full), but got nobody');
    await expect(exported('x', { format: 'package', dataset: ['full', 'beside'] })).rejects.toThrow('got full, beside');
  });

  it('a graph may hold what one states, or what both do', async () => {
    const idsOf = async (dataset?: readonly string[]) => {
      const { text } = await exported('x.jsonl', dataset === undefined ? {} : { dataset });
      return text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id as string);
    };
    const [one, other, both] = [await idsOf(['full']), await idsOf(['beside']), await idsOf()];
    expect(one).not.toContain('carla-sol');
    expect(other).toContain('membership:carla');
    expect(other).not.toContain('nandu');
    expect(new Set([...one, ...other])).toEqual(new Set(both));
    expect(await idsOf(['full', 'beside'])).toEqual(both);
  });

  it('what both state is one thing, which names both', async () => {
    const { text } = await exported('x.jsonl', { kinds: ['PERSON'] });
    const ana = JSON.parse(text.split('\n')[0] ?? '');
    expect(ana).toMatchObject({ id: 'ana-luz-mar', datasets: ['beside', 'full'] });
    expect(ana.aliases).toEqual(expect.arrayContaining(['Anita Luz', 'Otra Ana']));
  });
});

describe('A part of the graph', () => {
  beforeAll(async () => holdDrafts(full));

  const idsOf = async (options: ExportOptions) => {
    const { text } = await exported('x.jsonl', options);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    return [lines.filter(({ type }) => type === 'entity'), lines.filter(({ type }) => type === 'tie')] as const;
  };

  it('is kinds with the ties between them, and entities without ties too', async () => {
    const [entities, ties] = await idsOf({ kinds: ['CITY', 'NETWORK', 'PROPOSAL'] });
    expect(new Set(entities.map(({ kind }) => kind))).toEqual(new Set(['CITY', 'NETWORK', 'PROPOSAL']));
    expect(entities.map(({ id }) => id)).toContain('propuesta-1');
    for (const { from, to } of ties)
      expect(['CITY', 'NETWORK', 'PROPOSAL']).toEqual(expect.arrayContaining([from.kind, to.kind]));
    expect(ties.map(({ id }) => id)).toContain('membership:puerto-claro/red-de-puertos');
  });

  it('is ties with what they touch, and nothing else', async () => {
    const [entities, ties] = await idsOf({ ties: ['GOVERNS'] });
    expect(ties.map(({ kind }) => kind)).toEqual(['GOVERNS', 'GOVERNS']);
    expect(entities.map(({ id }) => id).sort()).toEqual(ties.flatMap(({ from, to }) => [from.id, to.id]).sort());
  });

  it('has no tie without its two ends', async () => {
    for (const options of [{ classes: ['WORK'] }, { kinds: ['PERSON', 'ORGANIZATION'], classes: ['WORK'] }, {}]) {
      const [entities, ties] = await idsOf(options);
      const ids = new Set(entities.map(({ id }) => id));
      expect(ties.length).toBeGreaterThan(0);
      for (const { from, to } of ties) expect([ids.has(from.id), ids.has(to.id)]).toEqual([true, true]);
    }
  });

  it('is a list of ties that a spreadsheet runs nothing of', async () => {
    const plain = await exported('x.csv', { ties: ['AFFILIATED_WITH'] });
    const sheet = await exported('x.csv', { ties: ['AFFILIATED_WITH'], excel: true });
    expect([plain.ties, sheet.ties]).toEqual([3, 3]);
    expect(plain.text).toContain(',=1+1\n');
    expect(sheet.text).toContain('"\'=1+1"');
  });
});

const python = (code: string, ...args: readonly string[]) =>
  execFileSync('python3', ['-c', code, ...args], { encoding: 'utf8', timeout: 60_000 });

/** Why networkx cannot be asked; '' where it can. GEXF 1.3 is read from its version 3.6 on. */
const noNetworkx = (() => {
  try {
    const version = python('import networkx; print(networkx.__version__)').trim();
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > 3 || (major === 3 && minor >= 6)
      ? ''
      : `networkx is ${version}, and only 3.6 and newer read GEXF 1.3`;
  } catch {
    return 'python3 has no networkx';
  }
})();

const readBack = `
import json, sys, networkx
read = networkx.read_gexf if sys.argv[1].endswith('gexf') else networkx.read_graphml
graph = read(sys.argv[1])
multi = graph.is_multigraph()
edges = [(f, t, d) for f, t, d in graph.edges(data=True)]
print(json.dumps({'multi': multi, 'directed': graph.is_directed(), 'nodes': dict(graph.nodes(data=True)), 'edges': edges}))
`;

describe(`networkx${noNetworkx === '' ? '' : ` (skipped: ${noNetworkx}; pip install networkx)`}`, () => {
  it.runIf(process.env['CI'] === 'true')('is there where the checks run', () => {
    expect(noNetworkx).toBe('');
  });

  it.skipIf(noNetworkx !== '').each([
    ['gexf', 'id'],
    ['graphml', 'tie'],
  ])('opens %s, and loses no node, tie or text', async (format, idOfEdge) => {
    await hold(await writePackage(full));
    const lines = (await exported('x.jsonl')).text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { path, entities, ties } = await exported(`x.${format}`);
    const read = JSON.parse(python(readBack, path));
    expect([read.multi, read.directed]).toEqual([true, true]);
    expect([Object.keys(read.nodes).length, read.edges.length]).toEqual([entities, ties]);
    for (const { type, ...one } of lines) {
      if (type === 'entity')
        expect(read.nodes[one.id]).toMatchObject({
          label: one.name,
          kind: one.kind,
          actor: one.actor,
          datasets: 'full',
          ...(one.aliases.length > 0 ? { aliases: one.aliases.join(' | ') } : {}),
        });
      else
        expect(
          read.edges.filter(([, , found]: [string, string, Record<string, string>]) => found[idOfEdge] === one.id),
        ).toEqual([
          [
            one.from.id,
            one.to.id,
            expect.objectContaining({
              kind: one.kind,
              label: one.relation,
              class: one.class,
              basis: one.basis,
              open: one.open,
            }),
          ],
        ]);
    }
    expect(read.nodes.nandu.label).toBe(trickyName);
    expect(read.nodes['puerto-claro']).toMatchObject({ latitude: -19.5, longitude: 0.1 });
  });
});

describe('An export', () => {
  const changed = (version: string) =>
    writePackage({ ...smallPackage, descriptor: { ...smallPackage.descriptor, version } });

  it('begins anew when an import changes the graph meanwhile', async () => {
    await hold(await writePackage(smallPackage));
    const directory = await writePackage(withCells(smallPackage, 'people', { name: 'Ana Nueva' }));
    let importing: Promise<unknown> | null = null;
    const { path, text } = await exportedDuring(async () => (importing ??= importPackage(graph, directory)));
    expect(importing).not.toBeNull();
    expect(text).toContain('Ana Nueva');
    expect(text.match(/"type":"entity","id":"ana-luz-mar"/g)).toHaveLength(1);
    expect(await readdir(join(path, '..'))).toEqual(['x.jsonl']);
  });

  it('gives up when imports go on, and leaves nothing', async () => {
    await hold(await writePackage(smallPackage));
    const folder = await temporaryFolder();
    const request = readRequest(join(folder, 'x.jsonl'), {});
    let imports = 0;
    const target = await openTarget(request, new PassThrough());
    const slow = slowed(async () => {
      imports += 1;
      await importPackage(graph, await changed(`2.0.${imports}`));
    });
    await expect(exportGraph(slow, request, target)).rejects.toThrow('imports changed it 3 times');
    expect([imports, await readdir(folder)]).toEqual([3, []]);
  });

  it('to the standard output says that it mixes two states', async () => {
    await hold(await writePackage(smallPackage));
    const request = readRequest('-', { format: 'jsonl' });
    const output = new PassThrough();
    output.resume();
    const slow = slowed(async () => importPackage(graph, await changed('3.0.0')));
    await expect(exportGraph(slow, request, await openTarget(request, output))).rejects.toThrow('mixes two states');
  });

  it('of an empty graph, or one that is being loaded, is refused', async () => {
    await emptyGraph(graph);
    await expect(exported('x.gexf')).rejects.toThrow('Load one first: sobremesa import');
    await hold(await writePackage(smallPackage));
    await graph.execute('load', "MATCH (d:Dataset) SET d.state = 'LOADING'");
    await expect(exported('x.gexf')).rejects.toThrow('small is being imported now, or its import was interrupted');
  });

  it('stops when it is told to, and leaves nothing', async () => {
    await hold(await writePackage(smallPackage));
    const folder = await temporaryFolder();
    const request = readRequest(join(folder, 'x.gexf'), {});
    const stop = new AbortController();
    const run = { signal: stop.signal, onProgress: () => stop.abort(new Error('stopped by SIGINT')) };
    await expect(exportGraph(graph, request, await openTarget(request, new PassThrough()), run)).rejects.toThrow(
      'SIGINT',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('over another package is refused, by force too', async () => {
    await hold(await writePackage(smallPackage));
    const directory = await writePackage(beside);
    const request = readRequest(directory, { format: 'package', force: true });
    const before = await filesOf(directory);
    await expect(exportGraph(graph, request, await openTarget(request, new PassThrough()))).rejects.toThrow(
      'holds the package beside',
    );
    expect(await filesOf(directory)).toEqual(before);
  });

  /** A reader that lets something happen before the first page of ties, once in each attempt. */
  function slowed(happens: () => Promise<unknown>): typeof graph {
    const { name } = [...tiePages.values()][0] ?? { name: '' };
    return {
      ...graph,
      read: async (query, parameters) => {
        if (query.name === name) await happens();
        return graph.read(query, parameters);
      },
    };
  }

  async function exportedDuring(happens: () => Promise<unknown>): Promise<{ path: string; text: string }> {
    const path = join(await temporaryFolder(), 'x.jsonl');
    const request = readRequest(path, {});
    await exportGraph(slowed(happens), request, await openTarget(request, new PassThrough()));
    expect(existsSync(path)).toBe(true);
    return { path, text: await readFile(path, 'utf8') };
  }
});

describe('The command', () => {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await openWorkshop();
    await holdDrafts(smallPackage);
  });
  afterAll(() => workshop.endAll());
  const run = async (...args: readonly string[]) => {
    // The database of the tests has no password, and takes any.
    const program = workshop.run(['export', ...args], { NEO4J_URI: uri, NEO4J_PASSWORD: 'any' });
    return { code: await exitOf(program), out: program.out(), err: program.err() };
  };

  it('writes the same to a file and to the standard output, and refuses to write the file twice', async () => {
    const path = join(await temporaryFolder(), 'ties.csv');
    const file = await run(path, '--ties', 'MEMBER_OF,AFFILIATED_WITH', '--lang', 'en');
    expect(file).toEqual({ code: 0, out: `Wrote 2 ties to ${path}.\n`, err: '' });
    const output = await run('-', '--format', 'edges', '--ties', 'MEMBER_OF', '--ties', 'AFFILIATED_WITH', '--lang=en');
    expect(output).toEqual({ code: 0, out: await readFile(path, 'utf8'), err: '' });
    expect(await run(path)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('--force') });
    expect(await readdir(join(path, '..'))).toEqual(['ties.csv']);
  });

  it('speaks Spanish when nothing else is asked for, and English with --lang en, of a package too', async () => {
    const [spanish, english] = [join(await temporaryFolder(), 'p'), join(await temporaryFolder(), 'p')];
    expect(await run(spanish, '--format', 'package')).toEqual({
      code: 0,
      out: expect.stringMatching(
        /^Se escribió .*p: \d+ filas\.\nHuella del contenido \S+, la misma que al cargarlo\.\n$/,
      ),
      err: '',
    });
    expect(await run(english, '--format', 'package', '--lang', 'en')).toEqual({
      code: 0,
      out: expect.stringMatching(/^Wrote \d+ rows to .*p\.\nContent hash \S+, as it was imported\.\n$/),
      err: '',
    });
    expect(await filesOf(english)).toEqual(await filesOf(spanish));
  });

  it.each([
    [['x.gexf', '--kinds', 'NOBODY'], 2, 'pero llegó NOBODY'],
    [['x', '--format', 'xlsx', '--lang', 'en'], 2, 'but got xlsx'],
    [['x.gexf', '--dataset', 'nobody'], 2, 'que estén en el grafo (small), pero llegó nobody'],
    [['x.gexf', '--dataset', 'nobody', '--lang', 'en'], 2, 'that the graph holds (small), but got nobody'],
    [['no/such/folder/x.gexf'], 1, 'Créela primero'],
  ])('%j ends with %i and a message', async (args, code, message) => {
    expect(await run(...args)).toMatchObject({ code, out: '', err: expect.stringContaining(message) });
    expect(existsSync('x.gexf')).toBe(false);
  });
});

describe('Each page', () => {
  const driver = neo4j.driver(uri);
  afterAll(() => driver.close());
  const pages = [...entityPages.values(), ...chosenEntityPages.values(), ...tiePages.values()].map(
    ({ name, text }) => [name, text] as const,
  );
  const parameters = { after: '', limit: 1, full: true, datasets: null, onlyTied: true, ties: [], labels: [] };

  it.each(pages)('%s walks the index of the ids in its order', async (_, text) => {
    const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, parameters, { database: 'neo4j' });
    const names = JSON.stringify(summary.plan).match(/"operatorType":"[^"@]*/g) ?? [];
    expect(names.filter((name) => /Scan$|Sort|Top/.test(name))).toEqual([]);
    expect(names.filter((name) => name.endsWith('IndexSeekByRange'))).toHaveLength(1);
  });
});
