import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lookAlikes, type Named } from '../../../src/audit/look-alikes.ts';
import { checkNames } from '../../../src/audit/names.ts';
import { withRow, withRows, type PackageDraft, type Row } from '../../support/packages.ts';
import { auditOf, cited, clean, foundIn, rowOf, stated, withOrganization, withoutTies } from './drafts.ts';

const wanted = { isText: false, placeWords: new Set(['puerto', 'claro']) };

function named(id: string, name: string, others: Readonly<Record<string, string>> = {}): Named {
  const forms = Object.entries({ name, ...others }).map(([column, text]) => ({ column, text }));
  return { id, forms };
}

/** How two names resemble each other; undefined where they do not. */
function likeness(one: string, other: string, options = wanted): string | undefined {
  return lookAlikes([named('a', one), named('b', other)], options)[0]?.likeness;
}

describe('Names', () => {
  it.each([
    ['accents, case and signs', 'Fundación Marea', 'FUNDACION «marea»', 'EQUAL'],
    ['words that join', 'Red de Escuelas del Agua', 'Red Escuelas Agua', 'EQUAL'],
    ['a space', 'Micro Ciudades', 'Microciudades', 'EQUAL'],
    ['the point after a word', 'Casa Marea. A Coruña', 'Casa Marea A Coruña', 'EQUAL'],
    ['points of initials', 'Mareas de México, D. F.', 'Mareas de México DF', 'EQUAL'],
    ['the language of general words', 'Prefeitura de Marés', 'PREFEITURA DAS MARES', 'EQUAL'],
    ['the order of words', 'Marea Alta, Foro', 'Foro Marea Alta', 'REORDERED'],
    ['words that follow', 'Instituto de Mareas', 'Instituto de Mareas y Corrientes', 'CONTAINED'],
    ['words before and after', 'Escuela de Faros', 'La nueva Escuela de Faros del norte', 'CONTAINED'],
    ['words between', 'Faro, Festival de Corrientes', 'Faro del Sur, Festival de Corrientes', 'CONTAINED'],
    ['a letter', 'Fundación Corrientes', 'Fundación Corientes', 'MISPRINT'],
    ['two letters that changed places', 'Metrópolis', 'Metróoplis', 'MISPRINT'],
    ['two letters of a long word', 'Asociación Oceanográfica', 'Asociación Ocenografia', 'MISPRINT'],
  ])('are alike that differ in %s', (_, one, other, expected) => {
    expect(likeness(one, other)).toBe(expected);
    expect(likeness(other, one)).toBe(expected);
  });

  it.each([
    ['the word that follows a general one', 'Secretaría de Cultura', 'Secretaría de Salud'],
    ['more than a general beginning', 'Universidad Nacional', 'Universidad Nacional de las Corrientes'],
    [
      'a general beginning and the name of a place',
      'Gobierno de Puerto Claro',
      'Contraloría del Gobierno de Puerto Claro',
    ],
    ['a word between, where one word alone tells something', 'Instituto de Mareas', 'Instituto Nacional de Mareas'],
    ['everything but one word', 'Marea', 'Marea alta'],
    ['a figure', 'Cumbre de Mareas 2014', 'Cumbre de Mareas 2015'],
    ['a numeral', 'Foro de Mareas II', 'Foro de Mareas III'],
    ['a long numeral', 'Foro de Mareas XVIII', 'Foro de Mareas XXVIII'],
    ['a letter of a short word', 'Red Azul', 'Red Abul'],
    ['a letter of a short word beside a figure', 'Marea 2015', 'Mareo 2015'],
    ['a whole word', 'Instituto de Mareas', 'Instituto de Corrientes'],
    ['a last letter that could join words', 'Grupo A', 'Grupo E'],
    ['signs alone', '***', '¿?'],
    ['more than a general beginning of another language', 'Governo do Projeto', 'Secretaria do Governo do Projeto'],
    ['a letter of what is too long for a word', `${'mareas'.repeat(7)}a`, `${'mareas'.repeat(7)}o`],
  ])('are not alike that differ in %s', (_, one, other) => {
    expect(likeness(one, other)).toBeUndefined();
  });

  it('of texts are alike only where they are equal or nearly so', () => {
    const texts = { ...wanted, isText: true };
    expect(likeness('Pide más talleres de agua', 'Pide más talleres de agua en las escuelas', texts)).toBeUndefined();
    expect(likeness('Pide más talleres de agua', 'Pide mas taleres de agua', texts)).toBe('MISPRINT');
  });

  it('are alike in a letter also among many that share all other words', () => {
    const syllables = ['bo', 'cu', 'di', 'fa', 'ge', 'ha', 'ji', 'ke', 'lu', 'mo'];
    const others = syllables.flatMap((one) => syllables.map((two) => `${one}${two}${one}${two}`));
    const many = [...others, 'bocuboocu'].map((word, at) => named(`id-${at}`, `Fundación ${word}`));
    const found = lookAlikes(many, wanted).map(({ first, second }) =>
      [first, second].map(({ forms }) => forms[0]?.text),
    );
    expect(found).toContainEqual(['Fundación bocubocu', 'Fundación bocuboocu']);
    // Two words of other syllables differ in four letters.
    expect(found).toHaveLength(1);
  });

  it('are compared with acronyms, aliases and English names too, where these are equal', () => {
    const found = lookAlikes(
      [
        named('a', 'Red de Mareas', { acronym: 'RDM', nameEn: 'Network of Tides' }),
        named('b', 'Otra cosa', { aliases: 'R.D.M.' }),
        named('c', 'Una tercera', { nameEn: 'Network of Tides', acronym: 'REMARES' }),
        named('d', 'Una cuarta', { nameEn: 'Network of Tides and Winds', acronym: 'REMARIS' }),
      ],
      wanted,
    );
    expect(found.map(({ first, second, likeness: how }) => `${first.id} ${second.id} ${how}`)).toEqual([
      'a b EQUAL',
      'a c EQUAL',
    ]);
  });
});

