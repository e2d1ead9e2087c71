import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { validatePackage } from '../../../src/dataset/checking.ts';
import { formatReport } from '../../../src/dataset/format-report.ts';
import type { Problem } from '../../../src/dataset/problem.ts';
import {
  csvOf,
  smallPackage as small,
  withCells,
  withFile,
  withRow,
  withRows,
  writePackage,
  type PackageDraft,
} from '../../support/packages.ts';

const cited = { citations: 'citation:report/1' };
const stated = { basis: 'STATED', ...cited };
const person = { id: 'cleo-sol', name: 'Cleo Sol', givenName: 'Cleo', surname1: 'Sol', ...cited };

async function problemsOf(draft: PackageDraft): Promise<readonly Problem[]> {
  return (await validatePackage(await writePackage(draft))).report.problems;
}

/** The part of a problem that a table of cases states: where it is, what was found, and words of what was expected. */
function short({ file, line, column, value, expected }: Problem): string {
  return [line === null ? file : `${file}:${line}`, column ?? '-', value ?? '-', expected.en].join(' · ');
}

describe('A valid package', () => {
  it('has no problems and counts its rows', async () => {
    const { report, dataPackage } = await validatePackage(await writePackage(small));
    expect(report).toEqual({ problems: [], total: 0 });
    expect(dataPackage?.tables.get('people')?.rows).toBe(2);
    expect(dataPackage?.total).toBe(Object.values(small.rows).flat().length);
  });

  it('may have a symmetric collaboration with a country, which can only be its second end', async () => {
    const country = { id: 'alba', name: 'Alba', ...cited };
    const row = { id: 'collaboration:x', actor: 'red-de-puertos', collaborator: 'alba', form: 'DIALOGUE', ...stated };
    expect(await problemsOf(withRow(withRow(small, 'countries', country), 'collaborations', row))).toEqual([]);
  });

  it.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'both, and every cell quoted',
      (text: string) =>
        `\ufeff${text
          .trimEnd()
          .split('\n')
          .map((line) => `"${line.split(',').join('","')}"`)
          .join('\r\n')}`,
    ],
    [
      'rows in another order',
      (text: string) => {
        const [header, ...rows] = text.trimEnd().split('\n');
        return [header, ...rows.reverse()].join('\n');
      },
    ],
    [
      'columns in another order',
      (text: string) =>
        text
          .trimEnd()
          .split('\n')
          .map((line) => line.split(',').reverse().join(','))
          .join('\n'),
    ],
  ])('is accepted with %s, and has the same hash', async (_, rewrite) => {
    const plain = await validatePackage(await writePackage(small));
    const rewritten = await validatePackage(
      await writePackage(withFile(small, 'people', rewrite(csvOf(small, 'people')))),
    );
    expect(rewritten.report.problems).toEqual([]);
    expect(rewritten.dataPackage?.hash).toBe(plain.dataPackage?.hash);
  });

  it('has the same hash whenever it was created and in whatever order its descriptor is written', async () => {
    const reversed = Object.fromEntries(
      Object.entries({ ...small.descriptor, created: '1999-01-01T00:00:00Z' }).reverse(),
    );
    const plain = await validatePackage(await writePackage(small));
    const rewritten = await validatePackage(await writePackage({ ...small, descriptor: reversed }));
    expect(rewritten.dataPackage?.hash).toBe(plain.dataPackage?.hash);
  });

  it('has another hash when a cell or the version changes', async () => {
    const drafts = [
      small,
      withCells(small, 'people', { aliases: '' }),
      { ...small, descriptor: { ...small.descriptor, version: '1.0.1' } },
    ];
    const hashes = await Promise.all(
      drafts.map(async (draft) => (await validatePackage(await writePackage(draft))).dataPackage?.hash),
    );
    expect(new Set(hashes).size).toBe(3);
  });
});

