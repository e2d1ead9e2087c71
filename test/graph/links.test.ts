import { describe, expect, it } from 'vitest';

import { entityKinds, kindOf } from '../../src/model/kinds.ts';
import { tieKinds, tieOf } from '../../src/model/ties.ts';
import { cellList, closure, seedPairs, seedRows, seedValues } from '../support/seed-rows.ts';
import { withSeeds } from '../support/seeded-graph.ts';

const seeds = withSeeds();
const { ask } = seeds;

interface Named {
  readonly id: string;
}
interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Named[];
  readonly edges: readonly { readonly node: Named; readonly ties: readonly Named[] }[];
}
const idsOf = (things: readonly Named[]) => things.map(({ id }) => id).sort();
const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort();
const facts = (table: string, column: string, id: string) => seedRows(table).filter((row) => row[column] === id);
const unitsOf = seedPairs('parts', 'parent', 'unit');

const axis = 'eje-1-ciudad-creativa-y-diversa';
const culture = 'secretaria-de-cultura-cdmx';
const consultation = 'dialogos-para-una-cdmx-global';
const CONNECTION = 'totalCount nodes { id } edges { node { id } ties { id } }';

/** Facts whose one end is in the seeds, by the id of their other end. */
function expectEdges(page: Page, rows: readonly Readonly<Record<string, string>>[], column: string): void {
  const ids = sorted(rows.map((row) => row[column] ?? ''));
  expect(idsOf(page.nodes)).toEqual(ids);
  expect(page.totalCount).toBe(ids.length);
  for (const { node, ties } of page.edges)
    expect(idsOf(ties)).toEqual(sorted(rows.filter((row) => row[column] === node.id).map(({ id = '' }) => id)));
}

