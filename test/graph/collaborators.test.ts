import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { actorKinds } from '../../src/model/kinds.ts';
import type { Row } from '../support/packages.ts';
import { plainCollaborators, type PlainFilter } from '../support/plain-collaborators.ts';
import { seedRows, seeds, seedValues } from '../support/seed-rows.ts';
import { withDirectories, type Answer } from '../support/seeded-graph.ts';

const example = join(import.meta.dirname, '../packages/ejemplo-2020');
const exampleRows = (table: string): readonly Row[] =>
  parse<Row>(readFileSync(join(example, `${table}.csv`), 'utf8'), { columns: true });

/** Both packages together: what is shared is there once. */
const rowsOfBoth = (table: string): readonly Row[] => {
  const own = seedRows(table);
  const known = new Set(own.map(({ id }) => id));
  return [...own, ...exampleRows(table).filter(({ id }) => !known.has(id))];
};

const { ask, post } = withDirectories(seeds, example);
const plain = plainCollaborators(rowsOfBoth);

const government = 'gobierno-de-la-ciudad-de-mexico';
const [sector = ''] = seedValues('sectors', 'id', ({ name = '' }) => /gobierno/i.test(name));
const reasonFields =
  'reasons { statement en: statement(lang: EN) basis ties { id basis from { id name } to { id name } citations { place } } }';
const list = `totalCount pageInfo { hasNextPage endCursor } nodes { id } edges { cursor node { id name } ${reasonFields} }`;

type Found = Answer['data'];
const idsOf = ({ nodes }: Found): readonly string[] => nodes.map(({ id }: Found) => id);

const suggest = async (filter: object, first = 100): Promise<Found> =>
  (
    await ask(
      `query ($filter: SuggestionFilter!, $first: Int) { found: suggestCollaborators(filter: $filter, first: $first) { ${list} } }`,
      { filter, first },
    )
  ).found;
const suggestedIds = async (filter: object): Promise<readonly string[]> =>
  idsOf(
    (
      await ask(
        'query ($filter: SuggestionFilter!) { found: suggestCollaborators(filter: $filter, first: 100) { nodes { id } } }',
        { filter },
      )
    ).found,
  );
const collaboratorsOf = async (id: string, filter: object = {}, first = 100): Promise<Found> =>
  (
    await ask(
      `query ($id: ID!, $filter: CollaboratorFilter, $first: Int) { node(id: $id) { ... on Actor { collaborators(filter: $filter, first: $first) { ${list} } } } }`,
      { id, filter, first },
    )
  ).node.collaborators;

/** What is wrong with the reasons of a list; nothing when each rests on facts that lead from one actor on. */
function faultsOf(edges: readonly Found[], start?: string): readonly string[] {
  return edges.flatMap(({ node, reasons }) => {
    const faults = reasons.flatMap(({ statement, en, basis, ties }: Found) => {
      const names = ties.flatMap(({ from, to }: Found) => [from, to]);
      const ids = new Set(names.map(({ id }: Found) => id));
      return [
        ties.length === 0 ? 'no facts' : '',
        ties.some(({ citations }: Found) => citations.length === 0) ? 'no citation' : '',
        !ids.has(node.id) ? 'does not lead to the actor' : '',
        start !== undefined && !ids.has(start) ? 'does not lead to whose list it is' : '',
        names.some(({ name }: Found) => !statement.includes(name.replace(/\.$/, '')))
          ? `does not name all: ${statement}`
          : '',
        /undefined|null|\{|\}/.test(`${statement} ${en}`) || statement === en ? `reads badly: ${statement}` : '',
        basis === 'STATED' && ties.some((tie: Found) => tie.basis === 'INFERRED')
          ? 'calls stated what was inferred'
          : '',
        isConnected(ties) ? '' : 'facts that do not meet',
      ];
    });
    return faults.filter((fault: string) => fault !== '').map((fault: string) => `${node.id}: ${fault}`);
  });
}

function isConnected([first, ...others]: readonly Found[]): boolean {
  const reached = new Set([first.from.id, first.to.id]);
  for (let left = [...others], before = -1; left.length !== before;) {
    before = left.length;
    left = left.filter(({ from, to }) => {
      const meets = reached.has(from.id) || reached.has(to.id);
      if (meets) reached.add(from.id).add(to.id);
      return !meets;
    });
    if (left.length === 0) return true;
  }
  return false;
}