describe('A problem in a cell', () => {
  it.each([
    ['an empty required cell', withCells(small, 'people', { name: '' }), 'people.csv:2 · name · - · a value'],
    [
      'a row without a citation',
      withCells(small, 'people', { citations: '' }),
      'people.csv:2 · citations · - · a value',
    ],
    [
      'a value outside a closed vocabulary',
      withCells(small, 'government-entities', { level: 'city' }),
      'government-entities.csv:2 · level · city · one of these values: CITY, STATE',
    ],
    [
      'a text where a whole number belongs',
      withCells(small, 'programs', { row: '2.5' }),
      'programs.csv:2 · row · 2.5 · a whole number',
    ],
    ['a decimal comma', withCells(small, 'cities', { latitude: '19,5' }), 'cities.csv:2 · latitude · 19,5 · a number'],
    [
      'a boolean of a spreadsheet',
      withCells(small, 'participations', { quoted: 'FALSE' }),
      'participations.csv:2 · quoted · FALSE · true or false',
    ],
    [
      'a date in another form',
      withCells(small, 'events', { startsOn: '28/02/2015' }),
      'events.csv:2 · startsOn · 28/02/2015 · a date such as',
    ],
    [
      'a day that does not exist',
      withCells(small, 'events', { startsOn: '2015-02-30' }),
      'events.csv:2 · startsOn · 2015-02-30 · a day that exists',
    ],
    [
      'a year of two digits',
      withRow(small, 'publications', { id: 'libro', name: 'Libro', year: '16', ...cited }),
      'publications.csv:2 · year · 16 · a year of four digits',
    ],
    [
      'a web address without scheme',
      withCells(small, 'organizations', { website: 'www.upc.example' }),
      'organizations.csv:2 · website · www.upc.example · a complete web address',
    ],
    [
      'an id with capitals',
      withRow(small, 'people', { ...person, id: 'Cleo-Sol' }),
      'people.csv:4 · id · Cleo-Sol · a text of the form ^[a-z0-9]+',
    ],
    [
      'an id of a tie with another prefix',
      withCells(small, 'memberships', { id: 'member:x/y' }),
      'memberships.csv:2 · id · member:x/y · a text of the form ^membership:',
    ],
    [
      'a name of 1,001 characters',
      withCells(small, 'people', { name: 'x'.repeat(1001) }),
      `people.csv:2 · name · ${'x'.repeat(200)} · a text of 0 – 1000 characters`,
    ],
    [
      'a space at the end',
      withCells(small, 'people', { name: 'Ana ' }),
      'people.csv:2 · name · "Ana " · a text without spaces',
    ],
    [
      'a letter with a separate accent',
      withCells(small, 'people', { name: 'Rio\u0301' }),
      'people.csv:2 · name · Rio\u0301 · accented letters of one character',
    ],
    [
      'a mark of direction',
      withCells(small, 'people', { name: 'Ana\u202eLuz' }),
      'people.csv:2 · name · Ana\u202eLuz · a text without invisible characters (here U+202E)',
    ],
    [
      'a soft hyphen',
      withCells(small, 'people', { name: 'Ana\u00adLuz' }),
      'people.csv:2 · name · Ana\u00adLuz · a text without invisible characters (here U+00AD)',
    ],
    [
      'a line break',
      withCells(small, 'people', { name: 'Ana\nLuz' }),
      'people.csv:2 · name · Ana\nLuz · a text without invisible characters (here U+000A)',
    ],
    [
      'a letter lost in an earlier conversion',
      withCells(small, 'people', { name: 'R\ufffdo' }),
      'people.csv:2 · name · R\ufffdo · every letter',
    ],
    [
      'a list without spaces around the bar',
      withCells(small, 'people', { aliases: 'a|b' }),
      'people.csv:2 · aliases · a|b · values separated by " | "',
    ],
    [
      'a list with an empty value',
      withCells(small, 'people', { aliases: 'a |  | b' }),
      'people.csv:2 · aliases · a |  | b · values separated by',
    ],
    [
      'a list with a value twice',
      withCells(small, 'people', { aliases: 'a | b | a' }),
      'people.csv:2 · aliases · a · each value of the list once',
    ],
  ])('is told: %s', async (_, draft, expected) => {
    const [first, ...others] = (await problemsOf(draft)).map(short);
    expect(first).toContain(expected);
    expect(others).toEqual([]);
  });
});

