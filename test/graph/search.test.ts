import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { askedOf, parametersOf, ranks } from '../../src/answers/search/asked.ts';
import { PAGE_ENTITY, searchBegun, searchFew, searchPage } from '../../src/answers/search/search.cypher.ts';
import type { EntityKind } from '../../src/model/kinds.ts';
import { tables } from '../../src/model/tables.ts';
import type { Row } from '../support/packages.ts';
import { cellList, closure, plain, seedPairs, seedRows } from '../support/seed-rows.ts';
import { withSeeds, type Answer } from '../support/seeded-graph.ts';

const { ask, post, graph } = withSeeds();

/** Searches as people type them, and the first results that they expect. Written down before the first was looked at. */
const searches: readonly (readonly [text: string, ...first: string[]])[] = [
  ['CGLU', 'ciudades-y-gobiernos-locales-unidos'],
  ['cglu', 'ciudades-y-gobiernos-locales-unidos'],
  ['UCLG', 'ciudades-y-gobiernos-locales-unidos'],
  ['ciudades y gobiernos locales unidos', 'ciudades-y-gobiernos-locales-unidos'],
  ['Ciudades y gob', 'ciudades-y-gobiernos-locales-unidos'],
  ['gobiernos locales', 'iclei-gobiernos-locales-por-la-sustentabilidad'],
  ['unidos gobiernos ciudades locales', 'ciudades-y-gobiernos-locales-unidos'],
  ['United Cities and Local Governments', 'ciudades-y-gobiernos-locales-unidos'],
  ['cglu mexico', 'ciudades-y-gobiernos-locales-unidos'],
  ['premio cglu', 'programa-1-1-01-premio-cglu-cdmx-cultura-21'],
  ['müller', 'tanya-muller-garcia', 'ulrich-muller'],
  ['muller', 'tanya-muller-garcia', 'ulrich-muller'],
  ['MULLER', 'tanya-muller-garcia', 'ulrich-muller'],
  ['muller medio ambiente', 'tanya-muller-garcia'],
  ['ziccardi', 'alicia-ziccardi-contigiani'],
  ['UNAM ziccardi', 'alicia-ziccardi-contigiani'],
  ['ziccardi, alicia', 'alicia-ziccardi-contigiani'],
  ['zicardi', 'alicia-ziccardi-contigiani'],
  ['narro', 'jose-narro-robles'],
  ['rector unam', 'jose-narro-robles'],
  ['UNAM', 'universidad-nacional-autonoma-de-mexico'],
  ['u.n.a.m.', 'universidad-nacional-autonoma-de-mexico'],
  ['universidad nacional autonoma', 'universidad-nacional-autonoma-de-mexico'],
  ['PUEC', 'programa-universitario-de-estudios-sobre-la-ciudad-unam'],
  ['cardenas', 'cuauhtemoc-cardenas-batel', 'cuauhtemoc-cardenas-solorzano'],
  ['Lopez Obrador', 'andres-manuel-lopez-obrador'],
  ['mancera', 'miguel-angel-mancera-espinosa'],
  ["l'hoist", 'jacqueline-l-hoist-tapia'],
  ['secretaria de cultura', 'secretaria-de-cultura-cdmx'],
  ['secretario de cultura', 'eduardo-vazquez-martin'],
  ['cultura', 'cultura'],
  ['ciudad de mexico', 'ciudad-de-mexico'],
  ['Mexico City', 'ciudad-de-mexico'],
  ['CDMX', 'ciudad-de-mexico'],
  ['Distrito Federal', 'ciudad-de-mexico'],
  ['gobierno del distrito federal', 'gobierno-de-la-ciudad-de-mexico'],
  ['londres', 'londres'],
  ['london', 'londres'],
  ['Nueva York', 'nueva-york'],
  ['NY', 'nueva-york'],
  ['OECD', 'ocde'],
  ['OCDE', 'ocde'],
  ['metropolis', 'metropolis'],
  ['metrópolsi', 'metropolis'],
  ['C40', 'grupo-de-ciudades-lideres-en-cambio-climatico-c40'],
  ['rockefeller', 'rockefeller-foundation'],
  ['Fundación Rockefeller', 'rockefeller-foundation'],
  ['feria del libro', 'programa-1-1-08-feria-internacional-del-libro-del-zocalo'],
  ['hermanamiento nagoya', 'hermanamiento-ciudad-de-mexico-nagoya'],
  ['ecobici', 'programa-3-3-04-ecobici'],
  ['Colmex', 'el-colegio-de-mexico'],
  ['camara de comercio los angeles', 'camara-de-comercio-de-los-angeles'],
];