describe('Collaborators', () => {
  it('of every actor are those who share work with it, in the order of the documented points', async () => {
    for (let at = 0; at < plain.actors.length; at += 90) {
      const ids = plain.actors.slice(at, at + 90);
      const { nodes } = await ask(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Actor { collaborators(first: 100) { totalCount nodes { id } } } } }',
        { ids },
      );
      for (const { id, collaborators } of nodes) {
        const wanted = plain.collaboratorsOf(id);
        expect([id, collaborators.totalCount, idsOf(collaborators)]).toEqual([id, wanted.length, wanted.slice(0, 100)]);
      }
    }
  });

  it.each([
    'secretaria-de-salud-cdmx',
    'ciudad-de-mexico',
    government,
    'cuauhtemoc-cardenas-solorzano',
    'metropolis',
    'ocde',
    'medellin',
    'persona-consultada-dos',
    'persona-consultada-cinco',
  ])('of %s have reasons whose facts lead from one to the other, stated ones only where that is asked', async (id) => {
    const { edges } = await collaboratorsOf(id);
    const through = ({ statement }: Found) => String(statement).startsWith('A través de ');
    // What goes through another entity begins at the actor too: with the fact that lends it the work.
    expect(faultsOf(edges, id)).toEqual([]);
    expect(edges.every(({ reasons }: Found) => reasons.length > 0)).toBe(true);
    for (const { reasons } of edges)
      for (const reason of reasons) if (through(reason)) expect(reason.basis).toBe('INFERRED');
    const stated = await collaboratorsOf(id, { statedOnly: true });
    expect(idsOf(stated)).toEqual(plain.collaboratorsOf(id, true).slice(0, 100));
    expect(stated.edges.flatMap(({ reasons }: Found) => reasons.map(({ basis }: Found) => basis))).not.toContain(
      'INFERRED',
    );
  });

  it('that meet in a program have a stated reason where both facts are stated, an inferred one otherwise', async () => {
    const { edges } = await collaboratorsOf('secretaria-de-salud-cdmx');
    const basisOf = (id: string) => edges.find(({ node }: Found) => node.id === id).reasons[0].basis;
    const partners = seedRows('program-partners').filter(
      ({ program }) => program === 'programa-2-3-01-convenios-bilaterales',
    );
    const told = partners.filter(({ partner }) => edges.some(({ node }: Found) => node.id === partner));
    expect(new Set(told.map(({ basis }) => basis))).toEqual(new Set(['STATED', 'INFERRED']));
    for (const { partner = '', basis } of told) expect([partner, basisOf(partner)]).toEqual([partner, basis]);
  });

  it('of the Secretaría de Salud are its people and the partners of its programs, each with its reason', async () => {
    const { edges } = await collaboratorsOf('secretaria-de-salud-cdmx');
    const lima = edges.find(({ node }: Found) => node.id === 'lima');
    expect(lima.reasons).toMatchObject([
      {
        basis: 'STATED',
        statement:
          'En un mismo programa: «Convenios bilaterales (Medellín, Lima, Francia, NY y otros)» estaba en la lista de Secretaría de Salud y nombraba como contraparte a Lima (convenios bilaterales).',
        ties: [{ citations: [{ place: 'Tabla del eje 2, Secretaría de Salud, entrada 1' }] }, {}],
      },
    ]);
    expect(edges.map(({ node }: Found) => node.id)).not.toContain('jose-narro-robles');
  });

  it.each(['order-of-collaborators', 'orden-de-colaboradores'])(
    'of it stand in the order, and have the points, that docs/%s.md works out by hand',
    async (page) => {
      const { nodes } = (
        await ask('{ node(id: "secretaria-de-salud-cdmx") { ... on Actor { collaborators { nodes { name } } } } }')
      ).node.collaborators;
      const cells = readFileSync(join(import.meta.dirname, `../../docs/${page}.md`), 'utf8')
        .split('\n')
        .filter((line) => /^\| \d/.test(line))
        .map((line) => line.split('|').map((cell) => cell.trim()));
      expect(cells.map(([, order, name]) => [order, name])).toEqual(
        nodes.map(({ name }: Found, at: number) => [String(at + 1), name]),
      );
      const worked = plain.pointsOf('secretaria-de-salud-cdmx');
      expect(cells.map(([, , , , points = '', newest]) => [Number(points.split('=').at(-1)), newest])).toEqual(worked);
    },
  );

  it('of a city and of its government are the same but themselves, and say through which', async () => {
    const [city, bodies] = await Promise.all(['ciudad-de-mexico', government].map((id) => collaboratorsOf(id)));
    expect(new Set(idsOf(city))).toEqual(new Set(idsOf(bodies)));
    const chicago = bodies.edges.find(({ node }: Found) => node.id === 'chicago');
    expect(chicago.reasons.map(({ statement }: Found) => statement)).toEqual([
      expect.stringContaining('casa en el exterior'),
      expect.stringMatching(/^A través de Ciudad de México: /),
    ]);
  });

  it('pass a filter as the lists of the root do', async () => {
    const all = idsOf(await collaboratorsOf(government));
    const check = async (filter: object, wanted: readonly string[]) => {
      expect([filter, idsOf(await collaboratorsOf(government, filter))]).toEqual([
        filter,
        all.filter((id) => wanted.includes(id)),
      ]);
    };
    const { people, networks, cities, organizations, bodies } = await ask(
      '{ people(first: 100, filter: { themes: ["cultura"] }) { nodes { id } } networks(first: 100, filter: { themes: ["cultura"] }) { nodes { id } } cities(first: 100) { nodes { id } } organizations(first: 100, filter: { places: ["europa"] }) { nodes { id } } bodies: governmentEntities(first: 100, filter: { places: ["europa"] }) { nodes { id } } }',
    );
    await check({ kinds: ['CITY'] }, idsOf(cities));
    await check({ kinds: ['PERSON', 'NETWORK'], themes: ['cultura'] }, [...idsOf(people), ...idsOf(networks)]);
    await check({ places: ['europa'], kinds: ['ORGANIZATION', 'GOVERNMENT_ENTITY'] }, [
      ...idsOf(organizations),
      ...idsOf(bodies),
    ]);
    await check(
      { sectors: [sector] },
      seedValues('participations', 'person', (row) => row['sector'] === sector),
    );
    await check({ text: 'ÁNGELES los' }, ['los-angeles']);
    await check(
      { datasets: ['ejemplo-2020'] },
      all.filter((id) =>
        ['networks', 'cities', 'government-entities'].flatMap(exampleRows).some((row) => row['id'] === id),
      ),
    );
    await check({ themes: [] }, []);
    await check({ networks: ['alianza-euro-latinoamericana-de-cooperacion-entre-ciudades'], kinds: ['STATE'] }, [
      'minas-gerais',
    ]);
  });

  it('cost as many statements for twelve actors as for one', async () => {
    const count = async (ids: readonly string[]) =>
      (
        await post({
          query:
            'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Actor { collaborators(first: 5) { totalCount edges { node { name } reasons { statement ties { from { name } citations { place } } } } } } } }',
          variables: { ids },
        })
      ).statements;
    const twelve = await count(plain.actors.filter((id) => plain.collaboratorsOf(id).length > 0).slice(0, 12));
    expect(twelve).toBe(await count([government]));
    // The actors, their collaborators, the reasons, the citations.
    expect(twelve).toBe(4);
  });
});