describe('A problem between rows', () => {
  const tie = (table: string, row: Record<string, string>) => withRow(small, table, { ...stated, ...row });
  it.each([
    [
      'an id twice in a table',
      withRow(small, 'people', { ...person, id: 'beto-rio' }),
      'people.csv:4 · id · beto-rio · an id that no other row uses; it already stands in people.csv:3',
    ],
    [
      'an id in two tables',
      withRow(small, 'people', { ...person, id: 'feria-de-mareas' }),
      'events.csv:2 · id · feria-de-mareas · an id that no other row uses; it already stands in people:4',
    ],
    [
      'a citation that does not exist',
      withCells(small, 'people', { citations: 'citation:report/1 | citation:report/9' }),
      'people.csv:2 · citations · citation:report/9 · the id of a row of citations',
    ],
    [
      'a source that does not exist',
      withRow(small, 'places', { id: 'place:x', source: 'source:x', name: 'X' }),
      'places.csv:4 · source · source:x · the id of a row of sources',
    ],
    [
      'a citation at a place of another source',
      withCells(small, 'citations', { place: 'place:note/1' }),
      'citations.csv:2 · place · place:note/1 · a place of source:report; this one is of source:note',
    ],
    [
      'an end that does not exist',
      tie('affiliations', { id: 'affiliation:x', person: 'nadie', institution: 'red-de-puertos' }),
      'affiliations.csv:3 · person · nadie · the id of a row of people',
    ],
    [
      'an end of a kind that the tie does not take',
      tie('affiliations', { id: 'affiliation:x', person: 'ana-luz-mar', institution: 'puerto-claro' }),
      'affiliations.csv:3 · institution · puerto-claro · the id of a row of organizations, government-entities or networks; this one is of cities (line 2)',
    ],
    [
      'a sector that does not exist',
      withCells(small, 'participations', { sector: 'puerto-claro' }),
      'participations.csv:2 · sector · puerto-claro · the id of a row of sectors; this one is of cities',
    ],
    [
      'an inferred tie without a note',
      withCells(small, 'memberships', { basis: 'INFERRED' }),
      'memberships.csv:2 · note · - · a note that says how it was inferred',
    ],
    [
      'a second tie where one is enough',
      tie('memberships', { id: 'membership:x', member: 'puerto-claro', network: 'red-de-puertos' }),
      'memberships.csv:3 · network · red-de-puertos · one fact of this kind between the same ends',
    ],
    [
      'a symmetric tie with the greater id first',
      tie('possible-identities', { id: 'possible-identity:x', entity: 'beto-rio', other: 'ana-luz-mar' }),
      'possible-identities.csv:2 · entity · beto-rio · the smaller id first',
    ],
    [
      'a symmetric collaboration with the greater id first',
      tie('collaborations', {
        id: 'collaboration:x',
        actor: 'red-de-puertos',
        collaborator: 'puerto-claro',
        form: 'EXCHANGE',
      }),
      'collaborations.csv:2 · actor · red-de-puertos · the smaller id first',
    ],
    [
      'an identity between two kinds',
      tie('possible-identities', { id: 'possible-identity:x', entity: 'ana-luz-mar', other: 'puerto-claro' }),
      'possible-identities.csv:2 · other · puerto-claro · two ends of one kind; one is of people, the other of cities',
    ],
    [
      'a tie of a thing with itself',
      tie('collaborations', {
        id: 'collaboration:x',
        actor: 'puerto-claro',
        collaborator: 'puerto-claro',
        form: 'VISIT',
      }),
      'collaborations.csv:2 · collaborator · puerto-claro · two different ends',
    ],
    [
      'a tie that ends before it begins',
      withCells(small, 'memberships', { since: '2016-05', until: '2016-04-30' }),
      'memberships.csv:2 · since · 2016-05 · a date not after until (2016-04-30)',
    ],
    [
      'an event that ends before it begins',
      withCells(small, 'events', { endsOn: '2014' }),
      'events.csv:2 · startsOn · 2015-02-28 · a date not after endsOn (2014)',
    ],
    [
      'a claim about nothing',
      withCells(small, 'claims', { subject: 'nadie' }),
      'claims.csv:2 · subject · nadie · the id of a row of any kind of entity or fact',
    ],
    [
      'a claim about a record',
      withCells(small, 'claims', { subject: 'source:report' }),
      'claims.csv:2 · subject · source:report · the id of a row of any kind of entity or fact; this one is of sources',
    ],
    [
      'an id both alive and retired',
      withCells(small, 'redirects', { id: 'beto-rio' }),
      'redirects.csv:2 · id · beto-rio · a retired id; this one is still in use in people:3',
    ],
    [
      'a redirect to nothing',
      withCells(small, 'redirects', { heir: 'nadie' }),
      'redirects.csv:2 · heir · nadie · the id of a row of any kind',
    ],
    [
      'a redirect to a retired id',
      withRow(small, 'redirects', { id: 'anciana', heir: 'rectora-de-puerto-claro', ...cited }),
      'redirects.csv:3 · heir · rectora-de-puerto-claro · an heir that is still in use',
    ],
    [
      'parts in a circle',
      tie('parts', { id: 'part:x', unit: 'universidad-de-puerto-claro', parent: 'facultad-de-mareas' }),
      'parts.csv:3 · parent · facultad-de-mareas → universidad-de-puerto-claro → facultad-de-mareas · parts that form no circle',
    ],
  ])('is told: %s', async (_, draft, expected) => {
    const [first, ...others] = (await problemsOf(draft)).map(short);
    expect(first).toContain(expected);
    expect(others).toEqual([]);
  });

  it.each([
    [
      'a tie that begins in a month of the year in which it ends',
      withCells(small, 'memberships', { since: '2016-05', until: '2016' }),
    ],
    ['an inferred tie with a note', withCells(small, 'memberships', { basis: 'INFERRED', note: 'De la lista.' })],
    [
      'two posts of a person at one body',
      tie('affiliations', {
        id: 'affiliation:x',
        person: 'ana-luz-mar',
        institution: 'universidad-de-puerto-claro',
        role: 'Profesora',
      }),
    ],
    [
      'a collaboration with a direction',
      tie('collaborations', {
        id: 'collaboration:x',
        actor: 'red-de-puertos',
        collaborator: 'puerto-claro',
        form: 'FUNDING',
      }),
    ],
    ['a claim about a tie', withCells(small, 'claims', { subject: 'membership:puerto-claro/red-de-puertos' })],
  ])('is none: %s', async (_, draft) => {
    expect((await problemsOf(draft)).map(short)).toEqual([]);
  });
});

