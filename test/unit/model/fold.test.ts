import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fold } from '../../../src/model/fold.ts';

describe('folding a text', () => {
  test.each([
    ['Ángel Núñez', 'angel nunez'],
    ['MÉXICO', 'mexico'],
    ['Pingüino', 'pinguino'],
    ['C40 / UCLG–CGLU', 'c40 uclg cglu'],
    ['  «Río»  ', 'rio'],
    ['O’Higgins', 'o higgins'],
    ['İstanbul', 'istanbul'],
    ['1.º de mayo', '1 o de mayo'],
    ['Αθήνα', 'αθηνα'],
    ['***', ''],
    ['', ''],
  ])('makes %j to %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('gives the same for letters however their accents are encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });

  test('twice gives what once gives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('leaves letters and digits, single spaces between them, none at the ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toMatch(/^([\p{L}\p{N}]+( [\p{L}\p{N}]+)*)?$/u);
      }),
    );
  });
});
