#!/usr/bin/env node
// Runs before any package is there: Node's own modules only, and no syntax newer than Node 16 (it must parse there
// to say that 20.20 is needed).
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NEEDED = [20, 20];
const LOCK = join(ROOT, '.sobremesa', 'installing');
const STAMP = join(ROOT, 'node_modules', '.sobremesa-lock');
const PATIENCE_MS = 15 * 60_000;

/** Installs the packages of package-lock.json unless they are there already; throws an Error in plain words. */
export async function ensureInstalled() {
  checkNode();
  if (await isInstalled()) return;
  const release = await takeTurn();
  try {
    // Another start may have installed everything while this one waited.
    if (!(await isInstalled())) await install();
  } finally {
    await release();
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  throw new Error(
    `Sobremesa needs Node ${NEEDED.join('.')} or newer, but this is ${process.versions.node}: install a newer one (https://nodejs.org, or: nvm install 20), or run: docker compose up`,
  );
}

/** The stamp is written last and lies in the folder that `npm ci` deletes first: a half-finished install has none. */
async function isInstalled() {
  const stamp = await readFile(STAMP, 'utf8').catch(() => null);
  return stamp !== null && stamp === (await wanted());
}

async function wanted() {
  const text = await readFile(join(ROOT, 'package-lock.json')).catch(() => {
    throw new Error(
      `${join(ROOT, 'package-lock.json')} should be there, but cannot be read: get it back with: git checkout package-lock.json`,
    );
  });
  return createHash('sha256').update(text).digest('hex');
}

async function install() {
  process.stderr.write('Installing the packages of package-lock.json (once, about a minute) …\n');
  const stamp = await wanted();
  const { code, output } = await runNpm();
  if (code !== 0) {
    const last = output.trim().split('\n').slice(-12).join('\n  ');
    throw new Error(
      `"npm ci" should have installed the packages, but ended with ${code}:\n  ${last}\nCheck the network (behind a proxy: npm config set proxy, https-proxy) and the free disk space, then start again.`,
    );
  }
  await writeFile(STAMP, stamp);
}

function runNpm() {
  return new Promise((resolve) => {
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-20_000));
    const npm = spawn('npm', ['ci', '--no-audit', '--no-fund'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    npm.stdout.on('data', keep);
    npm.stderr.on('data', keep);
    npm.once('error', (failure) => resolve({ code: failure.code, output: `npm cannot be run: ${failure.message}` }));
    npm.once('close', (code, signal) => resolve({ code: code ?? signal, output }));
  });
}

/** Only one start installs at a time: mkdir succeeds for exactly one. */
async function takeTurn() {
  await mkdir(dirname(LOCK), { recursive: true });
  const deadline = Date.now() + PATIENCE_MS;
  for (let told = false; Date.now() < deadline;) {
    if (await tryLock()) return () => rm(LOCK, { recursive: true, force: true });
    const holder = await readHolder();
    if (await isStale(holder)) {
      await removeStale(holder);
      continue;
    }
    if (!told) process.stderr.write('Another start is installing the packages: waiting for it …\n');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(
    `Another start should have installed the packages within ${PATIENCE_MS / 60_000} minutes, but still holds ${LOCK}: end it, delete that folder, then start again.`,
  );
}

async function tryLock() {
  try {
    await mkdir(LOCK);
  } catch (failure) {
    if (failure.code === 'EEXIST') return false;
    throw new Error(
      `The project's folder must be writable, but ${LOCK} cannot be made (${failure.code}): give the folder to this user, or free disk space, then start again.`,
    );
  }
  await writeFile(join(LOCK, 'pid'), String(process.pid));
  return true;
}

async function readHolder() {
  return readFile(join(LOCK, 'pid'), 'utf8').catch(() => '');
}

async function isStale(holder) {
  if (holder !== '') return !isAlive(Number(holder));
  // No pid yet: its holder is just writing it, or died before it could.
  const made = await stat(LOCK).catch(() => null);
  return made !== null && Date.now() - made.mtimeMs > 10_000;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure.code === 'EPERM';
  }
}

/** Only one of several succeeds in renaming; whoever caught a rival's fresh lock instead puts it back. */
async function removeStale(holder) {
  const aside = `${LOCK}.stale-${process.pid}`;
  try {
    await rename(LOCK, aside);
  } catch {
    return;
  }
  const caught = await readFile(join(aside, 'pid'), 'utf8').catch(() => '');
  if (caught === holder) await rm(aside, { recursive: true, force: true });
  else await rename(aside, LOCK).catch(() => {});
}

if (process.argv[1] !== undefined && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  try {
    await ensureInstalled();
  } catch (failure) {
    process.stderr.write(`${failure.message}\n`);
    process.exitCode = 1;
  }
}