describe('From one thing to the next', () => {
  it('an axis has its programs and themes, and each program its axes', async () => {
    const { node } = await ask(
      `query ($id: ID!) { node(id: $id) { ... on PriorityAxis { programs(first: 100) { ${CONNECTION} } axisThemes { id axes { id } } } } }`,
      { id: axis },
    );
    const placements = facts('axis-placements', 'axis', axis);
    const programIds = new Set(seedValues('programs', 'id'));
    const isProgram = (id = '') => programIds.has(id);
    expectEdges(
      node.programs,
      placements.filter(({ entity }) => isProgram(entity)),
      'entity',
    );
    expect(idsOf(node.axisThemes)).toEqual(
      sorted(placements.filter(({ entity }) => !isProgram(entity)).map(({ entity = '' }) => entity)),
    );
    for (const theme of node.axisThemes) expect(idsOf(theme.axes)).toContain(axis);
    const back = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Program { axes { id } } } }', {
      ids: idsOf(node.programs.nodes),
    });
    for (const { axes } of back.nodes) expect(idsOf(axes)).toContain(axis);
  });

  it('a program has its government entities and partners, with the facts that say so', async () => {
    const { programs } = await ask(
      `{ programs(first: 100) { nodes { id governmentEntities(first: 5) { ${CONNECTION} } partners(first: 5) { ${CONNECTION} } } } }`,
    );
    expect(programs.nodes).toHaveLength(seedRows('programs').length);
    for (const { id, governmentEntities, partners } of programs.nodes) {
      expectEdges(governmentEntities, facts('program-listings', 'program', id), 'governmentEntity');
      expectEdges(partners, facts('program-partners', 'program', id), 'partner');
    }
  });

  it('a body has its programs, its people and its units, and those of its units', async () => {
    const { nodes } = await ask(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on GovernmentEntity { programs(first: 100) { ${CONNECTION} } people(first: 100) { ${CONNECTION} } units { id } parent { id } } ... on Organization { people { ${CONNECTION} } units { id } } } }`,
      {
        ids: [
          culture,
          'gobierno-de-la-ciudad-de-mexico',
          'jefatura-de-gobierno-cdmx',
          'universidad-nacional-autonoma-de-mexico',
        ],
      },
    );
    for (const { id, programs, people, units } of nodes) {
      const bodies = closure([id], unitsOf);
      expectEdges(
        people,
        seedRows('affiliations').filter(({ institution = '' }) => bodies.has(institution)),
        'person',
      );
      expect(idsOf(units)).toEqual(sorted(facts('parts', 'parent', id).map(({ unit = '' }) => unit)));
      if (programs === undefined) continue;
      const listed = seedRows('program-listings').filter(({ governmentEntity = '' }) => bodies.has(governmentEntity));
      const run = seedRows('program-operations').filter(({ operator = '' }) => bodies.has(operator));
      expectEdges(programs, [...listed, ...run], 'program');
    }
  });

  it('a person has affiliations and participations, and the way back', async () => {
    const { people } = await ask(
      '{ people(first: 100, filter: { consulted: true }) { nodes { id affiliations { id role institution { id } person { id } } participations { id sector { id } quoted quotedName roleAsPrinted consultation { id } } } } }',
    );
    expect(idsOf(people.nodes)).toEqual(sorted(seedValues('participations', 'person')));
    for (const { id, affiliations, participations } of people.nodes) {
      expect(idsOf(affiliations)).toEqual(sorted(facts('affiliations', 'person', id).map((row) => row['id'] ?? '')));
      for (const fact of affiliations) {
        const row = facts('affiliations', 'id', fact.id)[0];
        expect(fact).toMatchObject({
          role: row?.['role'] || null,
          institution: { id: row?.['institution'] },
          person: { id },
        });
      }
      const row = facts('participations', 'person', id)[0];
      expect(participations).toEqual([
        {
          id: row?.['id'],
          sector: { id: row?.['sector'] },
          quoted: row?.['quoted'] === 'true',
          quotedName: row?.['quotedName'] || null,
          roleAsPrinted: row?.['roleAsPrinted'] || null,
          consultation: { id: consultation },
        },
      ]);
    }
  });

  it('a consultation has its sectors and participants, and each sector its own', async () => {
    const { consultations } = await ask(
      `{ consultations { id participants(first: 100) { ${CONNECTION} } sectors { id consultation { id } participants(first: 100) { ${CONNECTION} } } } }`,
    );
    expect(idsOf(consultations)).toEqual(sorted(seedValues('consultations', 'id')));
    const { participants, sectors } = consultations.find(({ id }: Named) => id === consultation);
    expectEdges(participants, seedRows('participations'), 'person');
    expect(idsOf(sectors)).toEqual(sorted(seedValues('sectors', 'id')));
    for (const sector of sectors) {
      expect(sector.consultation.id).toBe(consultation);
      expectEdges(sector.participants, facts('participations', 'sector', sector.id), 'person');
    }
  });

  it('an axis and a theme have the people of the bodies that list their programs and of the positions about them, and every fact of the way', async () => {
    const asked = `{ people(first: 100) { totalCount edges { node { id } ties { id } } } }`;
    const { nodes } = await ask(
      `{ nodes(ids: ["${axis}", "cultura"]) { id ... on PriorityAxis ${asked} ... on Theme ${asked} } }`,
    );
    const affiliations = seedRows('affiliations');
    const holders = seedRows('position-holders');
    for (const { id, people } of nodes) {
      const placements = facts('axis-placements', 'axis', id);
      const themes = new Set([id, ...placements.map(({ entity = '' }) => entity)]);
      const topics = seedRows('topics').filter(({ theme = '' }) => themes.has(theme));
      const ownTopics = facts('topics', 'theme', id);
      /** Each person with the facts that lead there, one way after the other. */
      const ways: readonly (readonly [person: string, ties: readonly string[]])[] = [
        ...[...placements, ...ownTopics].flatMap((placement) =>
          facts('program-listings', 'program', placement['entity'] ?? '').flatMap((listing) =>
            affiliations
              .filter(({ institution }) => institution === listing['governmentEntity'])
              .map((row) => [row['person'] ?? '', [row, listing, placement].map((fact) => fact['id'] ?? '')] as const),
          ),
        ),
        ...topics.flatMap((topic) =>
          holders
            .filter(({ position }) => position === topic['entity'])
            .map(
              (row) =>
                [
                  row['person'] ?? '',
                  [row, topic, ...placements.filter(({ entity }) => entity === topic['theme'])].map(
                    (fact) => fact['id'] ?? '',
                  ),
                ] as const,
            ),
        ),
      ];
      expect(sorted(people.edges.map(({ node }: { node: Named }) => node.id))).toEqual(
        sorted(ways.map(([person]) => person)),
      );
      expect(people.totalCount).toBe(people.edges.length);
      for (const { node, ties } of people.edges)
        expect(idsOf(ties)).toEqual(
          sorted(ways.filter(([person]) => person === node.id).flatMap(([, facts_]) => facts_)),
        );
    }
  });

  it('a city has its country and government, a country its cities and regions, a region its countries', async () => {
    const { cities, countries, regions } = await ask(
      '{ cities(first: 100) { nodes { id country { id } state { id } government { id } } } countries { id cities { id } regions { id } } regions(scheme: "dialogos-cdmx-2016") { id rank countries { id } } }',
    );
    expect(idsOf(cities.nodes)).toEqual(sorted(seedValues('cities', 'id')));
    const cityIds = new Set(seedValues('cities', 'id'));
    for (const { id, country, state, government } of cities.nodes) {
      expect(state?.id ?? '').toBe(facts('city-states', 'city', id)[0]?.['state'] ?? '');
      expect(country?.id ?? '').toBe(facts('place-countries', 'place', id)[0]?.['country'] ?? '');
      expect(government?.id ?? '').toBe(facts('governments', 'place', id)[0]?.['government'] ?? '');
    }
    expect(idsOf(countries)).toEqual(sorted(seedValues('countries', 'id')));
    for (const { id, cities: below, regions: above } of countries) {
      const within = facts('place-countries', 'country', id).map(({ place = '' }) => place);
      expect(idsOf(below)).toEqual(sorted(within.filter((place) => cityIds.has(place))));
      expect(idsOf(above)).toEqual(sorted(facts('place-regions', 'place', id).map(({ region = '' }) => region)));
    }
    expect(regions.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2, 3, 4, 5]);
    for (const { id, countries: below } of regions)
      expect(idsOf(below)).toEqual(sorted(facts('place-regions', 'region', id).map(({ place = '' }) => place)));
  });

  it('a network has its programs', async () => {
    const { networks } = await ask(`{ networks { nodes { id programs { ${CONNECTION} } } } }`);
    expect(networks.nodes).not.toHaveLength(0);
    for (const { id, programs } of networks.nodes)
      expectEdges(
        programs,
        [...facts('program-partners', 'partner', id), ...facts('program-operations', 'operator', id)],
        'program',
      );
  });

  it('one question goes from an axis down to institutions and back', async () => {
    const { priorityAxes } = await ask(
      `{ priorityAxes { id programs(first: 5) { nodes { axes { id } governmentEntities(first: 3) { nodes { id people(first: 2, filter: { consulted: true }) { nodes { affiliations { institution { id ... on GovernmentEntity { programs(first: 2) { nodes { axes { id } } } } } } } } } } } } } }`,
    );
    expect(priorityAxes).toHaveLength(5);
    for (const { id, programs } of priorityAxes)
      for (const program of programs.nodes) expect(idsOf(program.axes)).toContain(id);
    const institutions = JSON.stringify(priorityAxes).match(/"institution":\{"id":"[^"]+"/g) ?? [];
    expect(institutions.length).toBeGreaterThan(5);
  });
});

/** Every fact of the seeds with its kind and ends. */
const allFacts = tieKinds.flatMap((kind) =>
  seedRows(tieOf(kind).table).map((row) => ({
    kind,
    id: row['id'] ?? '',
    from: row[tieOf(kind).from.column] ?? '',
    to: row[tieOf(kind).to.column] ?? '',
    basis: row['basis'],
    citations: cellList(row['citations']),
  })),
);
const touching = (id: string) => allFacts.filter(({ from, to }) => from === id || to === id);
const TIES =
  'query ($id: ID!, $kinds: [TieKind!], $with: [EntityKind!], $statedOnly: Boolean!, $first: Int!, $after: String) { node(id: $id) { ... on Entity { tieCounts { tieKind count } ties(kinds: $kinds, with: $with, statedOnly: $statedOnly, first: $first, after: $after) { totalCount nodes { id tieKind from { id } to { id } basis } pageInfo { hasNextPage endCursor } } } } }';

async function allTies(
  id: string,
  first: number,
  only: { kinds?: readonly string[]; with?: readonly string[]; statedOnly?: boolean } = {},
) {
  const found: { id: string; tieKind: string; from: Named; to: Named; basis: string }[] = [];
  for (let after: string | null = null; ;) {
    const {
      node,
    }: {
      node: {
        tieCounts: readonly { tieKind: string; count: number }[];
        ties: { totalCount: number; nodes: typeof found; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
      };
    } = await ask(TIES, { id, first, after, statedOnly: false, ...only });
    found.push(...node.ties.nodes);
    after = node.ties.pageInfo.endCursor;
    if (!node.ties.pageInfo.hasNextPage) return { found, total: node.ties.totalCount, counts: node.tieCounts };
  }
}

describe('The facts that touch an entity', () => {
  it.each([
    culture,
    axis,
    consultation,
    'ciudad-de-mexico',
    'ciudades-y-gobiernos-locales-unidos',
    'adrian-michel-espino',
    'mexico',
  ])('%s are those of the tables, in pages of any size', async (id) => {
    const expected = touching(id);
    for (const size of [7, 100]) {
      const { found, total, counts } = await allTies(id, size);
      expect(found.map((tie) => tie.id).sort()).toEqual(expected.map((tie) => tie.id).sort());
      expect(total).toBe(expected.length);
      expect(
        found.every((tie) =>
          expected.some(
            ({ id: same, from, to, kind }) =>
              same === tie.id && from === tie.from.id && to === tie.to.id && kind === tie.tieKind,
          ),
        ),
      ).toBe(true);
      expect(counts).toEqual(
        tieKinds
          .map((tieKind) => ({ tieKind, count: expected.filter(({ kind }) => kind === tieKind).length }))
          .filter(({ count }) => count > 0),
      );
    }
  });

  it('are narrowed by kinds, by the other end and to what is stated', async () => {
    const id = 'gobierno-de-la-ciudad-de-mexico';
    const government = touching(id);
    const ids = async (only: Parameters<typeof allTies>[2]) => {
      const { found, total } = await allTies(id, 10, only);
      expect(found).toHaveLength(total);
      return found.map((tie) => tie.id).sort();
    };
    const expected = (fits: (fact: (typeof government)[number]) => boolean) =>
      government
        .filter(fits)
        .map((fact) => fact.id)
        .sort();
    expect(await ids({ kinds: ['PART_OF'] })).toEqual(expected(({ kind }) => kind === 'PART_OF'));
    expect(await ids({ kinds: ['PART_OF', 'GOVERNS'] })).toEqual(
      expected(({ kind }) => kind === 'PART_OF' || kind === 'GOVERNS'),
    );
    expect(await ids({ kinds: [] })).toEqual([]);
    expect(await ids({ statedOnly: true })).toEqual(expected(({ basis }) => basis === 'STATED'));
    expect(expected(({ basis }) => basis === 'INFERRED')).not.toEqual([]);
    const others = new Set([...seedValues('cities', 'id'), ...seedValues('programs', 'id')]);
    const joined = expected(({ from, to }) => others.has(from) || others.has(to));
    expect(joined.length).toBeGreaterThan(3);
    expect(await ids({ with: ['CITY', 'PROGRAM'] })).toEqual(joined);
    expect(await ids({ kinds: ['PART_OF'], with: ['CITY'] })).toEqual([]);
  });

  it('are found by their own ids', async () => {
    for (const kind of tieKinds) {
      const known = allFacts.filter((fact) => fact.kind === kind).slice(0, 3);
      const { nodes } = await ask(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Tie { tieKind from { id } to { id } } } }',
        { ids: known.map(({ id }) => id) },
      );
      expect(nodes).toEqual(
        known.map(({ id, from, to }) => ({ id, tieKind: kind, from: { id: from }, to: { id: to } })),
      );
    }
  });
});

describe('Where it is written', () => {
  it.each(['citation:cdmx-2016/anexo-1/gobierno', 'citation:cdmx-2016/tabla-1', 'citation:cdmx-2016/resumen/13'])(
    '%s leads to the facts and entities that rest on it',
    async (id) => {
      const { node } = await ask(
        'query ($id: ID!) { node(id: $id) { ... on Citation { source { id } ties(first: 100) { totalCount nodes { id } } entities(first: 100) { totalCount nodes { id } edges { ties { id } } } } } }',
        { id },
      );
      const facts_ = allFacts
        .filter(({ citations }) => citations.includes(id))
        .map((fact) => fact.id)
        .sort();
      const entities = entityKinds.flatMap((kind) =>
        seedValues(kindOf(kind).table, 'id', ({ citations }) => cellList(citations).includes(id)),
      );
      expect(idsOf(node.ties.nodes)).toEqual(facts_.slice(0, 100));
      expect(node.ties.totalCount).toBe(facts_.length);
      expect(idsOf(node.entities.nodes)).toEqual(sorted(entities));
      expect(node.entities.totalCount).toBe(entities.length);
    },
  );

  it('a source leads to its places and citations', async () => {
    const { sources } = await ask(
      '{ sources { id places { id } citedAt(first: 100) { totalCount nodes { id source { id } } pageInfo { hasNextPage } } } }',
    );
    expect(idsOf(sources)).toEqual(sorted(seedValues('sources', 'id')));
    for (const { id, places, citedAt } of sources) {
      expect(idsOf(places)).toEqual(sorted(seedValues('places', 'id', ({ source }) => source === id)));
      const citations = sorted(seedValues('citations', 'id', ({ source }) => source === id));
      expect(citedAt.totalCount).toBe(citations.length);
      expect(idsOf(citedAt.nodes)).toEqual(citations.slice(0, 100));
      expect(citedAt.pageInfo.hasNextPage).toBe(citations.length > 100);
    }
  });

  it('claims stand by their subject, the preferred one first', async () => {
    const { node } = await ask(
      'query ($id: ID!) { node(id: $id) { ... on Entity { claims { id property value claimRank subject { id } citations { id } } } } }',
      { id: consultation },
    );
    const rows = facts('claims', 'subject', consultation);
    expect(rows.length).toBeGreaterThan(3);
    expect(idsOf(node.claims)).toEqual(sorted(rows.map((row) => row['id'] ?? '')));
    for (const claim of node.claims) {
      const row = facts('claims', 'id', claim.id)[0];
      expect(claim).toMatchObject({
        property: row?.['property'],
        value: row?.['value'],
        claimRank: row?.['rank'],
        subject: { id: consultation },
      });
      expect(idsOf(claim.citations)).toEqual(sorted(cellList(row?.['citations'])));
    }
    const ofParticipants = node.claims
      .filter(({ property }: { property: string }) => property === 'participantCount')
      .map(({ claimRank }: { claimRank: string }) => claimRank);
    expect(ofParticipants[0]).toBe('PREFERRED');
  });

  it('the package tells what it is', async () => {
    const { datasets } = await ask(
      '{ datasets { title version hash loadedAt rows licences howToCite homeCity { id } homeGovernment { id } } }',
    );
    expect(datasets).toEqual([
      expect.objectContaining({
        version: '0.2.0',
        homeCity: { id: 'ciudad-de-mexico' },
        homeGovernment: { id: 'gobierno-de-la-ciudad-de-mexico' },
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      }),
    ]);
  });
});

describe('Twelve parents cost as many statements as one', () => {
  const below: Readonly<Record<string, readonly string[]>> = {
    programs: [
      'axes { name }',
      'governmentEntities(first: 2) { nodes { name level } }',
      'governmentEntities(first: 2) { edges { ties { id } } }',
      'partners { nodes { name } }',
      'partners(first: 3) { edges { ties { citations { place source { title } } } } }',
      'agreements { totalCount }',
      'themes { name }',
      'themes(statedOnly: true) { name }',
      'ties(first: 3) { nodes { statement from { name } to { name } } }',
      'tieCounts { tieKind count }',
      'claims { value citations { id } }',
      'citations { place }',
      'governmentEntities(first: 2) { nodes { people(first: 3) { nodes { affiliations { institution { name } } } } } }',
    ],
    people: [
      'affiliations { role institution { name aliases } }',
      'participations { sector { name } consultation { name } quotationCitations { place } }',
      'positions { text }',
      'memberships { network { name } }',
      'citations { source { title } }',
    ],
    governmentEntities: [
      'parent { name }',
      'units { name }',
      'governs { name }',
      'predecessors { name }',
      'successors { name }',
      'programs(first: 3) { totalCount nodes { name } }',
      'programs(first: 3, filter: { origin: LISTED }) { totalCount nodes { name } edges { ties { id } } }',
      'people(first: 3) { totalCount edges { ties { id } } }',
    ],
    organizations: ['parent { name }', 'units { name }', 'people { nodes { name } }', 'programs { totalCount }'],
    entities: [
      'ties(first: 2, kinds: [PART_OF]) { totalCount nodes { relation } }',
      'ties(first: 2, with: [PROGRAM], statedOnly: true) { totalCount nodes { asOf } }',
      'aliases',
    ],
  };
  const cases = Object.entries(below).flatMap(([list, selections]) =>
    selections.map((selection) => [list, selection] as const),
  );

  it.each(cases)('%s { %s }', async (list, selection) => {
    const cost = async (first: number) => {
      const { statements, codes } = await seeds.post({
        query: `{ ${list}(first: ${first}) { nodes { id ${selection} } } }`,
      });
      expect(codes).toEqual([]);
      return statements;
    };
    const levels = (selection.match(/\{/g) ?? []).length;
    const twelve = await cost(12);
    // One parent may lack what others have, so that fewer statements than for twelve can do; never more for twelve than the fields asked.
    expect(await cost(1)).toBeLessThanOrEqual(twelve);
    expect(twelve).toBeLessThanOrEqual(levels + 2);
    expect(await cost(30)).toBeLessThanOrEqual(levels + 2);
  });

  it('exactly, where every parent has what is asked', async () => {
    const count = async (list: string, first: number, selection: string) =>
      (await seeds.post({ query: `{ ${list}(first: ${first}) { nodes { ${selection} } } }` })).statements;
    const questions = [
      ['people', 'id participations { sector { name } consultation { name } }'],
      ['programs', 'id axes { name } governmentEntities(first: 2) { nodes { name } edges { ties { id } } }'],
      [
        'people',
        'id citations { place source { title } } tieCounts { count } ties(first: 2) { totalCount nodes { statement } }',
      ],
    ] as const;
    for (const [list, selection] of questions)
      expect(await count(list, 12, selection)).toBe(await count(list, 1, selection));
  });

  it('twenty aliases of one lookup too', async () => {
    const ids = seedValues('people', 'id').slice(0, 20);
    const query = (some: readonly string[]) =>
      `{ ${some.map((id, at) => `p${at}: node(id: "${id}") { ... on Person { name affiliations { role institution { name } } } }`).join(' ')} }`;
    const [one, twenty] = [
      await seeds.post({ query: query(ids.slice(0, 1)) }),
      await seeds.post({ query: query(ids) }),
    ];
    expect(twenty.codes).toEqual([]);
    expect(twenty.statements).toBe(one.statements);
  });
});

describe('What is opened by its id', () => {
  it.each([
    ['a page of its list', 'Network', 'name(lang: EN) kind members(first: 2) { nodes { id } }'],
    ['the count of its list', 'Network', 'name members { totalCount }'],
    ['its facts', 'Network', 'name ties(first: 3) { nodes { tieKind from { id } to { id } } }'],
    ['its facts of one kind', 'Network', 'name ties(first: 3, kinds: [WITH_PARTNER]) { nodes { id } }'],
    ['how many facts it has', 'Network', 'name tieCounts { tieKind count }'],
  ])('takes one statement with %s, which answers as two do', async (_, type, selection) => {
    const query = (more = '') => `{ node(id: "metropolis") { ... on ${type} { id ${selection} ${more} } } }`;
    const one = await seeds.post({ query: query() });
    // What only its own statement reads.
    const several = await seeds.post({ query: query('acronym') });
    expect(one.codes).toEqual([]);
    expect(one.data.node).toEqual(withoutAcronym(several.data.node));
    expect([one.statements, several.statements]).toEqual([1, 2]);
  });

  it('is there, or not, when its list is empty or not known', async () => {
    const query = (id: string) => `{ node(id: "${id}") { ... on Network { name members { nodes { id } } } } }`;
    const [[lonely] = []] = await seeds.graph.execute(
      'lonely',
      'MATCH (n:Network) WHERE NOT EXISTS { (n)<-[:MEMBER_OF]-() } RETURN n.id ORDER BY n.id LIMIT 1',
    );
    expect((await seeds.ask(query(String(lonely)))).node).toMatchObject({ members: { nodes: [] } });
    expect((await seeds.ask(query('nobody'))).node).toBeNull();
    // Of another kind, nothing is asked.
    expect((await seeds.ask(query('chicago'))).node).toEqual({});
  });
});

function withoutAcronym({ acronym: _, ...rest }: Readonly<Record<string, unknown>>) {
  return rest;
}
