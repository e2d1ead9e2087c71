import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import neo4j from 'neo4j-driver';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startManagedServer, type ManagedServer } from '../../src/neo4j/managed-server.ts';
import { resetHome, status, stopByHome } from '../../src/neo4j/maintenance.ts';
import { startOf } from '../../src/neo4j/process-identity.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');
/** Shared with the project's own database, so that the jars are fetched once. */
const library = join(root, '.sobremesa', 'neo4j', 'lib');

vi.setConfig({ testTimeout: 240_000, hookTimeout: 30_000 });

let home = '';
let toStop: ManagedServer[] = [];
let messages: string[] = [];

beforeEach(async () => {
  // An accent and a space: what paths on desktops have.
  home = await mkdtemp(join(tmpdir(), 'sobremesa José '));
  toStop = [];
  messages = [];
});

afterEach(async () => {
  await Promise.all(toStop.map((server) => server.stop()));
  await stopByHome(home);
  await rm(home, { recursive: true, force: true });
});

async function start(authentication = false): Promise<ManagedServer> {
  const report = ({ message }: { message: string }) => void messages.push(message);
  const server = await startManagedServer({ home, library, authentication, report });
  toStop.push(server);
  return server;
}

/** A program of its own that starts the server and then only lives; killed at the end whatever happens. */
async function startInOtherProcess(): Promise<{ parent: ChildProcess; pid: number }> {
  const program = `
    import { startManagedServer } from './src/neo4j/managed-server.ts';
    const [home, library] = process.argv.slice(1);
    const server = await startManagedServer({ home, library, authentication: false, report: () => {} });
    console.log(server.pid);
    setInterval(() => {}, 1000);
  `;
  const parent = spawn(
    process.execPath,
    ['--import', './bin/typescript.mjs', '--input-type=module', '-e', program, home, library],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = await once(createInterface({ input: parent.stdout }), 'line', {
    signal: AbortSignal.timeout(200_000),
  });
  return { parent, pid: Number(line) };
}

async function kill(parent: ChildProcess): Promise<void> {
  const exit = once(parent, 'exit');
  parent.kill('SIGKILL');
  await exit;
}

async function ask(server: ManagedServer, query: string): Promise<unknown[]> {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password ?? ''));
  try {
    return (await driver.executeQuery(query)).records.map((record) => record.get(0));
  } finally {
    await driver.close();
  }
}

test('a database has its own password, keeps its data, and opens again', async () => {
  const first = await start(true);
  expect(first.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/);
  expect((await stat(join(home, 'password'))).mode & 0o777).toBe(0o600);
  await ask(first, "CREATE (:Person {id: 'p1'})");
  await expect(ask({ ...first, password: 'wrong' }, 'RETURN 1')).rejects.toThrow(/unauthorized/i);
  await first.stop();
  await first.stop();
  expect(await first.ended).toBe('Neo4j was stopped, as asked.');
  const second = await start(true);
  expect(second.password).toBe(first.password);
  expect(await ask(second, 'MATCH (p:Person) RETURN p.id')).toEqual(['p1']);
});

test('a home that is running is told so, and refuses a second start and a reset', async () => {
  const server = await start();
  expect(await status(home, library)).toMatchObject({ running: true, pid: server.pid, version: '5.26.31' });
  await expect(start()).rejects.toThrow(
    new RegExp(`Only one program.*process ${process.pid} already does.*sobremesa db stop`),
  );
  await expect(resetHome(home)).rejects.toThrow('sobremesa db stop');
  expect(await stopByHome(home)).toBe(server.pid);
  expect(await server.ended).toMatch(/was stopped from outside/);
  expect(await status(home)).toMatchObject({ running: false, holder: null });
  await expect(resetHome(home)).resolves.toBeUndefined();
});

test('of two starts at the same instant one runs and one is refused', async () => {
  const outcomes = await Promise.allSettled([start(), start()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(String(refused?.reason)).toContain('Only one program at a time');
});

test('a database that is killed says so, and starts again', async () => {
  const server = await start();
  process.kill(server.pid, 'SIGKILL');
  expect(await server.ended).toContain('was ended by SIGKILL from outside');
  expect(await ask(await start(), 'RETURN 1')).toHaveLength(1);
});

test('a start that is called off leaves nothing behind', async () => {
  const caller = new AbortController();
  const report = ({ step }: { step: string }) => {
    if (step === 'start') caller.abort(new Error('called off'));
  };
  const started = startManagedServer({ home, library, authentication: false, report, signal: caller.signal });
  await expect(started).rejects.toThrow('called off');
  expect(await status(home)).toMatchObject({ running: false, holder: null });
});

test('a parent that is killed takes its Neo4j with it', async () => {
  const { parent, pid } = await startInOtherProcess();
  await kill(parent);
  await vi.waitUntil(async () => (await startOf(pid)) === null, { timeout: 10_000, interval: 50 });
  expect(await status(home)).toMatchObject({ running: false, holder: null });
});

test('a Neo4j left behind without its watcher is stopped by the next start', async () => {
  const { parent, pid } = await startInOtherProcess();
  for (const watcher of await restOfGroup(pid)) process.kill(watcher, 'SIGKILL');
  await kill(parent);
  expect(await status(home)).toMatchObject({ running: true, pid, holder: null });
  const server = await start();
  expect(messages).toContain(`Stopping the Neo4j (process ${pid}) that an interrupted run left behind`);
  expect(await startOf(pid)).toBeNull();
  expect(await ask(server, 'RETURN 1')).toHaveLength(1);
});

async function restOfGroup(group: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-eo', 'pid=,pgid=']);
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([pid, pgid]) => (pid !== undefined && pgid === group && pid !== group ? [pid] : []));
}
