import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { startManagedServer, type ManagedServer } from '../../src/neo4j/managed-server.ts';
import { ask, exitOf, get, library, openWorkshop, ready, until, type Workshop } from '../support/program.ts';
import { seedRows } from '../support/seed-rows.ts';

/** A fixed port in front of a database that gets another one at each start; closed, it refuses as a dead one does. */
interface Door {
  readonly port: number;
  open(to: ManagedServer): Promise<void>;
  shut(): Promise<void>;
}

// A start takes 8 s on a calm machine and a minute on a busy one; some tests make four.
vi.setConfig({ testTimeout: 360_000, hookTimeout: 90_000 });

let workshop: Workshop;
let databaseHome = '';
let databases: ManagedServer[] = [];
let door: Door;

beforeEach(async () => {
  workshop = await openWorkshop();
  databaseHome = await mkdtemp(join(tmpdir(), 'sobremesa-database-'));
  databases = [];
  door = await makeDoor();
});
afterEach(async () => {
  await workshop.endAll();
  await door.shut();
  for (const database of databases) {
    // A stopped process would not hear the request to end.
    signal(database, 'SIGCONT');
    await database.stop();
  }
  await rm(databaseHome, { recursive: true, force: true });
});

async function makeDoor(): Promise<Door> {
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let target = 0;
  let port = 0;
  const listen = () =>
    new Promise<void>((resolve, reject) => {
      server = createServer((inner) => {
        const outer = connect(target, '127.0.0.1');
        for (const [socket, other] of [
          [inner, outer],
          [outer, inner],
        ] as const) {
          sockets.add(socket);
          socket.on('error', () => other.destroy());
          socket.on('close', () => sockets.delete(socket));
          socket.pipe(other);
        }
      });
      server.once('error', reject).listen(port, '127.0.0.1', () => {
        const address = server?.address();
        if (typeof address === 'object' && address !== null) port = address.port;
        resolve();
      });
    });
  const shut = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      if (server === null) {
        resolve();
        return;
      }
      server.close(() => resolve());
      server = null;
    });
  await listen();
  await shut();
  return {
    get port() {
      return port;
    },
    async open({ uri }) {
      target = Number(new URL(uri).port);
      await listen();
    },
    shut,
  };
}

async function startDatabase(): Promise<ManagedServer> {
  const database = await startManagedServer({
    home: databaseHome,
    library,
    authentication: false,
    report: () => undefined,
  });
  databases.push(database);
  return database;
}

function signal({ pid }: ManagedServer, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already: what was wanted.
  }
}

const settings = () => ({ NEO4J_URI: `bolt://127.0.0.1:${door.port}`, NEO4J_AUTH: 'none' });
const PEOPLE = '{ people(first: 1) { totalCount nodes { affiliations { role } } } }';

/** The error for a client that asks while the database is away. */
async function refusal(url: string): Promise<{ readonly milliseconds: number }> {
  const start = performance.now();
  const { status, headers, body } = await ask(url, PEOPLE);
  expect(status).toBe(503);
  expect(headers.get('retry-after')).toMatch(/^\d+$/);
  expect(body.errors.map((error: { extensions: { code: string } }) => error.extensions.code)).toContain(
    'SERVICE_UNAVAILABLE',
  );
  expect(JSON.stringify(body)).not.toMatch(/bolt:|ECONN|Neo4jError|MATCH/);
  return { milliseconds: performance.now() - start };
}

const answers = (url: string) =>
  until('the service to answer again', async () => (await ask(url, PEOPLE)).status === 200, 15_000);

test('a database of others that is killed makes answers 503 until it is back', async () => {
  const database = await startDatabase();
  await door.open(database);
  const program = workshop.run(['start'], settings());
  const url = await ready(program);
  expect((await ask(url, PEOPLE)).body.data.people.totalCount).toBe(seedRows('people').length);

  signal(database, 'SIGKILL');
  await database.ended;
  await door.shut();
  await refusal(url);
  expect((await get(`${url}/livez`))?.status).toBe(200);
  expect((await get(`${url}/readyz`))?.status).toBe(503);

  await door.open(await startDatabase());
  await answers(url);
  expect((await get(`${url}/readyz`))?.status).toBe(200);
  program.child.kill('SIGTERM');
  expect(await exitOf(program, 20_000)).toBe(0);
});

test('a database that freezes makes errors in bounded time, and no queue', async () => {
  const database = await startDatabase();
  await door.open(database);
  const url = await ready(workshop.run(['start'], settings()));
  expect((await ask(url, PEOPLE)).status).toBe(200);

  signal(database, 'SIGSTOP');
  // More than the pool holds: whoever waits for a connection must get an error as well. Each waits at most for its request's time.
  const replies = await Promise.all(Array.from({ length: 150 }, () => ask(url, PEOPLE, 14_000)));
  expect(replies.filter(({ status }) => status !== 503).map(({ status, body }) => [status, body])).toEqual([]);
  expect((await get(`${url}/livez`))?.status).toBe(200);
  expect((await get(`${url}/readyz`))?.status).toBe(503);

  signal(database, 'SIGCONT');
  await answers(url);
});

test('a service that starts before its database waits for it', async () => {
  const program = workshop.run(['start'], settings());
  const url = await until('the program to listen', () => /Server listening at (http:[^"\s]+)/.exec(program.out())?.[1]);
  expect(await until('an answer', () => get(`${url}/readyz`))).toMatchObject({
    status: 503,
    body: { ready: false, missing: expect.arrayContaining(['the database']) },
  });
  await refusal(url);
  await door.open(await startDatabase());
  expect(await ready(program)).toBe(url);
  await answers(url);
});

test('a service that is told to stop while it waits for its database stops', async () => {
  const program = workshop.run(['start'], settings());
  await until('the program to listen', () => program.out().includes('Server listening at'));
  program.child.kill('SIGTERM');
  expect(await exitOf(program, 15_000)).toBe(0);
});