const searchQuery = `query ($text: String!, $kinds: [EntityKind!], $first: Int, $after: String, $lang: Lang) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
    totalCount
    suggestions
    facets { kind count }
    nodes { id }
    edges { cursor matched distinction(lang: $lang) node { id kind } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

async function found(text: string, variables: object = {}): Promise<Answer['data']> {
  const { search } = await ask(searchQuery, { text, ...variables });
  return search;
}

const idsOf = (search: Answer['data']): string[] => search.nodes.map(({ id }: { id: string }) => id);

async function walked(text: string, first: number, kinds?: readonly EntityKind[]): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Answer['data'] = await found(text, { kinds, first, after });
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    ids.push(...idsOf(page));
    if (page.pageInfo.hasNextPage !== true) return ids;
    after = page.pageInfo.endCursor;
  }
}

/** As many as one request may give other names. */
const AT_ONCE = 40;

describe('A search as people type it', () => {
  it('finds what they mean first', async () => {
    const firsts: [text: string, ...first: string[]][] = [];
    for (let at = 0; at < searches.length; at += AT_ONCE) {
      const fields = searches.slice(at, at + AT_ONCE).map(([text, ...first], index) => {
        const args = `text: ${JSON.stringify(text)}, first: ${first.length}`;
        return `_${index}: search(${args}) { nodes { id } }`;
      });
      const answers = Object.values(await ask(`{ ${fields.join(' ')} }`)).map(idsOf);
      firsts.push(...answers.map((ids, index): [string, ...string[]] => [searches[at + index]?.[0] ?? '', ...ids]));
    }
    expect(firsts).toEqual(searches);
  });
});

/** What the search is said to do, computed in memory over the rows of the files. */
interface Searched {
  readonly id: string;
  readonly kind: EntityKind;
  readonly sortName: string;
  readonly names: readonly string[];
  readonly words: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
}

const bodies = ['organizations', 'government-entities', 'networks'];
const wordsOf = (text: string) =>
  plain(text.replace(/\b(\p{L})\.\s?(?=\p{L}\b)/gu, '$1'))
    .split(' ')
    .filter((word) => word !== '');
const partsOf = (text: string) => [...wordsOf(text), ...wordsOf(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))];
const formsOf = (row: Row) =>
  [row['name'], row['nameEn'], ...cellList(row['aliases']), row['acronym']]
    .filter((form) => form !== undefined && form !== '')
    .map(String);

function initialsOf(form: string): readonly string[] {
  const capitals = form.split(/[^\p{L}\p{N}]+/u).flatMap((word) => (/^\p{Lu}/u.test(word) ? [word.slice(0, 1)] : []));
  return capitals.length < 3 ? [] : [plain(capitals.join(''))];
}

const entityRows = tables.flatMap(({ name, holds }) =>
  holds.what === 'entities' ? seedRows(name).map((row) => ({ table: name, kind: holds.kind, row })) : [],
);
const wordsById = new Map(
  entityRows.map(({ table, row }) => {
    const forms = formsOf(row);
    const initials = bodies.includes(table)
      ? forms.flatMap((form) => [form, ...form.split(',')].flatMap(initialsOf))
      : [];
    return [row['id'] ?? '', [...forms.flatMap(partsOf), ...initials]] as const;
  }),
);
const parents = seedPairs('parts', 'unit', 'parent');

const searched: readonly Searched[] = entityRows.map(({ table, kind, row }) => {
  const id = row['id'] ?? '';
  const sorted =
    table === 'people' ? [row['surname1'], row['surname2'], row['givenName']].join(' ') : (row['name'] ?? '');
  const posts = seedRows('affiliations').filter(({ person }) => person === id);
  const institutions = closure(
    posts.map(({ institution = '' }) => institution),
    parents,
  );
  const forms = [...formsOf(row), ...(table === 'people' ? [sorted] : [])];
  const initials = bodies.includes(table) ? forms.flatMap(initialsOf) : [];
  return {
    id,
    kind,
    sortName: plain(sorted),
    names: [...forms.map((form) => wordsOf(form).join(' ')), ...initials],
    words: new Set([...(wordsById.get(id) ?? []), ...forms.flatMap(partsOf)]),
    beside: new Set([
      ...posts.flatMap(({ role = '' }) => partsOf(role)),
      ...[...institutions].flatMap((institution) => wordsById.get(institution) ?? []),
    ]),
  };
});

function rankOf({ names, words, beside }: Searched, text: string): number {
  const asked = wordsOf(text);
  const whole = asked.join(' ');
  const has = (known: readonly string[]) =>
    asked.every((word, at) =>
      known.some((other) => (at === asked.length - 1 ? other.startsWith(word) : other === word)),
    );
  if (names.includes(whole)) return 1;
  if (names.some((name) => name.startsWith(whole))) return 2;
  if (has([...words])) return 3;
  return has([...words, ...beside]) ? 4 : 5;
}

function expected(text: string, kinds?: readonly EntityKind[]): readonly string[] {
  const ranked = searched
    .filter(({ kind }) => kinds?.includes(kind) ?? true)
    .map((entity) => ({ ...entity, rank: rankOf(entity, text) }))
    .filter(({ rank }) => rank < 5);
  const key = ({ rank, sortName, id }: (typeof ranked)[number]) => [String(rank), sortName, id];
  return ranked
    .sort((one, other) => {
      const [left, right] = [key(one), key(other)];
      const at = left.findIndex((part, index) => part !== right[index]);
      return (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
    })
    .map(({ id }) => id);
}

const words = [...new Set(searched.flatMap(({ words: own, beside }) => [...own, ...beside]))].sort();
const aWord = fc.constantFrom(...words);
const someText = fc.oneof(
  aWord,
  fc.tuple(aWord, fc.nat(6)).map(([word, length]) => word.slice(0, length + 1)),
  // Words of one entity, in any order: most pairs of words are nobody's.
  fc
    .constantFrom(...searched)
    .chain(({ words: own, beside }) => fc.array(fc.constantFrom(...own, ...beside), { minLength: 2, maxLength: 3 }))
    .map((some) => some.join(' ')),
  fc.constantFrom(...searched.flatMap(({ names }) => names)).map((name) => name.slice(0, 150)),
);

describe('A search', () => {
  it('finds, in its order, what a reading of all rows finds', async () => {
    await fc.assert(
      fc.asyncProperty(someText, async (text) => {
        const search = await found(text, { first: 100 });
        const wanted = expected(text);
        expect(idsOf(search)).toEqual(wanted.slice(0, 100));
        expect(search.totalCount).toBe(wanted.length);
        expect(search.suggestions).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('finds the same whether few are gathered or the index is walked', async () => {
    const page = async (
      text: string,
      few: number,
      kinds: EntityKind[] | null,
      after: readonly string[] = ['0', '', ''],
    ) => {
      const [rank, afterKey = '', afterId = ''] = after;
      const asked = parametersOf(askedOf(text, kinds));
      const place = { afterRank: Number(rank), afterKey, afterId };
      const parameters = { asked, ...place, limit: 7, few, full: false, forms: true };
      const [[entries] = [[]]] = await graph.read(searchPage, parameters);
      const [[ofFew] = [[]]] = await graph.read(searchFew, parameters);
      // The statement for few says that there are more, or the same.
      expect(ofFew).toEqual(few === 1 ? null : entries);
      // The statement for names that begin with the words gives the same as far as it goes, or says that there are more.
      if (place.afterRank > ranks.begins) return entries;
      const [[begun] = [[]]] = await graph.read(searchBegun, parameters);
      if (few !== 1 || begun !== null) expect(begun).toEqual(entries.filter(([of]) => of <= ranks.begins));
      return entries;
    };
    for (const [text, kinds] of [
      ['c', null],
      ['ciudad', null],
      ['director', ['PERSON']],
      ['de la', null],
      ['programa', null],
    ] as const)
      for (let after: readonly string[] | undefined = ['0', '', '']; after !== undefined;) {
        const rows = await page(text, 1000, kinds === null ? null : [...kinds], after);
        expect(await page(text, 1, kinds === null ? null : [...kinds], after)).toEqual(rows);
        const last: (typeof rows)[number] | undefined = rows[6];
        after = last === undefined ? undefined : [String(last[0]), last[1], String(last[PAGE_ENTITY + 1])];
      }
  });

  it('gives pages that join without gaps or repeats, of all kinds and of some', async () => {
    for (const [text, kinds] of [
      ['unam'],
      ['cultura', ['PERSON', 'PROGRAM']],
      ['cglu mexico'],
      ['metrópolsi'],
    ] as const) {
      const whole = idsOf(await found(text, { kinds, first: 100 }));
      expect(whole.length).toBeGreaterThan(3);
      expect(await walked(text, 3, kinds)).toEqual(whole);
    }
  });

  it('counts everything that matches by kind, not only what is on the page', async () => {
    const search = await found('cultura', { first: 1 });
    const wanted = expected('cultura');
    const kindOf = new Map(searched.map(({ id, kind }) => [id, kind]));
    for (const { kind, count } of search.facets)
      expect([kind, wanted.filter((id) => kindOf.get(id) === kind).length]).toEqual([kind, count]);
    expect(search.facets.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(wanted.length);
    const some = await ask(
      '{ search(text: "cultura", kinds: [PERSON]) { totalCount facets { kind count } all: facets(everyKind: true) { kind count } nodes { kind } } }',
    );
    expect(some.search.all).toEqual(search.facets);
    expect(some.search.facets).toEqual(search.facets.filter(({ kind }: { kind: string }) => kind === 'PERSON'));
    expect(some.search.totalCount).toBe(some.search.nodes.length);
    const none = await found('unam', { kinds: ['CITY'] });
    expect(none).toMatchObject({ totalCount: 0, nodes: [], facets: [], suggestions: [] });
    expect(await found('unam', { kinds: [] })).toMatchObject({ totalCount: 0, nodes: [], facets: [], suggestions: [] });
  });

  it('forgives typing errors only where nothing matches, and then says which names are near', async () => {
    const near = await found('zicardi');
    expect(near).toMatchObject({
      totalCount: 1,
      suggestions: ['Alicia Ziccardi Contigiani'],
      facets: [{ kind: 'PERSON', count: 1 }],
      edges: [{ matched: 'Alicia Ziccardi Contigiani', node: { id: 'alicia-ziccardi-contigiani' } }],
    });
    expect(await found('metrópolsi', { kinds: ['NETWORK'] })).toMatchObject({
      totalCount: 1,
      suggestions: ['METROPOLIS'],
    });
    expect(idsOf(await found('zicardi unam'))).toEqual(['alicia-ziccardi-contigiani']);
    // "Lima" is there, so that "Lina" and "Lema" are not looked for.
    expect(idsOf(await found('lima'))).not.toContain('lena-lazaro');
    expect(await found('xyzzy qwert')).toMatchObject({ totalCount: 0, nodes: [], suggestions: [], facets: [] });
  });

  it('shows the form that matched, and what tells namesakes apart, in both languages', async () => {
    expect((await found('UNAM')).edges[0]).toMatchObject({ matched: 'UNAM', distinction: null });
    expect((await found('UCLG')).edges[0].matched).toBe('United Cities and Local Governments');
    expect((await found('london', { lang: 'EN' })).edges[0]).toMatchObject({
      matched: 'London',
      distinction: 'United Kingdom',
    });
    expect((await found('secretaria de cultura')).edges[0].distinction).toBe('Gobierno de la Ciudad de México');
    expect((await found('secretaria de cultura', { lang: 'EN' })).edges[0].distinction).toBe('Mexico City Government');
    expect((await found('muller')).edges.map(({ distinction }: { distinction: string }) => distinction)).toEqual([
      'Secretaria de Medio Ambiente, Secretaría de Medio Ambiente (2016)',
      'Fondos y Redes globales: Reduciendo la Brecha entre las Políticas Globales y la Implementación Nacional (2016)',
    ]);
  });

  it('costs two statements for the names, whatever the number of results, and one more for its counts', async () => {
    const query =
      'query ($text: String!, $first: Int) { search(text: $text, first: $first) { edges { matched distinction node { id name } } } }';
    for (const first of [1, 12])
      expect((await post({ query, variables: { text: 'cultura', first } })).statements).toBe(2);
    expect(
      (await post({ query: '{ search(text: "cultura", first: 0) { totalCount facets { count } suggestions } }' }))
        .statements,
    ).toBe(1);
  });

  it('refuses a cursor of another text or of other kinds', async () => {
    const { pageInfo } = await found('ciudad', { first: 1 });
    expect(idsOf(await found('CIUDAD', { first: 1, after: pageInfo.endCursor }))).toHaveLength(1);
    for (const variables of [{ text: 'cultura' }, { text: 'ciudad', kinds: ['CITY'] }]) {
      const { codes } = await post({ query: searchQuery, variables: { ...variables, after: pageInfo.endCursor } });
      expect(codes).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('A text that nobody would search for', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \t\n\u00a0\u200b '],
    ['only signs', '+ - && || ! ( ) { } [ ] ^ " ~ * ? : \\ /'],
    ['only a lone surrogate', '\ud800'],
    ['only combining marks', '\u0301\u0302'],
    ['ten thousand combining marks', `a${'\u0301'.repeat(10_000)}`],
    ['more than two hundred characters', 'a '.repeat(101)],
    ['letters that stand for many words', 'ﷺ'.repeat(200)],
  ])('(%s) is a clear error', async (_, text) => {
    const { status, errors, faults } = await post({ query: searchQuery, variables: { text } });
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/^text: expected .+ but got .+\./),
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', argument: 'text' }),
      }),
    ]);
    expect([status, faults]).toEqual([200, []]);
  });

  it.each([
    ['signs of the query language', 'searchWords:unam* AND NOT (x OR y)~2 ^3 "z" [a TO b] \\'],
    ['a field of the index', '_k_PERSON'],
    ['a mark of the index', '_n_unam'],
    ['NUL', 'una\u0000m'],
    ['a lone surrogate within', 'un\udfffam'],
    ['bidi controls', '\u202emanu\u202c'],
    ['a hundred words', 'a '.repeat(100)],
    ['forty words of five letters', 'abcde '.repeat(33)],
    ['one word of two hundred letters', 'x'.repeat(200)],
    ['other scripts', '東京 Москва القاهرة'],
    ['an emoji among words', 'unam 😀'],
    ['words of Lucene', 'AND OR NOT TO'],
  ])('(%s) is a plain text', async (_, text) => {
    const { errors, faults } = await post({ query: searchQuery, variables: { text } });
    expect([errors, faults]).toEqual([[], []]);
  });

  it('with signs around its words finds what the words find', async () => {
    expect(idsOf(await found('(UNAM*) && "ziccardi"~'))).toEqual(['alicia-ziccardi-contigiani']);
    expect(idsOf(await found('una\u0301m'))).toEqual(idsOf(await found('unam')));
  });
});
