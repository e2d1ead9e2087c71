import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openHome, type Home } from '../../../src/neo4j/home.ts';
import { NEO4J_VERSION } from '../../../src/neo4j/jars.ts';

/** A folder that goes when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sobremesa-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function temporaryHome(): Promise<Home> {
  return openHome(join(await temporaryFolder(), 'home'));
}

/** Puts a shell script in a folder's `bin`; gives the environment in which commands come from there first. */
export async function withCommand(folder: string, name: string, script: string): Promise<NodeJS.ProcessEnv> {
  const path = join(folder, 'bin', name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return { PATH: `${dirname(path)}:/usr/bin:/bin` };
}

/** The environment of a machine without any of the commands needed. */
export async function bareEnvironment(): Promise<NodeJS.ProcessEnv> {
  return { PATH: await temporaryFolder() };
}

export const JAVA_17 = `[ "$1" = -version ] && { echo 'openjdk version "17.0.15" 2025-04-15' >&2; exit 0; }`;

/** Does what Maven does: copies jars into the folder given by -DoutputDirectory. */
export const WORKING_MAVEN = `
[ "$1" = -v ] && exit 0
for word; do case $word in -DoutputDirectory=*) folder=\${word#*=};; esac; done
echo server > "$folder/neo4j-${NEO4J_VERSION}.jar"
echo parser > "$folder/parser-1.jar"
echo run >> "$(dirname "$0")/runs"
`;

/** A library as a finished download leaves it, with jars that no Java could read. */
export async function fakeLibrary(folder: string): Promise<void> {
  const name = `neo4j-${NEO4J_VERSION}.jar`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), 'server\n');
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({ version: NEO4J_VERSION, jars: 1, sizes: { [name]: 7 } }),
  );
}
