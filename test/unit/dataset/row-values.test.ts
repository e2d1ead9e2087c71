import { describe, expect, it } from 'vitest';

import { rowProperties, type Lookups } from '../../../src/dataset/row-values.ts';
import { tables } from '../../../src/model/tables.ts';

const lookups: Lookups = {
  publishedOn: (citation) => ({ 'citation:a': '2016', 'citation:b': '2016-03' })[citation] ?? '',
  firstActOn: (agreement) => (agreement === 'convenio' ? '2014-05' : ''),
};

/** What a row of a table becomes in the graph; properties without a value are left out. */
function stored(table: string, row: Readonly<Record<string, string>>): Record<string, unknown> {
  const found = tables.find(({ name }) => name === table);
  if (found === undefined) throw new Error(`Expected a table of the model, but got ${table}.`);
  const entries = rowProperties(found).map(
    (property) => [property.name, property.value((column) => row[column] ?? '', lookups)] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

describe('A row in the graph', () => {
  it('sorts a person under the surnames, folded', () => {
    expect(
      stored('people', { name: 'Óscar Muñoz Río', givenName: 'Óscar', surname1: 'Muñoz', surname2: 'Río' }),
    ).toMatchObject({ sortName: 'munoz rio oscar' });
  });

  it('is found by every form of its name, folded', () => {
    const row = { name: 'Red de Puertos', nameEn: 'Ports Network', aliases: 'Red-Puertos | Réseau', acronym: 'RP' };
    expect(stored('networks', row)).toMatchObject({
      searchText: 'red de puertos | ports network | red puertos | reseau | rp',
    });
  });

  it('sorts a listed program by table, row and position, and a described one first', () => {
    expect(stored('programs', { table: '2', row: '10', position: '3' })).toMatchObject({
      sortListing: '0002/0010/0003',
    });
    expect(stored('programs', {})).toMatchObject({ sortListing: '' });
  });

  it.each([
    ['events', { startsOn: '2015-02' }, '2015-02'],
    ['recognitions', { year: '2015' }, '2015'],
    ['agreements', { id: 'convenio' }, '2014-05'],
    ['agreements', { id: 'otro' }, ''],
  ])('of %s has the sort date of %j', (table, row, expected) => {
    expect(stored(table, row)).toMatchObject({ sortDate: expected });
  });

  it('of a tie is as new as its newest source, the more precise date being the later', () => {
    expect(stored('memberships', { citations: 'citation:b | citation:a' })).toMatchObject({ asOf: '2016-03' });
    expect(stored('memberships', { citations: 'citation:undated' })).not.toHaveProperty('asOf');
  });

  it('keeps the ends of a tie out of its properties', () => {
    expect(
      Object.keys(stored('memberships', { id: 'membership:a/b', member: 'a', network: 'b', basis: 'STATED' })),
    ).toEqual(['id', 'basis', 'citations']);
  });

  it('has lists also when they are empty, and open only when it is true', () => {
    expect(stored('memberships', { open: 'false' })).toEqual({ citations: [] });
    expect(stored('memberships', { open: 'true' })).toMatchObject({ open: true });
    expect(stored('participations', { quoted: 'false' })).toMatchObject({ quoted: false, quotationCitations: [] });
  });
});