describe('Suggestions', () => {
  it('for an axis and a region leave out who is linked to the city government already', async () => {
    const filter = { axes: ['eje-3-mega-laboratorio-urbano'], places: ['asia'] };
    const [all, open] = await Promise.all([suggest(filter), suggest({ ...filter, notYetLinkedTo: government })]);
    expect(idsOf(all)).toEqual(plain.suggestions(filter));
    expect(idsOf(open)).toEqual(plain.suggestions({ ...filter, notYetLinkedTo: government }));
    expect(idsOf(open)).toContain('nagoya-city-waterworks-sewerage-bureau');
    expect(idsOf(open)).not.toContain('nagoya');
    expect(faultsOf(open.edges)).toEqual([]);
  });

  it('leave out the units of an actor where they work with it, and not for being its units', async () => {
    const open = await suggestedIds({ kinds: ['GOVERNMENT_ENTITY'], notYetLinkedTo: government });
    const linked = new Set(idsOf(await collaboratorsOf(government)));
    const bodies = new Set(seedValues('government-entities', 'id'));
    const units = seedRows('parts').filter(({ unit = '', parent }) => parent === government && bodies.has(unit));
    const [working, others] = [true, false].map((works) =>
      units.map(({ unit = '' }) => unit).filter((unit) => linked.has(unit) === works),
    );
    expect(working).toContain('secretaria-de-cultura-cdmx');
    expect(others).toContain('sacmex');
    expect(open).toEqual(expect.arrayContaining(others ?? []));
    expect(open.filter((id) => linked.has(id))).toEqual([]);
  });

  it('are those who lack all that is listed, and leave out nobody where nothing is', async () => {
    const of = (...lacking: readonly string[]) => suggestedIds({ kinds: ['CITY'], lacking });
    const [program, agreement] = [await of('PROGRAM'), await of('AGREEMENT')];
    const both = program.filter((id) => agreement.includes(id));
    expect(await of('PROGRAM', 'AGREEMENT')).toEqual(both);
    expect(program.length).toBeGreaterThan(both.length);
    expect(agreement.length).toBeGreaterThan(both.length);
    expect(await of()).toEqual(await suggestedIds({ kinds: ['CITY'] }));
  });

  it('for Chicago are those who deal with its mayor’s office, its chamber, its university and the city’s house there', async () => {
    const { edges } = await suggest({ places: ['chicago'] });
    expect(faultsOf(edges)).toEqual([]);
    const reasonsOf = (id: string) =>
      edges
        .find(({ node }: Found) => node.id === id)
        ?.reasons.map(({ statement }: Found) => statement)
        .join('\n');
    expect(reasonsOf(government)).toContain('casa en el exterior');
    expect(reasonsOf('secretaria-de-desarrollo-economico-cdmx')).toContain('Alcaldía de Chicago');
    for (const name of ['Cámara de Comercio de Chicago', 'Universidad de Illinois en Chicago'])
      expect(reasonsOf('coordinacion-general-de-asuntos-internacionales-cdmx')).toContain(name);
    expect(reasonsOf('cuauhtemoc-cardenas-solorzano')).toMatch(/^A través de Coordinación General/);
    expect(edges.map(({ node }: Found) => node.id)).not.toContain('chicago');
  });

  it('say under which of what was asked each is found', async () => {
    const filter = { themes: ['salud'], axes: ['eje-2-ciudad-de-derechos'], sectors: [sector] };
    const { edges } = await suggest(filter);
    expect(edges.map(({ node }: Found) => node.id)).toEqual(plain.suggestions(filter));
    for (const { reasons } of edges) {
      const told = reasons.map(({ statement }: Found) => statement).join('\n');
      expect(told).toMatch(/«Salud»/);
      expect(told).toMatch(/bajo el eje/);
      expect(told).toMatch(/[Ee]n el sector «/);
    }
  });

  it.each([
    { kinds: ['CITY'], lacking: ['PROGRAM'] },
    // The head of government's office has the programs of the office that is part of it.
    { kinds: ['GOVERNMENT_ENTITY'], lacking: ['PROGRAM'] },
    { kinds: ['GOVERNMENT_ENTITY'], lacking: ['CONSULTED_PERSON', 'PARTNER'] },
    { kinds: ['ORGANIZATION', 'NETWORK'], lacking: ['AGREEMENT', 'PARTNER'] },
    { notYetLinkedTo: 'metropolis', kinds: ['PERSON'] },
  ] as const)('of %o are by name, without reasons', async (filter) => {
    const wanted = plain.suggestions(filter);
    const found = await suggest(filter);
    expect(idsOf(found)).toEqual(wanted.slice(0, 100));
    expect([found.totalCount, found.edges.flatMap(({ reasons }: Found) => reasons)]).toEqual([wanted.length, []]);
  });

  const fields = {
    themes: ['themes'],
    axes: ['priority-axes'],
    places: ['regions', 'countries', 'cities'],
    networks: ['networks'],
    sectors: ['sectors'],
  };
  const someOf = (tables: readonly string[]) =>
    fc.uniqueArray(fc.constantFrom(...tables.flatMap(rowsOfBoth).map(({ id = '' }) => id)), {
      minLength: 1,
      maxLength: 4,
    });
  const filters = fc
    .tuple(
      fc.subarray(Object.keys(fields), { minLength: 1, maxLength: 2 }),
      fc.record({
        themes: someOf(fields.themes),
        axes: someOf(fields.axes),
        places: someOf(fields.places),
        networks: someOf(fields.networks),
        sectors: someOf(fields.sectors),
      }),
      fc.record(
        {
          notYetLinkedTo: fc.constantFrom(...plain.actors),
          lacking: fc.subarray(['CONSULTED_PERSON', 'PROGRAM', 'AGREEMENT', 'PARTNER'] as const, { minLength: 1 }),
          kinds: fc.subarray(actorKinds, { minLength: 3 }),
        },
        { requiredKeys: [] },
      ),
      fc.nat(3),
    )
    .map(([wanted, ways, rest, plainly]): PlainFilter => ({
      ...Object.fromEntries(Object.entries(ways).filter(([field]) => wanted.includes(field))),
      // Of one in four, no more is asked: what else there is leaves little.
      ...(plainly === 0 ? rest : {}),
    }));

  it('of any combination are those that the rows give, in their order, and nobody who is linked', async () => {
    let nonEmpty = 0;
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const found = await suggestedIds(filter);
        expect(found).toEqual(plain.suggestions(filter).slice(0, 100));
        const linked = filter.notYetLinkedTo === undefined ? [] : plain.collaboratorsOf(filter.notYetLinkedTo);
        expect(found.filter((id) => linked.includes(id))).toEqual([]);
        if (found.length > 0) nonEmpty += 1;
      }),
      { numRuns: 40, seed: 1 },
    );
    expect(nonEmpty).toBeGreaterThan(20);
  });

  it('of one field have reasons whose facts meet, and lead to the actor', async () => {
    for (const filter of [
      { themes: ['salud'] },
      { axes: ['eje-1-ciudad-creativa-y-diversa'] },
      { places: ['europa', 'pais-vecino-de-ejemplo'] },
      { networks: ['metropolis', 'red-de-puentes-de-ejemplo'] },
      { sectors: rowsOfBoth('sectors').map(({ id }) => id) },
    ]) {
      const { edges } = await suggest(filter, 30);
      expect([filter, faultsOf(edges)]).toEqual([filter, []]);
      expect(edges.length).toBeGreaterThan(0);
      for (const { reasons } of edges) expect(reasons).not.toEqual([]);
    }
  });
});

