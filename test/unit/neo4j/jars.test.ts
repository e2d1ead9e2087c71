import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureJars, faultOf, NEO4J_VERSION, versionOf } from '../../../src/neo4j/jars.ts';
import { downloadsIn } from '../../../src/neo4j/maven.ts';
import { bareEnvironment, temporaryFolder, temporaryHome, withCommand, WORKING_MAVEN } from './fakes.ts';

const SERVER = `neo4j-${NEO4J_VERSION}.jar`;

async function fetched() {
  const home = await temporaryHome();
  const machine = await temporaryFolder();
  const environment = await withCommand(machine, 'mvn', WORKING_MAVEN);
  const messages: string[] = [];
  const ensure = () => ensureJars(home, { environment, report: (message) => void messages.push(message) });
  const runs = async () => (await readFile(join(machine, 'bin', 'runs'), 'utf8')).split('\n').length - 1;
  await ensure();
  return { home, ensure, runs, messages };
}

test('fetches the jars once and finds them whole afterwards', async () => {
  const { home, ensure, runs, messages } = await fetched();
  await ensure();
  expect(await faultOf(home.library)).toBeNull();
  expect(await versionOf(home.library)).toBe(NEO4J_VERSION);
  expect(await runs()).toBe(1);
  expect(messages.at(0)).toContain('about 130 MB, once (it is not here yet)');
  expect(messages.at(-1)).toBe('Fetched Neo4j: 2 jars, 0 MB');
});

test.each([
  ['a jar is missing', (library: string) => rm(join(library, SERVER)), `${SERVER} is missing`],
  [
    'a jar is cut short',
    (library: string) => truncate(join(library, SERVER), 3),
    `${SERVER} is damaged (3 bytes instead of 7)`,
  ],
  [
    'there is no manifest',
    (library: string) => rm(join(library, 'manifest.json')),
    'an earlier download was not finished',
  ],
  [
    'the manifest is cut short',
    (library: string) => truncate(join(library, 'manifest.json'), 9),
    'an earlier download was not finished',
  ],
  [
    'the version is another',
    (library: string) => writeFile(join(library, 'manifest.json'), '{"version":"5.1.0","sizes":{"a.jar":1}}'),
    'version 5.1.0 is here',
  ],
])('fetches again by itself when %s', async (_case, damage, fault) => {
  const { home, ensure, runs, messages } = await fetched();
  await damage(home.library);
  const found = await faultOf(home.library);
  expect(found?.en).toBe(fault);
  expect(found?.es).toMatch(/dañado|falta|quedó sin terminar|está la versión/);
  await ensure();
  expect(await faultOf(home.library)).toBeNull();
  expect(await runs()).toBe(2);
  expect(messages.some((message) => message.includes(fault))).toBe(true);
});

test('fetches once when two ask at the same instant', async () => {
  const home = await temporaryHome();
  const machine = await temporaryFolder();
  const environment = await withCommand(machine, 'mvn', WORKING_MAVEN);
  const options = { environment, report: () => {} };
  await Promise.all([ensureJars(home, options), ensureJars(home, options)]);
  expect(await readFile(join(machine, 'bin', 'runs'), 'utf8')).toBe('run\n');
});

test('starts over when an earlier fetch was cut short', async () => {
  const { home, ensure } = await fetched();
  await rm(home.library, { recursive: true });
  await mkdir(`${home.library}.partial`);
  await writeFile(join(`${home.library}.partial`, 'half.jar'), 'ha');
  await ensure();
  expect(JSON.parse(await readFile(join(home.library, 'manifest.json'), 'utf8'))).toMatchObject({ jars: 2 });
});

test('says what to install when there is no Maven', async () => {
  const options = { environment: await bareEnvironment(), report: () => {} };
  await expect(ensureJars(await temporaryHome(), options)).rejects.toThrow(
    /needs Maven.*apt install.*NEO4J_URI.*docker compose up/,
  );
});

test("shows Maven's last words and the way out when it fails", async () => {
  const script =
    '[ "$1" = -v ] && exit 0; echo "[INFO] Scanning"; echo "[ERROR] Unknown host repository"; echo "[ERROR] Re-run Maven"; exit 1';
  const environment = await withCommand(await temporaryFolder(), 'mvn', script);
  const home = await temporaryHome();
  const failure = ensureJars(home, { environment, report: () => {} });
  await expect(failure).rejects.toThrow(/failed:\n {2}\[ERROR\] Unknown host repository\nCheck the network.*proxy/);
  expect(await faultOf(home.library)).toMatchObject({ en: 'it is not here yet' });
});

test('does not take a Maven for done that copied no server', async () => {
  const environment = await withCommand(await temporaryFolder(), 'mvn', 'exit 0');
  const failure = ensureJars(await temporaryHome(), { environment, report: () => {} });
  await expect(failure).rejects.toThrow(`Maven should have copied ${SERVER}, but copied 0 jars`);
});

test('ends Maven when the start is called off', async () => {
  const caller = new AbortController();
  const script = '[ "$1" = -v ] && exit 0; exec sleep 600';
  const environment = await withCommand(await temporaryFolder(), 'mvn', script);
  const report = (message: string) => {
    if (message.includes('at work')) caller.abort(new Error('called off'));
  };
  const failure = ensureJars(await temporaryHome(), { environment, report, signal: caller.signal });
  await expect(failure).rejects.toThrow('called off');
});

test('never replaces a folder that holds anything but jars', async () => {
  const home = await temporaryHome();
  await mkdir(home.library);
  await writeFile(join(home.library, 'thesis.odt'), '');
  const environment = await withCommand(await temporaryFolder(), 'mvn', WORKING_MAVEN);
  await expect(ensureJars(home, { environment, report: () => {} })).rejects.toThrow('but holds thesis.odt');
});

test("counts the downloads in Maven's log", () => {
  const log =
    '[INFO] Downloaded from central: https://a/b.jar (1.5 MB at 3 MB/s)\nDownloaded from x: c.pom (500 B at 1 B/s)\n[INFO] Downloading from x: d\n';
  expect(downloadsIn(log)).toEqual({ files: 2, bytes: 1_500_500 });
});