describe('A problem of a file', () => {
  const people = csvOf(small, 'people');
  const latin = withRows(small, 'people', (rows) => [...rows, { ...person, name: 'Íñigo' }]);
  it.each([
    [
      'semicolons',
      people.replaceAll(',', ';'),
      'people.csv:1 · - · id;name;nameEn;aliases;givenName;surname1;surname2;citations · commas between the columns; a spreadsheet saved the file with semicolons',
    ],
    ['tabs', people.replaceAll(',', '\t'), 'a spreadsheet saved the file with tabs'],
    [
      'Latin-1',
      Buffer.from(people, 'latin1'),
      'people.csv:3 · - · beto-rio,Beto Río,,,Beto,Río,,citation:report/1 · UTF-8 text; a spreadsheet saved the file in Latin-1',
    ],
    [
      'Latin-1 in the last line without a line end',
      Buffer.from(csvOf(latin, 'people').trimEnd().replace('Río', 'Rio').replace('Río', 'Rio'), 'latin1'),
      'people.csv:4 · - · cleo-sol,Íñigo',
    ],
    ['UTF-16', Buffer.from(`\ufeff${people}`, 'utf16le'), 'people.csv:1 · - · UTF-16 · UTF-8 text'],
    ['nothing in it', '', 'people.csv:1 · - · - · a header with the names of the columns'],
    ['a missing column', people.replaceAll(/,[^,\n]*\n/g, '\n'), 'people.csv:1 · citations · - · this column'],
    [
      'an unknown column',
      people.replace('\n', ',phone\n').replaceAll(/\/1\n/g, '/1,\n'),
      'people.csv:1 · phone · phone · only these columns: id, name',
    ],
    ['no ids', people.replaceAll(/^[^,]*,/gm, ''), 'people.csv:1 · id · - · this column'],
    [
      'a column twice',
      people.replace('\n', ',name\n').replaceAll(/\/1\n/g, '/1,x\n'),
      'people.csv:1 · name · name · each column once',
    ],
    [
      'a row with a cell too many',
      `${people}cleo-sol,Sol, Cleo,,,Cleo,Sol,,citation:report/1\n`,
      'people.csv:4 · - · 9 · 8 cells, as in the header',
    ],
    ['a row with a cell too few', `${people}cleo-sol,Cleo Sol\n`, 'people.csv:4 · - · 2 · 8 cells, as in the header'],
    ['an empty line', `${people}\n`, 'people.csv:4 · - · - · a row, not an empty line'],
    ['a row of empty cells', `${people},,,,,,,\n`, 'people.csv:4 · - · - · a row, not an empty line'],
    ['a quote that is not closed', `${people}"cleo-sol,Cleo Sol\nx,y\n`, 'people.csv:4 · - · " · a closing quote'],
    [
      'a quote inside a cell',
      people.replace('Anita Luz', '"Anita" Luz'),
      'people.csv:2 · - · " · quotes only around a whole cell',
    ],
  ])('is told once, without its consequences: %s', async (_, content, expected) => {
    const [first, ...others] = (await problemsOf(withFile(small, 'people', content))).map(short);
    expect(first).toContain(expected);
    expect(others).toEqual([]);
  });

  it('is told with the line of the row after cells of several lines', async () => {
    const draft = withRows(small, 'people', (rows) => [
      ...rows,
      { ...person, name: 'Cleo\nSol' },
      { ...person, id: 'dora', name: '' },
    ]);
    expect((await problemsOf(draft)).map(({ line }) => line)).toEqual([4, 6]);
  });

  it('is told when the file is missing', async () => {
    const directory = await writePackage(small);
    await rm(join(directory, 'people.csv'));
    const { report } = await validatePackage(directory);
    expect(formatReport(report, { lang: 'es' })).toContain(
      'people.csv · - · (nada) · este archivo · ponga allí un archivo',
    );
  });
});

