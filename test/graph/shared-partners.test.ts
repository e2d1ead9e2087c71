import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { tieOf, type TieKind } from '../../src/model/ties.ts';
import { coverageByHand } from '../support/coverage-by-hand.ts';
import { smallPackage, type PackageDraft, type Row } from '../support/packages.ts';
import { seeds } from '../support/seed-rows.ts';
import { withDirectories, withDraft, withSeeds, type Answer } from '../support/seeded-graph.ts';

const SHARED = 'partner { id } governmentEntities { id } programs { id } governmentEntityCount programCount';
type Shared = Answer['data'];
const idsOf = (entities: readonly { readonly id: string }[]) => entities.map(({ id }) => id);

describe('Shared partners of the seeds', () => {
  const { ask } = withSeeds();
  const byHand = coverageByHand(seeds);

  it.each([2, 3, 6])('are those that at least %i bodies have by two programs or more', async (minimum) => {
    const { sharedPartners } = await ask(
      `{ sharedPartners(first: 100, minimum: ${minimum}) { totalCount nodes { ${SHARED} } } }`,
    );
    const found = sharedPartners.nodes.map(({ partner, governmentEntities, programs }: Shared) => ({
      partner: partner.id,
      bodies: idsOf(governmentEntities).sort(),
      programs: idsOf(programs).sort(),
    }));
    const expected = byHand.sharedPartners(minimum);
    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining([...expected]));
    expect(sharedPartners.totalCount).toBe(expected.length);
    const sizes = found.map(({ bodies }: { bodies: readonly string[] }) => bodies.length);
    expect(sizes).toEqual([...sizes].sort((one: number, other: number) => other - one));
  });
});

describe('Shared partners of a second city', () => {
  const directory = join(import.meta.dirname, '../packages/ejemplo-2020');
  const { ask } = withDirectories(directory);

  it('are none, because what two bodies have is one joint entry', async () => {
    expect(coverageByHand(directory).sharedPartners(2)).toEqual([]);
    expect(await ask('{ sharedPartners { totalCount nodes { partner { id } } } }')).toEqual({
      sharedPartners: { totalCount: 0, nodes: [] },
    });
  });
});

const cited = { citations: 'citation:report/1' };
const tie = (kind: TieKind, from: string, to: string, own: Row = {}): readonly [table: string, row: Row] => {
  const { prefix, table, from: start, to: end } = tieOf(kind);
  return [
    table,
    { id: `${prefix}:${from}/${to}`, [start.column]: from, [end.column]: to, basis: 'STATED', ...cited, ...own },
  ];
};
const entity = (table: string, id: string, own: Row = {}): readonly [table: string, row: Row] => [
  table,
  { id, name: id, ...cited, ...own },
];
/** A program with the bodies that list it and the partners that it names. */
const program = (id: string, bodies: readonly string[], partners: readonly string[]) => [
  entity('programs', id, { origin: 'LISTED', status: 'UNSPECIFIED' }),
  ...bodies.map((body) => tie('LISTED_UNDER', id, body, { joint: String(bodies.length > 1) })),
  ...partners.map((partner) => tie('WITH_PARTNER', id, partner)),
];
const bodies = ['a', 'b', 'c', 'd', 'unit'];
const networks = ['net', 'joint', 'alone', 'told', ...Array.from({ length: 12 }, (_, at) => `tail-${at + 10}`)];
const tails = networks.filter((id) => id.startsWith('tail'));

const rows = [
  ...bodies.map((id) => entity('government-entities', id, { level: 'CITY' })),
  ...networks.map((id) => entity('networks', id)),
  tie('PART_OF', 'unit', 'd'),
  tie('COLLABORATES_WITH', 'a', 'b', { form: 'JOINT_WORK' }),
  tie('DISTINCT_FROM', 'b', 'c'),
  // Three bodies, of which two by a joint entry.
  ...program('p1', ['a', 'b'], ['net', 'joint']),
  ...program('p2', ['c'], ['net']),
  // One body by two programs.
  ...program('p3', ['a'], ['alone']),
  ...program('p4', ['a'], ['alone', 'told']),
  // Two programs, one of them in no list.
  ...program('p5', [], ['told']),
  ...program('p6', ['b'], ['facultad-de-mareas', ...tails]),
  ...program('p7', ['unit'], ['facultad-de-mareas', ...tails]),
];
const draft: PackageDraft = {
  ...smallPackage,
  descriptor: { ...smallPackage.descriptor, name: 'sharing' },
  rows: rows.reduce<PackageDraft['rows']>(
    (grown, [table, row]) => ({ ...grown, [table]: [...(grown[table] ?? []), row] }),
    smallPackage.rows,
  ),
};