describe('The pages of both answers', () => {
  it('join without gaps or repeats', async () => {
    const walk = async (page: (after: string | null) => Promise<Found>) => {
      const ids: string[] = [];
      for (let after: string | null = null; ;) {
        const { nodes, pageInfo } = await page(after);
        ids.push(...nodes.map(({ id }: Found) => id));
        if (!pageInfo.hasNextPage) return ids;
        after = pageInfo.endCursor;
      }
    };
    const fields = 'pageInfo { hasNextPage endCursor } nodes { id }';
    const ofGovernment = await walk(
      async (after) =>
        (
          await ask(
            `query ($after: String) { node(id: "${government}") { ... on Actor { collaborators(first: 7, after: $after) { ${fields} } } } }`,
            { after },
          )
        ).node.collaborators,
    );
    expect(ofGovernment).toEqual(plain.collaboratorsOf(government));
    const forThemes = await walk(
      async (after) =>
        (
          await ask(
            `query ($after: String) { found: suggestCollaborators(filter: { themes: ["cultura", "salud"] }, first: 9, after: $after) { ${fields} } }`,
            { after },
          )
        ).found,
    );
    expect(forThemes).toEqual(plain.suggestions({ themes: ['cultura', 'salud'] }));
    const named = await walk(
      async (after) =>
        (
          await ask(
            `query ($after: String) { found: suggestCollaborators(filter: { kinds: [CITY] }, first: 11, after: $after) { ${fields} } }`,
            { after },
          )
        ).found,
    );
    expect(named).toEqual(plain.suggestions({ kinds: ['CITY'] }));
  });

  it('have cursors that hold no number, and belong to their list alone', async () => {
    const { edges } = await collaboratorsOf(government, {}, 2);
    const { cursor, node } = edges[0];
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    expect(parts).toEqual([expect.any(String), node.id]);
    const codes = async (query: string) => (await post({ query, variables: {} })).codes;
    const after = `first: 2, after: "${cursor}"`;
    expect(
      await codes(`{ node(id: "ciudad-de-mexico") { ... on Actor { collaborators(${after}) { nodes { id } } } } }`),
    ).toEqual(['BAD_USER_INPUT']);
    expect(
      await codes(
        `{ node(id: "${government}") { ... on Actor { collaborators(${after}, filter: { kinds: [CITY] }) { nodes { id } } } } }`,
      ),
    ).toEqual(['BAD_USER_INPUT']);
    expect(await codes(`{ suggestCollaborators(filter: { themes: ["salud"] }, ${after}) { nodes { id } } }`)).toEqual([
      'BAD_USER_INPUT',
    ]);
    const gone = Buffer.from(JSON.stringify([...(Array.isArray(parts) ? parts.slice(0, 1) : []), 'nobody'])).toString(
      'base64url',
    );
    expect(
      await codes(
        `{ node(id: "${government}") { ... on Actor { collaborators(first: 2, after: "${gone}") { nodes { id } } } } }`,
      ),
    ).toEqual(['BAD_USER_INPUT']);
  });

  it('may be empty and still tell how many there are', async () => {
    const data = await ask(
      `{ node(id: "${government}") { ... on Actor { collaborators(first: 0) { totalCount nodes { id } } } } a: suggestCollaborators(filter: { themes: ["salud"] }, first: 0) { totalCount nodes { id } } b: suggestCollaborators(filter: { kinds: [CITY] }) { totalCount } }`,
    );
    expect(data).toEqual({
      node: { collaborators: { totalCount: plain.collaboratorsOf(government).length, nodes: [] } },
      a: { totalCount: plain.suggestions({ themes: ['salud'] }).length, nodes: [] },
      b: { totalCount: plain.suggestions({ kinds: ['CITY'] }).length },
    });
  });
});