describe('The descriptor', () => {
  const { descriptor } = small;
  const tablesOf = descriptor['resources'] as readonly {
    readonly name: string;
    readonly path: string;
    readonly schema: { readonly fields: readonly { readonly name: string; readonly constraints?: object }[] };
  }[];
  const withResources = (change: (resource: (typeof tablesOf)[number]) => object[]): PackageDraft => ({
    ...small,
    descriptor: { ...descriptor, resources: tablesOf.flatMap(change) },
  });
  const people = (change: (resource: (typeof tablesOf)[number]) => object[]) =>
    withResources((resource) => (resource.name === 'people' ? change(resource) : [resource]));
  const withField = (name: string, change: object) =>
    people((resource) => [
      {
        ...resource,
        schema: {
          ...resource.schema,
          fields: resource.schema.fields.map((field) => (field.name === name ? { ...field, ...change } : field)),
        },
      },
    ]);
  const withHome = (change: object): PackageDraft => ({
    ...small,
    descriptor: { ...descriptor, sobremesa: { ...(descriptor['sobremesa'] as object), ...change } },
  });

  it.each([
    ['lacks a table', people(() => []), 'datapackage.json · resources · - · the table people'],
    [
      'has a table that the model does not know',
      withResources((resource) =>
        resource.name === 'people' ? [resource, { ...resource, name: 'peoples' }] : [resource],
      ),
      'datapackage.json · resources · peoples · only tables of the model',
    ],
    [
      'has a table twice',
      people((resource) => [resource, resource]),
      'datapackage.json · resources · people · each table once',
    ],
    [
      'lacks a column',
      people((resource) => [{ ...resource, schema: { fields: resource.schema.fields.slice(0, -1) } }]),
      'datapackage.json · people.citations · - · this column',
    ],
    [
      'gives a column another type',
      withField('name', { type: 'integer' }),
      'datapackage.json · people.name · integer · the type string',
    ],
    [
      'has a file outside its folder',
      people((resource) => [{ ...resource, path: '../people.csv' }]),
      'expected a path inside the folder',
    ],
    [
      'has a pattern that is none',
      withField('name', { constraints: { pattern: '(' } }),
      'expected a regular expression',
    ],
    [
      'names an unknown home city',
      withHome({ homeCity: 'atlantis' }),
      'datapackage.json · sobremesa.homeCity · atlantis · the id of a row of cities',
    ],
    [
      'names a home government of the wrong kind',
      withHome({ homeGovernment: 'puerto-claro' }),
      'datapackage.json · sobremesa.homeGovernment · puerto-claro · the id of a row of government-entities; this one is of cities',
    ],
    [
      'has no way to be cited',
      withHome({ howToCite: '' }),
      'datapackage.json · sobremesa.howToCite · - · a valid descriptor',
    ],
    [
      'asks more of a cell than the model',
      withField('name', { constraints: { required: true, pattern: '[A-Z ]+' } }),
      'people.csv:2 · name · Ana Luz Mar · a text of the form [A-Z ]+',
    ],
    [
      'asks for each value once',
      withRow(withField('givenName', { constraints: { unique: true } }), 'people', { ...person, givenName: 'Ana' }),
      'people.csv:4 · givenName · Ana · each value once in the column',
    ],
  ])('is told when it %s', async (_, draft, expected) => {
    expect((await problemsOf(draft)).map(short)[0]).toContain(expected);
  });

  it.each([
    [
      'name',
      withCells(withField('name', { constraints: {} }), 'people', { name: '' }),
      'people.csv:2 · name · - · a value: the column is required',
    ],
    [
      'id',
      withRow(withField('id', { constraints: {} }), 'people', { ...person, id: 'Cleo' }),
      'people.csv:4 · id · Cleo · a text of the form',
    ],
  ])('cannot ask less of a cell than the model: %s', async (_, draft, expected) => {
    expect((await problemsOf(draft)).map(short)).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    ['no file', null],
    ['no JSON', '{"name":'],
    ['no object', '[]'],
  ])('is told when it is %s', async (_, content) => {
    const directory = await writePackage(small);
    if (content === null) await rm(join(directory, 'datapackage.json'));
    else await writeFile(join(directory, 'datapackage.json'), content);
    const { report, dataPackage } = await validatePackage(directory);
    expect(dataPackage).toBeNull();
    expect(report.problems.map(({ file }) => file)).toEqual(['datapackage.json']);
  });
});

