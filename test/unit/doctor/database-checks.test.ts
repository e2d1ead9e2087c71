import { describe, expect, test } from 'vitest';

import { KnownHubs } from '../../../src/graph/known-hubs.ts';
import {
  lookAtDatabase,
  lookAtDatasets,
  lookAtImports,
  lookAtSchema,
  lookAtVersion,
  managedAddress,
} from '../../../src/doctor/database-checks.ts';
import type { Reader } from '../../../src/graph/graph.ts';
import { schemaParts, type DatasetState } from '../../../src/graph/schema.ts';
import { takeLock } from '../../../src/neo4j/process-lock.ts';
import { temporaryHome } from '../neo4j/fakes.ts';
import { inEnglish } from './in-english.ts';

/** A database that gives the same rows whatever it is asked. */
function answering(rows: readonly (readonly unknown[])[]): Reader {
  return {
    hubs: new KnownHubs(),
    // Each test asks one statement, and gives the columns that it returns.
    read: async <R extends readonly unknown[]>() => rows as unknown as readonly R[],
  };
}

const address = { uri: 'bolt://127.0.0.1:7687', username: 'neo4j', password: 'secret', database: 'neo4j' };
const refusing = { check: async () => ({ reason: 'it answered: no', mayPass: false }) };

describe('the database', () => {
  test('that answers is well', async () => {
    expect(inEnglish(await lookAtDatabase({ check: async () => null }, address, null))).toEqual({
      state: 'ok',
      found: 'answers at bolt://127.0.0.1:7687',
    });
  });

  test('that NEO4J_URI names and does not answer is a failure that names the settings', async () => {
    const look = inEnglish(await lookAtDatabase(refusing, address, null));
    expect(look).toMatchObject({ state: 'failed', next: expect.stringContaining('NEO4J_PASSWORD') });
    expect(JSON.stringify(look)).not.toContain('secret');
  });

  test('of this program that runs and does not answer is a failure', async () => {
    const home = await temporaryHome();
    expect(inEnglish(await lookAtDatabase(refusing, address, home))).toMatchObject({
      state: 'failed',
      found: expect.stringContaining('it answered: no'),
      next: expect.stringContaining('npx sobremesa db stop'),
    });
  });

  test('of this program that does not run is a warning', async () => {
    const home = await temporaryHome();
    expect(await managedAddress(home)).toBeNull();
    expect(inEnglish(await lookAtDatabase(null, null, home))).toMatchObject({ state: 'warning', next: 'npm start' });
  });

  test('that is being started is a warning', async () => {
    const home = await temporaryHome();
    await takeLock(home.lock);
    expect(inEnglish(await lookAtDatabase(null, null, home))).toMatchObject({
      state: 'warning',
      found: `process ${process.pid} is starting the managed database`,
    });
  });

  test.each([
    ['5.26.31', 'ok'],
    ['2025.10.1', 'warning'],
    ['4.4.40', 'failed'],
  ])('of version %s is %s', async (version, state) => {
    const look = inEnglish(await lookAtVersion(answering([[version]])));
    expect(look).toMatchObject({ state, found: expect.stringContaining(version) });
    expect(look.next === undefined).toBe(state === 'ok');
  });

  test('that tells no version is a failure', async () => {
    expect(inEnglish(await lookAtVersion(answering([])))).toMatchObject({ state: 'failed' });
  });
});

describe('constraints and indexes', () => {
  const online = schemaParts.map(({ name }) => [name, 'ONLINE']);

  test('are well when all can be used', async () => {
    expect(inEnglish(await lookAtSchema(answering(online)))).toEqual({ state: 'ok', found: 'all there' });
  });

  test('that are missing are a failure', async () => {
    expect(inEnglish(await lookAtSchema(answering(online.slice(5))))).toMatchObject({
      state: 'failed',
      found: expect.stringMatching(/^5 are missing: .* and others$/),
      next: expect.stringMatching(/^npm start/),
    });
  });

  test('that are still built are a warning', async () => {
    expect(
      inEnglish(await lookAtSchema(answering([[online[0]?.[0], 'POPULATING'], ...online.slice(1)]))),
    ).toMatchObject({
      state: 'warning',
      found: expect.stringMatching(/^1 cannot be used yet/),
    });
  });
});

describe('the packages in the graph', () => {
  const row = (id: string, state: DatasetState['state']) => [id, '1.0.0', 'abc', state, 7];

  test('are listed with version, rows and hash', async () => {
    expect(inEnglish(await lookAtDatasets(answering([row('north', 'COMPLETE'), row('south', 'COMPLETE')])))).toEqual({
      state: 'ok',
      found: 'north 1.0.0, 7 rows, hash abc; south 1.0.0, 7 rows, hash abc',
    });
  });

  test('that are none are a warning', async () => {
    expect(inEnglish(await lookAtDatasets(answering([row('north', 'LOADING')])))).toMatchObject({
      state: 'warning',
      found: 'none',
    });
  });

  test('whose import was interrupted are a failure that names the folder to import again', async () => {
    const folderOf = (id: string) => (id === 'north' ? 'seeds/north' : null);
    const graph = answering([row('north', 'LOADING'), row('south', 'LOADING'), row('west', 'COMPLETE')]);
    expect(inEnglish(await lookAtImports(graph, folderOf))).toEqual({
      state: 'failed',
      found: 'north, south: an import is under way, or was interrupted',
      next: 'wait for it, or go on with it: npx sobremesa import seeds/north && npx sobremesa import <folder of south>',
    });
    expect(inEnglish(await lookAtImports(answering([row('west', 'COMPLETE')]), folderOf))).toMatchObject({
      state: 'ok',
    });
  });
});
