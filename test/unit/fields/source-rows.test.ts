import { describe, expect, test } from 'vitest';

import { toCitation } from '../../../src/fields/source-rows.ts';

const SOURCE = ['source:report', 'Informe', null, '2016-03', 'es', null, null] as const;

/** Where a citation stands, in Spanish and in English. */
const placesOf = (...[place, placeEn, detail, detailEn]: readonly (string | null)[]) => {
  const row = ['citation:report/1', place ?? '', placeEn ?? null, detail ?? null, detailEn ?? null, ...SOURCE] as const;
  const citation = toCitation(row);
  return [citation.place, citation.placeEn];
};

describe('Where a citation stands', () => {
  test('is its place and the detail within, each in its language', () => {
    expect(placesOf('Anexo 1', 'Annex 1', 'entrada 2', 'entry 2')).toEqual(['Anexo 1, entrada 2', 'Annex 1, entry 2']);
    expect(placesOf('Anexo 1', 'Annex 1')).toEqual(['Anexo 1', 'Annex 1']);
  });

  test('reads in English as in Spanish where nothing else is recorded', () => {
    expect(placesOf('Anexo 1', 'Annex 1', 'Equipo')).toEqual(['Anexo 1, Equipo', 'Annex 1, Equipo']);
    expect(placesOf('Anexo 1', 'Annex 1', null, 'entry 2')).toEqual(['Anexo 1', 'Annex 1']);
    expect(placesOf('Créditos', null, 'página 2', 'page 2')).toEqual(['Créditos, página 2', 'Créditos, page 2']);
  });

  test('has the year of its source', () => {
    expect(toCitation(['citation:report/1', 'Anexo 1', null, null, null, ...SOURCE]).source.year).toBe(2016);
  });
});