describe('What is wrong with a descriptor is told in Spanish too', () => {
  it.each([
    [
      'a fraction',
      { governmentShareAtMost: '33%' },
      '"33%" · un descriptor válido (se esperaba una fracción, como 1/3)',
    ],
    ['a number', { size: '25' }, '"25" · un descriptor válido (Entrada inválida: se esperaba número, recibido texto)'],
  ])('with what stands where %s belongs', async (_, own, expected) => {
    const { descriptor } = small;
    // What the support declares of it.
    const sobremesa = descriptor['sobremesa'] as { readonly planner: object };
    const wrong = { ...descriptor, sobremesa: { ...sobremesa, planner: { ...sobremesa.planner, ...own } } };
    const { report } = await validatePackage(await writePackage({ ...small, descriptor: wrong }));
    expect(formatReport(report, { lang: 'es' })).toContain(`sobremesa.planner.${Object.keys(own)[0]} · ${expected}`);
  });

  it('with the line where it is no JSON any more', async () => {
    const directory = await writePackage(small);
    await writeFile(join(directory, 'datapackage.json'), '{\n  "name": "x",\n  "title": "X"\n  "version": "1",\n}\n');
    const { report } = await validatePackage(directory);
    expect(formatReport(report, { lang: 'es' })).toContain(
      'datapackage.json:4 · - · "version": "1", · un archivo JSON bien formado · corrija la sintaxis en esa línea',
    );
  });
});

describe('The report', () => {
  it('tells all problems of all files together', async () => {
    const draft = withCells(
      withCells(withCells(small, 'people', { name: '', givenName: ' x' }), 'events', { startsOn: 'x' }),
      'claims',
      { subject: 'x' },
    );
    expect((await problemsOf(draft)).map(({ file, column }) => `${file} ${column}`)).toEqual([
      'people.csv name',
      'people.csv givenName',
      'events.csv startsOn',
      'claims.csv subject',
    ]);
  });

  it('lists a thousand problems and counts the rest', async () => {
    const broken = Array.from({ length: 1200 }, (_, at) => ({ ...person, id: `p${at}`, name: '' }));
    const { report } = await validatePackage(
      await writePackage(withRows(small, 'people', (rows) => [...rows, ...broken])),
    );
    expect([report.problems.length, report.total]).toEqual([1000, 1200]);
    expect(formatReport(report).split('\n').at(-1)).toBe('1200 problems; 200 more are not listed.');
  });

  it('is printed in English or Spanish, one problem to a line, with nothing invisible', async () => {
    const { report } = await validatePackage(
      await writePackage(withCells(small, 'people', { name: 'Ana\u202e', givenName: '' })),
    );
    expect(formatReport(report)).toBe(
      [
        'people.csv:2 · name · Ana\\u{202e} · a text without invisible characters (here U+202E), line breaks or marks of direction · type the text again instead of pasting it',
        'people.csv:2 · givenName · (nothing) · a value: the column is required · fill the cell',
        '2 problems.',
      ].join('\n'),
    );
    expect(formatReport(report, { lang: 'es' })).toContain(
      'people.csv:2 · givenName · (nada) · un valor: la columna es obligatoria · llene la celda\n2 problemas.',
    );
  });
});