const person = (id: string, givenName: string, surname1: string, surname2 = ''): Row => ({
  id,
  name: [givenName, surname1, surname2].join(' ').trim(),
  givenName,
  surname1,
  surname2,
  ...cited,
});
const withPeople = (...people: readonly Row[]) =>
  people.reduce((draft, row) => withRow(withRow(draft, 'people', row), 'claims', withoutTies(row['id'] ?? '')), clean);

describe('An audit', () => {
  it.each<readonly [string, PackageDraft, readonly string[]]>([
    [
      'two people of one given name and first surname, one of them without the second',
      withPeople(person('ana-maria-luz', 'Ana María', 'Luz')),
      ['names · people.csv:4 · name · Ana María Luz'],
    ],
    [
      'two people whose surnames changed places',
      withPeople(person('ana-mar-luz', 'Ana', 'Mar', 'Luz')),
      ['names · people.csv:4 · name · Ana Mar Luz'],
    ],
    [
      'two people of one first given name and two surnames',
      withPeople(
        person('ana-maria-luz-sol', 'Ana María', 'Luz', 'Sol'),
        person('ana-paz-luz-sol', 'Ana Paz', 'Luz', 'Sol'),
      ),
      ['names · people.csv:5 · name · Ana Paz Luz Sol'],
    ],
    [
      'two cities, one of which has the name of the other and more',
      withRow(
        withRow(clean, 'cities', { id: 'puerto-claro-del-sur', name: 'Puerto Claro del Sur', ...cited }),
        'claims',
        withoutTies('puerto-claro-del-sur'),
      ),
      ['names · cities.csv:3 · name · Puerto Claro del Sur'],
    ],
    ['two people of other second surnames', withPeople(person('ana-luz-sol', 'Ana', 'Luz', 'Sol')), []],
    [
      'an alias that is the name of another',
      withOrganization(clean, 'otra', { name: 'Otra', aliases: 'Facultad de mareas' }),
      ['names · organizations.csv:4 · aliases · Facultad de mareas'],
    ],
    [
      'an acronym that two bodies have',
      withOrganization(clean, 'otra', { name: 'Otra', acronym: 'UPC' }),
      ['names · organizations.csv:2 · acronym · UPC'],
    ],
    [
      'a proposal that another one holds',
      withRows(clean, 'proposals', () => [
        { id: 'talleres', name: 'Pide más talleres de agua', stance: 'ADVISED', ...cited },
        { id: 'talleres-en-escuelas', name: 'Pide más talleres de agua en escuelas', stance: 'ADVISED', ...cited },
      ]),
      [],
    ],
    [
      'a name that two things of different kinds have',
      withRow(clean, 'themes', { id: 'puerto', name: 'Puerto Claro', ...cited }),
      [],
    ],
  ])('tells of %s', async (_, draft, expected) => {
    const found = await foundIn(draft);
    // Of two alike the one with the greater id is told.
    expect(found).toEqual(expected);
  });

  const alike = withOrganization(clean, 'mareas-vivas', { name: 'Facultad de Mareas Vivas' });
  const pair = { entity: 'facultad-de-mareas', other: 'mareas-vivas', ...stated };

  it.each<readonly [string, PackageDraft]>([
    ['distinct', withRow(alike, 'distinctions', { id: 'distinction:facultad-de-mareas/mareas-vivas', ...pair })],
    [
      'possibly the same',
      withRow(alike, 'possible-identities', { id: 'possible-identity:facultad-de-mareas/mareas-vivas', ...pair }),
    ],
    [
      'part of the other',
      withRow(alike, 'parts', {
        id: 'part:mareas-vivas/facultad-de-mareas',
        unit: 'mareas-vivas',
        parent: 'facultad-de-mareas',
        ...stated,
      }),
    ],
  ])('is silent about look-alikes once a row says that they are %s', async (_, draft) => {
    expect(await foundIn(alike)).toEqual(['names · organizations.csv:4 · name · Facultad de Mareas Vivas']);
    expect(await foundIn(draft)).toEqual([]);
  });

  it('tells which of two names holds the other', async () => {
    const { report } = await auditOf(alike);
    expect(report.problems[0]?.expected.es).toMatch(/este contiene el de facultad-de-mareas \(organizations\.csv:3/);
    const shorter = withOrganization(clean, 'mareas', { name: 'De Mareas, Facultad' });
    expect((await auditOf(shorter)).report.problems[0]?.expected.es).toContain('tiene las mismas palabras que');
    const held = withOrganization(clean, 'facultad', { name: 'Facultad de Mareas Vivas' });
    expect((await auditOf(held)).report.problems[0]?.expected.es).toContain('este está contenido en el de facultad ');
  });

  it('tells of equal names also where one is part of the other', async () => {
    const equal = withRows(alike, 'organizations', (rows) =>
      rows.map((row) => (row['id'] === 'mareas-vivas' ? { ...row, name: 'Facultad de Mareas' } : row)),
    );
    const joined = withRow(equal, 'parts', {
      id: 'part:mareas-vivas/facultad-de-mareas',
      unit: 'mareas-vivas',
      parent: 'facultad-de-mareas',
      ...stated,
    });
    expect(await foundIn(joined)).toEqual(['names · organizations.csv:4 · name · Facultad de Mareas']);
  });
});

describe('Whatever the names', () => {
  const word = fc.constantFrom('marea', 'mareas', 'red', 'de', 'faro', 'Faros', 'instituto', 'II', '2015', 'corriente');
  const names = fc.uniqueArray(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 12, selector: String });
  const things = names.map((texts) => texts.map((text, at) => named(`id-${at}`, text.join(' '))));
  const pairs = (of: readonly Named[]) =>
    lookAlikes(of, wanted).map(({ first, second, likeness: how }) => `${first.id} ${second.id} ${how}`);

  it('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(
        things.chain((of) => fc.tuple(fc.constant(of), fc.shuffledSubarray(of, { minLength: of.length }))),
        ([one, other]) => {
          expect(pairs(other).toSorted()).toEqual(pairs(one).toSorted());
        },
      ),
    );
  });

  it('each pair is told once, the smaller id first, and of two different things', () => {
    fc.assert(
      fc.property(things, (of) => {
        const found = lookAlikes(of, wanted).map(({ first, second }) => [first.id, second.id]);
        expect(found.every(([first = '', second = '']) => first < second)).toBe(true);
        expect(new Set(found.map(String)).size).toBe(found.length);
      }),
    );
  });

  it('settled pairs are never told, and all others are', () => {
    fc.assert(
      fc.property(things, fc.infiniteStream(fc.boolean()), (of, choices) => {
        const before = told(of, []);
        const settled = before.filter(() => choices.next().value);
        expect(told(of, settled)).toEqual(before.filter((each) => !settled.includes(each)));
      }),
    );
  });
});

/** The pairs of organizations that the check tells of, where some are held distinct. */
function told(things: readonly Named[], distinct: readonly string[]): readonly string[] {
  const pairs: string[] = [];
  const { row, end } = checkNames(
    { claims: [], publishedOn: new Map(), citations: new Map() },
    {
      problem: ({ line }, _, { expected }) => {
        pairs.push(`${/that of (\S+) /.exec(expected.en)?.[1] ?? ''} ${things[line]?.id ?? ''}`);
      },
      explained: () => undefined,
    },
  );
  for (const [line, { id, forms }] of things.entries())
    row(rowOf('organizations', line, { id, name: forms[0]?.text ?? '' }));
  for (const [line, pair] of distinct.entries()) {
    const [entity = '', other = ''] = pair.split(' ');
    row(rowOf('distinctions', line, { id: `distinction:${line}`, entity, other }));
  }
  end?.();
  return pairs;
}
