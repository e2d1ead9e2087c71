import { randomBytes } from 'node:crypto';
import { access, chmod, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnGuarded } from './guarded-process.ts';
import type { Home } from './home.ts';
import { errorCode, ManagedServerError } from './managed-server-error.ts';

const RESET = 'run: sobremesa db reset (deletes the local database, which the next start loads anew)';

/**
 * The password of this home's database, made and set when there is none yet.
 *
 * Neo4j takes an initial password from `data/dbms/auth.ini` at the first boot with authentication, and ignores it
 * afterwards. So each step may be cut short: until the first boot the kept password is simply set again.
 */
export async function ensurePassword(home: Home, setInitialPassword: (home: Home) => Promise<void>): Promise<string> {
  const booted = await exists(join(home.folder, 'data', 'databases', 'system'));
  const set = await exists(join(home.folder, 'data', 'dbms', 'auth.ini'));
  const kept = await readPassword(home.passwordFile);
  if (kept === null && booted && set) {
    throw new ManagedServerError(
      `The database's password should be in ${home.passwordFile}, but the file is gone and the database cannot be opened without it: put it back, or ${RESET}.`,
    );
  }
  const password = kept ?? (await makePassword(home.passwordFile));
  if (!booted || !set) await setInitialPassword(home);
  return password;
}

/** Hands the password to Neo4j's own tool by file: on a command line every user of the machine could read it. */
export async function setInitialPassword(home: Home, java: string, environment?: NodeJS.ProcessEnv): Promise<void> {
  const log = await open(home.consoleLog, 'w');
  try {
    const admin = spawnGuarded(
      [
        // By the environment: the tool garbles an accent in a path given as -Dbasedir.
        'env',
        `NEO4J_HOME=${home.folder}`,
        `NEO4J_CONF=${home.configuration}`,
        java,
        '-Xmx128m',
        '-cp',
        `${home.library}/*`,
        'org.neo4j.server.startup.Neo4jAdminCommand',
        'dbms',
        'set-initial-password',
        `@${home.passwordFile}`,
      ],
      log.fd,
      environment,
    );
    const { code } = await admin.ended;
    if (code === 0) return;
  } finally {
    await log.close();
  }
  const words = (await readFile(home.consoleLog, 'utf8')).trim().split('\n').slice(0, 3).join('\n  ');
  throw new ManagedServerError(
    `Neo4j should have taken its first password, but refused:\n  ${words}\nStart again; if it stays so, ${RESET}.`,
  );
}

/** The kept password; null when there is none yet. */
export async function readPassword(file: string): Promise<string | null> {
  let content: string;
  try {
    await chmod(file, 0o600);
    content = await readFile(file, 'utf8');
  } catch (failure) {
    const code = errorCode(failure);
    if (code === 'ENOENT') return null;
    throw new ManagedServerError(
      `The database's password should be readable in ${file}, but is not (${code}): give the file to this user, or ${RESET}.`,
      { cause: failure },
    );
  }
  const password = content.trim();
  if (/^[0-9a-f]{48}$/.test(password)) return password;
  throw new ManagedServerError(
    `${file} should hold the database's password of 48 signs, but ${content.length === 0 ? 'is empty' : 'holds something else'}: put the old content back, or ${RESET}.`,
  );
}

async function makePassword(file: string): Promise<string> {
  // Hexadecimal: a password that begins with "-" or "@" would read as an option or a file to Neo4j's tool.
  const password = randomBytes(24).toString('hex');
  const draft = `${file}.draft`;
  const handle = await open(draft, 'w', 0o600);
  await handle.chmod(0o600);
  await handle.writeFile(`${password}\n`);
  await handle.sync();
  await handle.close();
  await rename(draft, file);
  return password;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
