import { describe, expect, it } from 'vitest';

import { changeInWords, inWords, listed } from '../../../../src/answers/invitations/wording.ts';

const name = { es: 'Empresa', en: 'Business' };

describe('A change of a wish', () => {
  it.each<readonly [Parameters<typeof changeInWords>[1], Parameters<typeof changeInWords>[2], string, string]>([
    [
      { min: 14, max: null },
      { min: 12, max: null },
      'Bajar el mínimo de Empresa de 14 a 12.',
      'Lower the minimum of Business from 14 to 12.',
    ],
    [
      { min: 0, max: 1 },
      { min: 0, max: 3 },
      'Subir el máximo de Empresa de 1 a 3.',
      'Raise the maximum of Business from 1 to 3.',
    ],
    [
      { min: 3, max: 4 },
      { min: 2, max: null },
      'Bajar el mínimo de Empresa de 3 a 2 y quitar el máximo de Empresa.',
      'Lower the minimum of Business from 3 to 2 and take away the maximum of Business.',
    ],
  ])('from %o to %o is a sentence in two languages', (before, after, es, en) => {
    expect(changeInWords(name, before, after)).toEqual({ es, en });
  });
});

describe('Words', () => {
  it('count small numbers, and join names', () => {
    expect([inWords(1), inWords(10), inWords(11)]).toEqual([
      { es: 'un', en: 'one' },
      { es: 'diez', en: 'ten' },
      { es: '11', en: '11' },
    ]);
    expect([listed([], 'es'), listed(['a'], 'es'), listed(['a', 'b', 'c'], 'en')]).toEqual(['', 'a', 'a, b and c']);
  });
});
