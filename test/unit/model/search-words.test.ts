import { describe, expect, it } from 'vitest';

import {
  contextWords,
  ownWords,
  plainWords,
  printedWordsOf,
  wholeInitialsOf,
  wholeNamesIn,
  wordsOf,
} from '../../../src/model/search-words.ts';

const ofNetwork = ownWords('NETWORK', {
  forms: ['Ciudades y Gobiernos Locales Unidos', 'United Cities and Local Governments', '', 'CGLU'],
  sortName: 'ciudades y gobiernos locales unidos',
});

describe('The words by which a thing is found', () => {
  it('are its kind, its whole names, those other than what it is sorted by once more, and their words, each once', () => {
    expect(ownWords('CITY', { forms: ['Río Claro', 'RIO CLARO', 'Rio'], sortName: 'rio claro' })).toBe(
      ' _k_CITY _n_rio_claro _n_rio _o_rio rio claro ',
    );
  });

  it('are of a person the name that begins with the surname too', () => {
    const words = ownWords('PERSON', { forms: ['Ana Luz Mar'], sortName: 'luz mar ana' });
    expect(wholeNamesIn(words)).toEqual([
      ['ana', 'luz', 'mar'],
      ['luz', 'mar', 'ana'],
    ]);
  });

  it('are of a body the initials of each name too, printed or not, and of no other kind', () => {
    expect(wholeNamesIn(ofNetwork)).toContainEqual(['uclg']);
    expect(plainWords(ofNetwork)).toContain('uclg');
    expect(ownWords('PROGRAM', { forms: ['Uno Dos Tres'], sortName: 'uno dos tres' })).not.toContain('udt');
  });

  it('are never those that stand for a kind or a name, where words of the text are wanted', () => {
    expect(plainWords(ofNetwork).filter((word) => word.includes('_'))).toEqual([]);
  });

  it('are of bounded length, since the index refuses long ones', () => {
    const long = ownWords('THEME', { forms: ['x'.repeat(40_000)], sortName: 'x'.repeat(40_000) });
    expect(Math.max(...long.split(' ').map((word) => word.length))).toBeLessThanOrEqual(1000);
  });
});

describe('The words of roles and institutions', () => {
  it('are in one order, each once, without the marks of the institutions', () => {
    expect(
      contextWords(['Rectora de la UPC', 'Vocal'], [' _k_ORGANIZATION _n_upc upc puerto claro ', ' puerto ']),
    ).toBe(' claro de la puerto rectora upc vocal ');
  });

  it('are nothing where there is neither', () => {
    expect(contextWords([], [])).toBe('');
  });
});

describe('A printed form', () => {
  it.each([
    ['Müller, Ñandú & Øst', ['muller', 'nandu', 'ost']],
    ['U.N.A.M.', ['unam']],
    ['INCIDE Social A.C.', ['incide', 'social', 'ac']],
    [' + ', []],
  ])('%s has the words %j', (form, words) => {
    expect(wordsOf(form)).toEqual(words);
  });

  it('gives the parts of words that are written as one besides', () => {
    expect(printedWordsOf('HackCDMX')).toEqual(['hackcdmx', 'hack', 'cdmx']);
    expect(printedWordsOf('ExRector')).toContain('rector');
  });

  it.each([
    ['United Cities and Local Governments', 'UCLG'],
    ['Organización para la Cooperación y el Desarrollo Económicos', 'OCDE'],
    ['Red mundial de metros', ''],
    ['Ámbito Ética Índice', 'ÁÉÍ'],
  ])('%s has the initials %j', (form, initials) => {
    expect(wholeInitialsOf(form)).toBe(initials);
  });
});