describe('Bad input', () => {
  it.each([
    ['nothing', '{}', 'filter: '],
    ['nothing but null', '{ themes: null, text: "  " }', 'filter: '],
    ['an unknown id', '{ themes: ["nobody"] }', 'filter.themes: '],
    ['an id of another kind', '{ axes: ["salud"] }', 'filter.axes: '],
    ['no actor', '{ notYetLinkedTo: "salud" }', 'filter.notYetLinkedTo: '],
    ['an unknown actor', '{ themes: ["salud"], notYetLinkedTo: "" }', 'filter.notYetLinkedTo: '],
    ['what cannot work with others', '{ kinds: [PROGRAM] }', 'filter.kinds: '],
    ['an unknown package', '{ datasets: ["nobody"] }', 'filter.datasets: '],
    ['only signs', '{ text: "+-&&||!(){}[]^~*?:" }', 'filter.text: '],
    ['a long text', `{ text: "${'a'.repeat(201)}" }`, 'filter.text: '],
  ])('of suggestions, %s, is told by its argument', async (_, filter, argument) => {
    const { codes, errors } = await post({
      query: `{ suggestCollaborators(filter: ${filter}) { totalCount nodes { id } } }`,
    });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message.startsWith(argument)).toBe(true);
  });

  it.each(['\u0000', '\ud800', '\u202e', `a${'\u0301'.repeat(150)}`, "x' OR 1=1 //", '\u{10ffff}a'])(
    'such as %j in a text finds nobody or is refused',
    async (text) => {
      const { codes, faults, data } = await post({
        query: `query ($text: String) { suggestCollaborators(filter: { text: $text, kinds: [STATE] }) { nodes { id } } node(id: "${government}") { ... on Actor { collaborators(filter: { text: $text }) { totalCount } } } }`,
        variables: { text },
      });
      expect(faults).toEqual([]);
      if (codes.length > 0) expect(new Set(codes)).toEqual(new Set(['BAD_USER_INPUT']));
      else expect(data.node.collaborators.totalCount).toBeGreaterThanOrEqual(0);
    },
  );
});
