import fc from 'fast-check';
import { Kind } from 'graphql';
import { describe, expect, test } from 'vitest';

import { DateTime, isPartialDate, PartialDate } from '../../../src/fields/scalars.ts';

describe('a partial date', () => {
  test.each(['1977', '2015-01', '2015-12', '2015-01-27', '2024-02-29', '2000-02-29', '2015-12-31', '0001-01-01'])(
    'may be %s',
    (text) => {
      expect(isPartialDate(text)).toBe(true);
    },
  );

  test.each([
    '',
    '15',
    '201',
    '20155',
    '2015-1',
    '2015-00',
    '2015-13',
    '2015-01-00',
    '2015-01-32',
    '2015-04-31',
    '2026-02-30',
    '2023-02-29',
    '1900-02-29',
    '2015-01-1',
    '2015/01/27',
    '27-01-2015',
    '2015-01-27T00:00:00Z',
    '2015-',
    '2015-01-',
    ' 2015',
    '2015 ',
    '2015\n',
    '-2015',
    '+2015',
    '2015-XX',
    '２０１５',
    'null',
  ])('is not %j', (text) => {
    expect(isPartialDate(text)).toBe(false);
  });

  test('is every day that exists, its month and its year', () => {
    // Dates before the year 100 are read as of the 20th century by the calendar of the language.
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect([day, day.slice(0, 7), day.slice(0, 4)].map(isPartialDate)).toEqual([true, true, true]);
        },
      ),
    );
  });

  test('is no day that the calendar turns into another one', () => {
    const twoDigits = (number: number) => String(number).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 99 }),
        (year, month, day) => {
          const text = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
          const time = new Date(`${text}T00:00:00Z`);
          const exists = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
          expect(isPartialDate(text)).toBe(exists);
        },
      ),
    );
  });

  test('goes through the API as it is, and nothing else does', () => {
    expect(PartialDate.serialize('2015-01')).toBe('2015-01');
    expect(PartialDate.parseLiteral({ kind: Kind.STRING, value: '2015' })).toBe('2015');
    for (const wrong of ['2026-02-30', 2015, null, new Date()]) {
      expect(() => PartialDate.serialize(wrong)).toThrow(
        /^Expected a date such as 1977, 2015-01 or 2015-01-27, but got /,
      );
      expect(() => PartialDate.parseValue(wrong)).toThrow(/^Expected a date/);
    }
    expect(() => PartialDate.parseLiteral({ kind: Kind.INT, value: '2015' })).toThrow(/^Expected a date/);
  });
});

describe('a moment', () => {
  test('is written in UTC', () => {
    expect(DateTime.serialize('2026-11-20T15:37:00-06:00')).toBe('2026-11-20T21:37:00.000Z');
    expect(DateTime.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });

  test.each(['yesterday', '', null, 7])('is not %j', (value) => {
    expect(() => DateTime.serialize(value)).toThrow(/^Expected a moment, but got /);
  });
});
