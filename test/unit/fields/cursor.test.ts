import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decodeCursor, encodeCursor, ListMark } from '../../../src/fields/cursor.ts';

const refusal =
  /^after: expected a cursor that this list gave, with the same filter and order, but got another text\. Ask without it for the first page\.$/;

const mark = new ListMark('list');

describe('a cursor', () => {
  test('is read back as it was written, whatever the key holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (key) => {
        expect(decodeCursor('after', encodeCursor(mark, key), mark, key.length)).toEqual(key);
      }),
    );
  });

  test('needs no escaping in a URL', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (key) => {
        expect(encodeCursor(mark, key)).toMatch(/^[\w-]+$/);
      }),
    );
  });

  test('of another list or of another length of key is refused', () => {
    const cursor = encodeCursor(mark, ['a', 'b']);
    expect(() => decodeCursor('after', cursor, new ListMark('other'), 2)).toThrow(refusal);
    expect(() => decodeCursor('after', cursor, mark, 1)).toThrow(refusal);
    expect(() => decodeCursor('after', cursor, mark, 3)).toThrow(refusal);
  });

  test('is refused when it is any other text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.base64String(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        (text) => {
          expect(() => decodeCursor('after', text, mark, 2)).toThrow(refusal);
        },
      ),
    );
  });

  test('is refused by the name of its argument', () => {
    expect(() => decodeCursor('before', 'x', mark, 2)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument: 'before' } }),
    );
  });
});

describe('the mark of a list', () => {
  test('is the same for the same field, filter and order', () => {
    expect(new ListMark('people', { axes: ['a'], text: null }, 'NAME', 'ASC').text).toBe(
      new ListMark('people', { axes: ['a'], text: null }, 'NAME', 'ASC').text,
    );
  });

  test('differs for each other field, filter and order', () => {
    const marks = [
      new ListMark('people', {}, 'NAME', 'ASC').text,
      new ListMark('people', {}, 'NAME', 'DESC').text,
      new ListMark('people', {}, 'DATE', 'ASC').text,
      new ListMark('people', { axes: [] }, 'NAME', 'ASC').text,
      new ListMark('people', { axes: ['a'] }, 'NAME', 'ASC').text,
      new ListMark('people', { axes: ['a', 'b'] }, 'NAME', 'ASC').text,
      new ListMark('people', { axes: ['a,b'] }, 'NAME', 'ASC').text,
      new ListMark('peopleOfBody', {}, 'NAME', 'ASC').text,
    ];
    expect(new Set(marks).size).toBe(marks.length);
  });
});