describe('Shared partners', () => {
  const { ask, post } = withDraft(draft);
  const partnersOf = async (args: string) => {
    const { sharedPartners } = await ask(
      `{ sharedPartners(first: 100${args}) { totalCount nodes { partner { id } } } }`,
    );
    const ids = sharedPartners.nodes.map(({ partner }: Shared) => partner.id);
    expect(sharedPartners.totalCount).toBe(ids.length);
    return ids;
  };

  it('need two programs under different bodies, and come by the number of bodies, then by name', async () => {
    expect(await partnersOf('')).toEqual(['net', 'facultad-de-mareas', ...tails]);
  });

  it('tell their bodies and programs, and what joins the bodies', async () => {
    const { sharedPartners } = await ask(
      `{ sharedPartners(first: 2) { nodes { ${SHARED} coordination { tieKind from { id } to { id } statement(lang: EN) } } } }`,
    );
    expect(sharedPartners.nodes).toEqual([
      {
        partner: { id: 'net' },
        governmentEntities: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
        programs: [{ id: 'p1' }, { id: 'p2' }],
        governmentEntityCount: 3,
        programCount: 2,
        coordination: [
          {
            tieKind: 'COLLABORATES_WITH',
            from: { id: 'a' },
            to: { id: 'b' },
            statement: expect.stringContaining('worked with'),
          },
        ],
      },
      expect.objectContaining({ partner: { id: 'facultad-de-mareas' }, coordination: [] }),
    ]);
  });

  it.each([
    [', minimum: 3', ['net']],
    [', minimum: 4', []],
    [', with: [ORGANIZATION]', ['facultad-de-mareas']],
    [', with: [PERSON, CITY]', []],
    [', with: []', []],
    [', governmentEntities: ["c"]', ['net']],
    [', governmentEntities: ["d"]', ['facultad-de-mareas', ...tails]],
    [', governmentEntities: ["a", "d"], with: [NETWORK]', ['net', ...tails]],
    [', datasets: ["sharing"], minimum: 3', ['net']],
  ])('are chosen by %s', async (args, expected) => {
    expect(await partnersOf(args)).toEqual(expected);
  });

  it('come in pages that leave out nothing and repeat nothing', async () => {
    const query = `query ($after: String) { sharedPartners(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { partner { id } } } } }`;
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { sharedPartners } = await ask(query, { after });
      expect(sharedPartners.totalCount).toBe(tails.length + 2);
      ids.push(...sharedPartners.edges.map(({ node }: Shared) => node.partner.id));
      ({ endCursor: after, hasNextPage: more } = sharedPartners.pageInfo);
    }
    expect(ids).toEqual(['net', 'facultad-de-mareas', ...tails]);
  });

  it('cost as many statements for one as for twelve', async () => {
    const statementsOf = async (first: number) => {
      const query = `{ sharedPartners(first: ${first}) { totalCount nodes { partner { name } governmentEntities { name } programs { name } coordination { id } } } }`;
      const { errors, statements } = await post({ query });
      expect(errors).toEqual([]);
      return statements;
    };
    // The page, its count, the facts that join bodies.
    expect([await statementsOf(1), await statementsOf(12)]).toEqual([3, 3]);
  });

  it.each([
    ['minimum', 'minimum: 1', 'expected 2 or more'],
    ['minimum', 'minimum: -5', 'expected 2 or more'],
    ['governmentEntities', 'governmentEntities: ["net"]', 'which is a NETWORK'],
    ['datasets', 'datasets: ["nothing"]', 'sharing'],
    ['first', 'first: 101', 'expected a number from 0 to 100'],
    ['after', 'after: "bm90aGluZw"', 'expected a cursor'],
  ])('refuse wrong %s: %s', async (argument, args, message) => {
    const { codes, errors } = await post({ query: `{ sharedPartners(${args}) { totalCount } }` });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toMatch(new RegExp(`^${argument}: `));
    expect(errors[0]?.message).toContain(message);
  });

  it('refuse the cursor of other conditions', async () => {
    const { sharedPartners } = await ask('{ sharedPartners(first: 1) { pageInfo { endCursor } } }');
    const { codes } = await post({
      query: 'query ($after: String) { sharedPartners(minimum: 3, after: $after) { totalCount } }',
      variables: { after: sharedPartners.pageInfo.endCursor },
    });
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });
});
