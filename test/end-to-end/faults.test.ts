import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { startManagedServer, type ManagedServer } from '../../src/neo4j/managed-server.ts';
import {
  ask,
  exitOf,
  get,
  library,
  openWorkshop,
  ready,
  until,
  type Program,
  type Workshop,
} from '../support/program.ts';
import { seedRows } from '../support/seed-rows.ts';

/** A fixed port in front of a database that gets another one at each start; closed, it refuses as a dead one does. */
interface Door {
  readonly port: number;
  open(to: ManagedServer): Promise<void>;
  shut(): Promise<void>;
}

// A start takes 8 s on a calm machine and a minute on a busy one.
vi.setConfig({ testTimeout: 360_000, hookTimeout: 90_000 });

let workshop: Workshop;
let databaseHome = '';
const databases: ManagedServer[] = [];
let door: Door;

beforeAll(async () => {
  workshop = await openWorkshop();
  databaseHome = await mkdtemp(join(tmpdir(), 'sobremesa-database-'));
  door = await makeDoor();
});
afterAll(async () => {
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

// One service and one database, to which this and that happens: each start of the two takes its time.
describe('A service over a database of others', () => {
  let program: Program;
  let url: string;
  let database: ManagedServer;

  test('waits for one that is not there yet', async () => {
    program = workshop.run(['start'], settings());
    url = await until('the program to listen', () => /Server listening at (http:[^"\s]+)/.exec(program.out())?.[1]);
    expect(await until('an answer', () => get(`${url}/readyz`))).toMatchObject({
      status: 503,
      body: { ready: false, missing: expect.arrayContaining(['the database']) },
    });
    await refusal(url);
    database = await startDatabase();
    await door.open(database);
    expect(await ready(program)).toBe(url);
    await answers(url);
    expect((await ask(url, PEOPLE)).body.data.people.totalCount).toBe(seedRows('people').length);
  });

  test('makes errors in bounded time, and no queue, while it is frozen', async () => {
    signal(database, 'SIGSTOP');
    // More than the pool holds: whoever waits for a connection must get an error as well. Each waits at most for its request's time.
    const replies = await Promise.all(Array.from({ length: 150 }, () => ask(url, PEOPLE, 14_000)));
    expect(replies.filter(({ status }) => status !== 503).map(({ status, body }) => [status, body])).toEqual([]);
    expect((await get(`${url}/livez`))?.status).toBe(200);
    expect((await get(`${url}/readyz`))?.status).toBe(503);

    signal(database, 'SIGCONT');
    await answers(url);
  });

  test('answers 503 while it is killed, and again once it is back', async () => {
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

  test('stops when it is told to while it waits for one', async () => {
    await door.shut();
    const waiting = workshop.run(['start'], settings());
    await until('the program to listen', () => waiting.out().includes('Server listening at'));
    waiting.child.kill('SIGTERM');
    expect(await exitOf(waiting, 15_000)).toBe(0);
  });
});
