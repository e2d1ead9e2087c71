import { expect, test } from 'vitest';
import { findJava, majorVersion } from '../../../src/neo4j/java.ts';
import { startManagedServer } from '../../../src/neo4j/managed-server.ts';
import { bareEnvironment, JAVA_17, temporaryFolder, withCommand } from './fakes.ts';

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\njava version "1.8.0_402"', 8],
  ['openjdk version "21" 2023-09-19 LTS', 21],
  ['The operation could not be completed.', null],
])('reads the version in %j as %j', (words, version) => {
  expect(majorVersion(words)).toBe(version);
});

test('says in one line what to install or set when there is no Java', async () => {
  const start = startManagedServer({
    home: await temporaryFolder(),
    authentication: false,
    report: () => {},
    environment: await bareEnvironment(),
  });
  await expect(start).rejects.toThrow(
    /^Neo4j needs Java 17 or 21, but no Java was found.*apt install.*brew install.*NEO4J_URI.*docker compose up$/,
  );
});

test('refuses a Java that is too old, with its version', async () => {
  const environment = await withCommand(await temporaryFolder(), 'java', `echo 'openjdk version "11.0.2"' >&2`);
  await expect(findJava(environment)).rejects.toThrow(/but java is Java 11\..*JAVA_HOME/);
});

test('takes the Java of JAVA_HOME before that of PATH', async () => {
  const [old, right] = [await temporaryFolder(), await temporaryFolder()];
  const environment = await withCommand(old, 'java', `echo 'openjdk version "11.0.2"' >&2`);
  await withCommand(right, 'java', JAVA_17);
  expect(await findJava({ ...environment, JAVA_HOME: right })).toEqual({ command: `${right}/bin/java`, remark: null });
});

test('names JAVA_HOME when it leads nowhere', async () => {
  const environment = { ...(await bareEnvironment()), JAVA_HOME: '/nowhere' };
  await expect(findJava(environment)).rejects.toThrow('JAVA_HOME leads to /nowhere/bin/java, which does not run');
});

test('tries a newer Java than the known ones, with a remark', async () => {
  const environment = await withCommand(await temporaryFolder(), 'java', `echo 'openjdk version "25"' >&2`);
  expect((await findJava(environment)).remark?.en).toMatch(/this is 25/);
});
