import { describe, expect, test } from 'vitest';

import { ExportError } from '../../../src/export/export-error.ts';
import { languageOf, readRequest, type ExportOptions } from '../../../src/export/request.ts';
import { entityKinds } from '../../../src/model/kinds.ts';
import { tieKinds, tieOf } from '../../../src/model/ties.ts';

/** The message of a wrong use. */
function refusal(target: string, options: ExportOptions): string {
  try {
    readRequest(target, options);
  } catch (cause) {
    if (cause instanceof ExportError && cause.isWrongUse) return cause.message;
    throw cause;
  }
  throw new Error('Expected the request to be refused, but it was read.');
}

describe('The format of an export', () => {
  test.each([
    ['x.gexf', 'gexf'],
    ['a/b.GraphML', 'graphml'],
    ['x.csv', 'edges'],
    ['x.jsonl', 'jsonl'],
    ['x.ndjson', 'jsonl'],
  ])('is told by the ending of %s', (target, format) => {
    expect(readRequest(target, {}).format).toBe(format);
  });

  test('can be named, whatever the target is called', () => {
    expect(readRequest('x.csv', { format: 'jsonl' }).format).toBe('jsonl');
    expect(readRequest('-', { format: 'edges' })).toMatchObject({ format: 'edges', lang: 'es', spreadsheet: null });
  });

  test.each(['folder', 'x.xlsx', '-'])('must be named for %s', (target) => {
    expect(refusal(target, {})).toContain('Expected --format with one of package, gexf, graphml, edges, jsonl');
  });
});

describe('What to export', () => {
  test('is everything by default', () => {
    expect(readRequest('x.gexf', {})).toMatchObject({
      datasets: null,
      selection: { kinds: entityKinds, ties: tieKinds, onlyTied: false },
    });
  });

  test('is kinds, with every tie between two of them', () => {
    const { selection } = readRequest('x.gexf', { kinds: ['city', 'network', 'CITY'] });
    expect(selection.kinds).toEqual(['NETWORK', 'CITY']);
    expect(selection.onlyTied).toBe(false);
    expect(selection.ties).toContain('MEMBER_OF');
    expect(selection.ties).not.toContain('AFFILIATED_WITH');
  });

  test('is kinds and classes of ties together, and the kinds that these touch', () => {
    const { selection } = readRequest('x.gexf', { ties: ['governs'], classes: ['place'] });
    expect(selection.ties).toEqual(tieKinds.filter((kind) => kind === 'GOVERNS' || tieOf(kind).class === 'PLACE'));
    expect(selection.kinds).not.toContain('PERSON');
    expect(selection.onlyTied).toBe(true);
  });

  test.each<readonly [ExportOptions, string]>([
    [{ kinds: ['PERSONA'] }, 'Expected --kinds with one or more of PERSON, '],
    [{ kinds: [] }, 'but got nothing'],
    [{ ties: ['MEMBER_OF', 'FRIEND'] }, 'but got FRIEND'],
    [{ classes: ['FAMILY'] }, 'Expected --classes with one or more of WORK, '],
    [{ lang: 'fr' }, 'Expected --lang with one or more of es, en, but got fr'],
    [{ format: 'xlsx' }, 'Expected --format with one or more of package'],
    [{ kinds: ['PERSON'], ties: ['MEMBER_OF'] }, 'Expected kinds that MEMBER_OF can join'],
    [{ kinds: ['PERSON'], classes: ['PLACE'] }, 'none of PLACE joins PERSON'],
    [{ excel: true }, 'Expected --excel with the format edges, but got gexf'],
    [{ separator: 'tab' }, 'together with --excel'],
    [{ format: 'edges', excel: true, separator: ';' }, 'comma, semicolon, tab'],
    [{ format: 'package', kinds: ['PERSON'] }, 'A package is exported whole'],
    [{ format: 'package', classes: ['WORK'] }, 'Expected no --classes'],
  ])('is refused as %o', (options, message) => {
    expect(refusal('x.gexf', options)).toContain(message);
  });

  test('is a package in the language that was asked for, which its messages are in', () => {
    expect(readRequest('x', { format: 'package', lang: 'en' })).toMatchObject({ format: 'package', lang: 'en' });
  });

  test('is never a package on the standard output', () => {
    expect(refusal('-', { format: 'package' })).toContain('name a new folder');
  });
});

describe('The language of an export', () => {
  test.each([
    [undefined, 'es'],
    ['en', 'en'],
    ['EN', 'en'],
    ['fr', null],
    ['', null],
  ])('asked for as %o is %o', (asked, lang) => {
    expect(languageOf(asked)).toBe(lang);
  });

  test('is read before the rest, which may be refused in it', () => {
    expect(refusal('x.xlsx', { lang: 'fr' })).toContain('Expected --lang');
  });
});
