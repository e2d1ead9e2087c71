import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { csvRows } from '../../../src/dataset/csv-rows.ts';
import { csvOfTable } from '../../../src/dataset/package-writing.ts';
import { defused, spreadsheetLine } from '../../../src/export/spreadsheet.ts';
import { xml } from '../../../src/export/xml.ts';
import { tables } from '../../../src/model/tables.ts';
import { temporaryFolder } from './folders.ts';
import { textOf } from './readings.ts';
import { readXml } from './xml-reading.ts';

const [table] = tables.filter(({ name }) => name === 'redirects');
if (table === undefined) throw new Error('The tests write the table redirects, but the model has none.');

describe('A table of a package', () => {
  test('is written with line feeds, and quotes only where they are needed', async () => {
    const rows = [
      ['b', '=1+1', 'x | y'],
      ['a', 'Ñ, "é"', 'two\nlines'],
    ];
    expect(await textOf(csvOfTable(table, rows))).toBe('id,heir,citations\nb,=1+1,x | y\na,"Ñ, ""é""","two\nlines"\n');
  });

  test('is a header alone when there are no rows', async () => {
    expect(await textOf(csvOfTable(table, []))).toBe('id,heir,citations\n');
  });

  test('is read back as it was, whatever its cells hold', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'table.csv');
    const cell = fc.string({ unit: fc.constantFrom('a', 'Ñ', '"', ',', ';', '\n', '\r', '#', ' ', '🎭', '=', '\t') });
    const id = cell.map((text) => `id${text}`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(id, cell, cell), { maxLength: 20 }), async (rows) => {
        await writeFile(path, await textOf(csvOfTable(table, rows)));
        const read: (readonly string[])[] = [];
        for await (const { cells } of csvRows(path, () => expect.fail('a row was skipped'))) read.push(cells);
        expect(read.slice(1)).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });

  test('comes in pieces, so that a large one is never whole in memory', async () => {
    const pieces: string[] = [];
    const rows = Array.from({ length: 5000 }, (_, at) => [`id-${at}`, 'x', 'y']);
    for await (const piece of csvOfTable(table, rows)) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join('').split('\n')).toHaveLength(5002);
  });
});

describe('A cell of a spreadsheet', () => {
  test.each(['=1+1', '+52 55', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＠x'])('is defused: %j', (text) => {
    expect(defused(text)).toBe(`'${text}`);
  });

  test.each(['', 'a=1', 'Ñandú', '(=1)', "'=1", '1-2', '#1'])('stays as it is: %j', (text) => {
    expect(defused(text)).toBe(text);
  });

  test('is always in quotes, so that no text can end it', () => {
    expect(spreadsheetLine(['a";=1', 'b,c'], 'semicolon')).toBe('"a"";=1";"b,c"\r\n');
  });
});

describe('A text in XML', () => {
  test('is read back by a parser, less what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const held = Array.from(text).filter((sign) =>
          /[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(sign),
        );
        const root = readXml(`<?xml version="1.0" encoding="UTF-8"?>\n<a b="${xml(text)}">${xml(text)}</a>`);
        expect([root.text, root.attributes.get('b')]).toEqual([held.join(''), held.join('')]);
      }),
    );
  });

  test('loses control characters, half surrogate pairs and what is no character', () => {
    expect(xml('a\u0000\u0008\u000b\u001f\uD800\uDC00b\uFFFE\uFFFF\uD83Cc')).toBe('a\u{10000}bc');
  });
});
