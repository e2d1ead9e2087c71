import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';

/** Writes a generated file; with --check on the command line only says where it differs, and ends with 1. */
export async function writeOrCheck(path: string, text: string): Promise<void> {
  const present = await readFile(path, 'utf8').catch(() => '');
  if (present === text) return;
  if (process.argv.includes('--check')) {
    console.error(differenceOf(relative(process.cwd(), path), present, text));
    process.exitCode = 1;
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function differenceOf(path: string, present: string, text: string): string {
  const was = present.split('\n');
  const wanted = text.split('\n');
  const at = wanted.findIndex((line, index) => line !== was[index]);
  // Equal up to the end of what is wanted: the file goes on where it should end.
  const line = at === -1 ? wanted.length : at;
  return `${path}:${line + 1} · should be ${quote(wanted[line])}, but is ${quote(was[line])}. Write it anew with: npm run generate`;
}

function quote(line: string | undefined): string {
  return line === undefined ? 'the end' : `“${line.trim()}”`;
}
