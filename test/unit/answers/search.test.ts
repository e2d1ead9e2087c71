import { describe, expect, it } from 'vitest';

import { askedOf, parametersOf } from '../../../src/answers/search/asked.ts';
import { distinctionOf } from '../../../src/answers/search/distinction.ts';
import { bestForm, matchOf } from '../../../src/answers/search/matching.ts';
import { nearestOf, type Candidate } from '../../../src/answers/search/nearest.ts';
import type { DistinctionFact } from '../../../src/answers/search/search.record.ts';
import { ownWords } from '../../../src/model/search-words.ts';

describe('What is asked', () => {
  it('names the field of every word, so that no sign is read as an operator', () => {
    const { queries } = parametersOf(askedOf('a AND (b:c)* OR "d', ['PERSON']));
    for (const query of queries) {
      expect(query).toContain('+(searchWords:_k_PERSON)');
      expect(query.replace(/searchWords:|contextWords:|[+\-() *]/g, '')).toMatch(/^[\w]+$/);
    }
  });

  it('is the same for the same kinds in another order or twice', () => {
    expect(askedOf('a', ['CITY', 'PERSON', 'CITY'])).toEqual(askedOf('A', ['PERSON', 'CITY']));
  });
});

describe('A match', () => {
  it('takes the last word by its beginning, and only that one', () => {
    expect(matchOf(['gob', 'loc'], ['gobiernos', 'locales'], false)).toMatchObject({ missing: 1, edits: [null, 0] });
  });

  it('forgives one letter from four on and two from eight on, and none beside the names', () => {
    const missing = (asked: string, word: string) => matchOf([asked], [word], true).missing;
    expect([missing('uno', 'una'), missing('lina', 'lima'), missing('lnia', 'lima')]).toEqual([1, 0, 1]);
    expect([missing('zicarddi', 'ziccardi'), missing('zicardd', 'ziccardi')]).toEqual([0, 1]);
    expect(matchOf(['unma'], [], true, ['unam']).missing).toBe(1);
  });

  it.each([
    ['cglu', 'CGLU'],
    ['uclg', 'United Cities and Local Governments'],
    ['united', 'United Cities and Local Governments'],
    ['locales', 'Ciudades y Gobiernos Locales Unidos'],
    ['nada', 'Ciudades y Gobiernos Locales Unidos'],
  ])('%s shows %s', (asked, form) => {
    const forms = ['Ciudades y Gobiernos Locales Unidos', 'United Cities and Local Governments', 'CGLU'];
    expect(bestForm([asked], forms, false)).toBe(form);
  });
});

describe('The nearest', () => {
  const candidate = (id: string, form: string): Candidate => ({
    entity: { kind: 'THEME', id, name: form, nameEn: null, detail: null },
    sortName: form.toLowerCase(),
    forms: [form],
    searchWords: ownWords('THEME', { forms: [form], sortName: form.toLowerCase() }),
    contextWords: '',
  });
  const nearest = (words: readonly string[], ...forms: readonly string[]) =>
    nearestOf(
      words,
      forms.map((form) => candidate(form, form)),
    ).map(({ entity }) => entity.id);

  it('lack the fewest words, and of these the most common', () => {
    const forms = ['Red Mexico', 'Mexico', 'Mexico Norte', 'Cglu'];
    expect(nearest(['cglu', 'mexico'], ...forms)).toEqual(['Cglu']);
    expect(nearest(['mexico', 'cglu'], ...forms)).toEqual(['Cglu']);
  });

  it('differ in the fewest letters first, then are whole names, then come by name', () => {
    expect(nearest(['metropolsi'], 'Red Metropolis', 'Metropolis', 'Metropol')).toEqual([
      'Metropolis',
      'Red Metropolis',
      'Metropol',
    ]);
  });

  it('are none when more than half of the words are lacking', () => {
    expect(nearest(['uno', 'otro', 'mexico'], 'Mexico')).toEqual([]);
    expect(nearest(['nada'], 'Mexico')).toEqual([]);
  });
});

describe('A distinction', () => {
  const fact = (given: Partial<DistinctionFact>): DistinctionFact => ({
    kind: 'AFFILIATED_WITH',
    role: null,
    printed: null,
    asOf: '2016-05',
    name: 'Universidad',
    nameEn: 'University',
    date: null,
    ...given,
  });

  it('tells the posts of a person, as of their source', () => {
    const facts = [fact({ role: 'Rectora' }), fact({ kind: 'CONSULTED_IN', name: 'Consulta' }), fact({ asOf: null })];
    expect(distinctionOf('PERSON', facts, 'ES')).toBe('Rectora, Universidad (2016); Universidad');
    expect(distinctionOf('PERSON', facts, 'EN')).toBe('Rectora, University (2016); University');
  });

  it('tells what was printed of somebody who was consulted and has no post', () => {
    const consulted = fact({ kind: 'CONSULTED_IN', role: 'Abogado', printed: null, name: 'Consulta' });
    expect(distinctionOf('PERSON', [consulted], 'ES')).toBe('Abogado (2016)');
    expect(distinctionOf('PERSON', [{ ...consulted, role: null }], 'ES')).toBe('Consulta (2016)');
  });

  it('names three at most, the date of what has one, and nothing where nothing is known', () => {
    const parties = ['Uno', 'Dos', 'Tres', 'Cuatro'].map((name) => fact({ kind: 'PARTY_TO', name, nameEn: null }));
    expect(distinctionOf('AGREEMENT', parties, 'ES')).toBe('Uno, Dos, Tres, …');
    expect(distinctionOf('EVENT', [fact({ kind: 'HELD_IN', name: 'Madrid', date: '2015-01' })], 'ES')).toBe(
      'Madrid, 2015-01',
    );
    expect(distinctionOf('CITY', [], 'ES')).toBeNull();
  });
});
