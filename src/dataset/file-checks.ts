import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

import type { Finding, ProblemList } from './problem.ts';

/** Whether the bytes of a file are the text of a comma-separated table; notes what is wrong when they are not. */
export async function isReadable(path: string, file: string, problems: ProblemList): Promise<boolean> {
  const before = problems.report().total;
  let line = 1;
  let rest = Buffer.alloc(0);
  let isFirst = true;
  try {
    for await (const chunk of createReadStream(path)) {
      // Without an encoding, a file's stream yields buffers.
      const bytes = Buffer.concat([rest, chunk as Buffer]);
      if (isFirst && noteFirstLine(bytes, file, problems)) return false;
      isFirst = false;
      const whole = bytes.lastIndexOf(0x0a) + 1;
      const bad = firstBadLine(bytes.subarray(0, whole), line);
      if (bad !== null) return note(problems, file, bad.line, notUtf8(bad.text));
      line += countLines(bytes.subarray(0, whole));
      rest = bytes.subarray(whole);
    }
  } catch (cause) {
    return note(problems, file, null, notThere(cause));
  }
  if (!isUtf8(rest)) return note(problems, file, line, notUtf8(rest.toString('latin1')));
  return problems.report().total === before;
}

/** Notes what the first line tells of the whole file; true where nothing more can be read. */
function noteFirstLine(bytes: Buffer, file: string, problems: ProblemList): boolean {
  if (isUtf16(bytes)) return !note(problems, file, 1, utf16());
  const [first = ''] = bytes
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .split(/\r?\n/, 1);
  const separator = [';', '\t'].find(
    (sign) => first === `sep=${sign}` || (first.includes(sign) && !first.includes(',')),
  );
  if (separator !== undefined) note(problems, file, 1, otherSeparator(first, separator));
  return false;
}

/** UTF-16 shows by its byte order mark, or by the zero bytes between Latin letters. */
function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString('hex');
  return mark === 'fffe' || mark === 'feff' || bytes.subarray(0, 200).includes(0);
}

function firstBadLine(bytes: Buffer, firstLine: number): { readonly line: number; readonly text: string } | null {
  if (isUtf8(bytes)) return null;
  for (let start = 0, line = firstLine; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const row = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (!isUtf8(row)) return { line, text: row.toString('latin1').trimEnd() };
    start = end === -1 ? bytes.length : end + 1;
  }
  return null;
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}

function note(problems: ProblemList, file: string, line: number | null, finding: Finding): false {
  problems.add(file, line, null, finding);
  return false;
}

function notThere(cause: unknown): Finding {
  const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  const reason = cause instanceof Error ? cause.message : String(cause);
  return {
    // What the system says is English, and says no more than that there is no such file.
    value: isMissing ? null : reason,
    expected: isMissing
      ? { es: 'este archivo', en: 'this file' }
      : { es: 'un archivo que se pueda leer', en: 'a file that can be read' },
    mend: {
      es: 'ponga allí un archivo con ese nombre exacto (.csv, no .xlsx ni .txt), con al menos su encabezado',
      en: 'put a file of exactly that name there (.csv, not .xlsx or .txt), with its header at least',
    },
  };
}

function utf16(): Finding {
  return {
    value: 'UTF-16',
    expected: { es: 'texto UTF-8', en: 'UTF-8 text' },
    mend: {
      es: 'guárdelo en la hoja de cálculo como «CSV UTF-8», no como «texto Unicode»',
      en: 'save it from the spreadsheet as “CSV UTF-8”, not as “Unicode text”',
    },
  };
}

function notUtf8(text: string): Finding {
  return {
    value: text,
    expected: {
      es: 'texto UTF-8; una hoja de cálculo guardó el archivo en Latin-1 (Windows-1252)',
      en: 'UTF-8 text; a spreadsheet saved the file in Latin-1 (Windows-1252)',
    },
    mend: { es: 'guárdelo de nuevo como «CSV UTF-8»', en: 'save it again as “CSV UTF-8”' },
  };
}

function otherSeparator(header: string, separator: string): Finding {
  const isTab = separator === '\t';
  return {
    value: header,
    expected: {
      es: `comas entre las columnas; una hoja de cálculo guardó el archivo con ${isTab ? 'tabuladores' : 'punto y coma'}`,
      en: `commas between the columns; a spreadsheet saved the file with ${isTab ? 'tabs' : 'semicolons'}`,
    },
    mend: {
      es: 'guárdelo de nuevo como CSV separado por comas (en la hoja de cálculo o en la región del sistema, elija la coma como separador de listas)',
      en: 'save it again as CSV separated by commas (choose the comma as list separator in the spreadsheet or in the system’s region)',
    },
  };
}
