import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * When a living process started, as an opaque text to compare: with the pid it names one process for good,
 * since pids are used again. Null when there is no such process, or only its zombie.
 */
export async function startOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return (await ps(pid, 'lstart')) || null;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The second field is the program's name in brackets and may hold spaces: count from behind it (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : (fields[19] ?? null);
}

/** Whether the process is the Neo4j server of this home, read off its command line. */
export async function isNeo4jOf(pid: number, home: string): Promise<boolean> {
  const marks = ['org.neo4j.server.CommunityEntryPoint', `--home-dir=${home}`];
  if (process.platform !== 'linux') {
    const line = `${await ps(pid, 'args')} `;
    return marks.every((mark) => line.includes(` ${mark} `));
  }
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const words = line.split('\0');
  return marks.every((mark) => words.includes(mark));
}

async function ps(pid: number, column: string): Promise<string> {
  return run('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
}
