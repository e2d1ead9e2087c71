import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { generatePackage } from '../../bench/generate.ts';
import { subjects } from '../../src/entities/register.ts';
import { ALL, FEW_TO_CHECK, FEW_TO_SORT, type Listing } from '../../src/graph/listing.ts';
import type { ListQuery, ListRow } from '../../src/graph/list-query.ts';
import { LAST_KEY } from '../../src/graph/listing-text.ts';
import { tiesOfEntity, tiesOfEntityByKind, tiesOfEntityOfKinds } from '../../src/graph/tie-listing.ts';
import { TOUCHING_TIE_COLUMNS } from '../../src/graph/tie-record.ts';
import { standInParameters } from '../../src/graphql/statements.ts';
import { ownDatabase } from '../support/databases.ts';
import { withFolder } from '../support/seeded-graph.ts';

// A made-up world with hubs: what a statement gathers for few and what it meets on its walk for many must be the same.
const directory = await mkdtemp(join(tmpdir(), 'world-'));
await generatePackage(directory, { actors: 1200, seed: 'two sides', changed: 0 });
afterAll(() => rm(directory, { recursive: true, force: true }));
const { graph } = withFolder(directory);
const uri = await ownDatabase();

const listings = subjects.flatMap(({ statements }) =>
  statements.flatMap((one): readonly Listing[] => ('queries' in one ? [one] : [])),
);
const below = listings.filter(({ paths }) => paths !== undefined);
const atRoot = listings.filter(({ paths }) => paths === undefined);

/** Everything is many when none may be gathered, and nothing is. */
const MANY = 0;
const sides = [MANY, ALL] as const;
const LIMIT = 15;
/** Where the id of the other end stands in an entry of a page of facts: after the key, the fact and its label. */
const OTHER_ID = 1 + TOUCHING_TIE_COLUMNS + 1;

let hubs: readonly string[] = [];
let leaves: readonly string[] = [];
/** In the middle of the names. */
let middle: readonly [key: string, id: string] = ['', ''];

beforeAll(async () => {
  const ids = async (order: string) =>
    (
      await graph.execute(
        'ids',
        `MATCH (n:Entity) WITH n, labels(n)[-1] AS label ORDER BY COUNT { (n)--() } ${order}, n.id WITH label, collect(n.id)[..2] AS ids UNWIND ids AS id RETURN id`,
      )
    ).map(([id]) => String(id));
  [hubs, leaves] = await Promise.all([ids('DESC'), ids('ASC')]);
  const [row] = await graph.execute(
    'middle',
    "MATCH (n:Entity) WHERE n.sortName > 'm' RETURN n.sortName, n.id ORDER BY n.sortName, n.id LIMIT 1",
  );
  middle = [String(row?.[0]), String(row?.[1])];
});

const places = (descending: boolean) =>
  [descending ? [LAST_KEY, LAST_KEY] : ['', ''], middle].map(([afterKey = '', afterId = '']) => ({
    afterKey,
    afterId,
  }));

/** What a statement answers on its two sides; the rest of its parameters is the same. */
function bothSides<P extends object, R>(
  read: (parameters: P & { few: number; self: boolean }) => Promise<readonly R[]>,
  parameters: P,
) {
  return Promise.all(sides.map((few) => read({ ...parameters, few, self: false })));
}

/** What the statement for few answers where nothing is many, and that it knows a hub where everything that there is is many. */
async function expectSameOfFew<P extends { readonly parents: readonly string[] }>(
  query: ListQuery<P & { few: number; self: boolean }>,
  parameters: P,
  gathered: readonly ListRow[],
): Promise<void> {
  const short = ofFew(query);
  const read = (few: number) => graph.read(short, { ...parameters, few, self: false });
  // A parent with nothing has a row or none.
  const filled = (rows: readonly ListRow[]) => rows.filter(([, entries]) => entries?.length !== 0);
  expect(filled(await read(ALL))).toEqual(filled(gathered));
  const ofMany = await read(MANY);
  // Of other ends of some kinds there may be few below a hub: they are always gathered.
  if ('withLabels' in parameters && parameters.withLabels !== null) {
    expect(filled(ofMany)).toEqual(filled(gathered));
    return;
  }
  for (const [parent, entries] of ofMany)
    if (lengthOf(gathered, parent) > 0) expect([parent, entries]).toEqual([parent, null]);
}

function ofFew<P extends object>({ name, ofFew: short }: ListQuery<P>) {
  if (short === null) throw new Error(`Expected ${name} to have a statement for few, but it has none.`);
  return short;
}

function lengthOf(rows: readonly ListRow[], parent: string): number {
  return rows.find(([of]) => of === parent)?.[1]?.length ?? 0;
}

describe('A list below a hub or a leaf is the same, gathered or walked to,', () => {
  it.each(below.map((listing) => [listing.name, listing] as const))('%s', async (_, listing) => {
    let found = 0;
    for (const descending of [false, true])
      for (const place of places(descending)) {
        const parameters = { ...place, parents: [...hubs, ...leaves], limit: LIMIT, full: false, filter: null };
        const query = listing.page('sortName', descending, []);
        const [walked, gathered = []] = await bothSides((all) => graph.read(query, all), parameters);
        expect(walked).toEqual(gathered);
        await expectSameOfFew(query, parameters, gathered);
        found += gathered.reduce((sum, [, entries]) => sum + (entries?.length ?? 0), 0);
      }
    // Few programs rest on an agreement, and none of those asked about.
    if (listing.name !== 'agreementsOfProgram') expect(found).toBeGreaterThan(0);
  });
});

describe('A filtered list is the same, gathered or walked to, and so is its count,', () => {
  const fields = atRoot.flatMap((listing) =>
    Object.entries(listing.filter ?? {}).flatMap(([name, { paths, lookup }]) =>
      paths === undefined && lookup?.names === undefined ? [] : [[listing.name, name, listing] as const],
    ),
  );

  it.each(fields)('%s by %s', async (_, name, listing) => {
    for (const ids of [hubs, leaves])
      // Either direction has texts of its own, which take their time to plan: of people, who have most fields, both are asked.
      for (const descending of listing.name === 'people' ? [false, true] : [false])
        for (const place of places(descending)) {
          const parameters = { ...place, parents: [''], limit: LIMIT, full: false, filter: { [name]: ids } };
          const alone = listing.page('sortName', descending, [name]);
          const walked = await graph.read(alone, { ...parameters, few: ALL, self: false });
          await expectSameOfFew(alone, parameters, walked);
          if (descending) continue;
          // With another field beside it, that holds for everything, the text is another.
          const both = { ...parameters, filter: { [name]: ids, datasets: ['generated'] } };
          const together = listing.page('sortName', descending, [name, 'datasets']);
          expect(await graph.read(together, { ...both, few: ALL, self: false })).toEqual(walked);
          await expectSameOfFew(together, both, walked);
        }
    const counts = await bothSides((all) => graph.read(listing.count([name]), all), {
      parents: [''],
      filter: { [name]: [...hubs, ...leaves] },
    });
    expect(counts[0]).toEqual(counts[1]);
  });

  it.each(below.filter(({ filter }) => filter !== undefined).map((listing) => [listing.name, listing] as const))(
    '%s by a theme, below another entity',
    async (_, listing) => {
      const parameters = { parents: hubs, filter: { themes: hubs } };
      const query = listing.page('sortName', false, ['themes']);
      const page = { ...parameters, afterKey: '', afterId: '', limit: LIMIT, full: false };
      const [walked, gathered] = await bothSides((all) => graph.read(query, all), page);
      expect(walked).toEqual(gathered);
      // What is counted is what pages of any length show.
      const whole = await graph.read(query, { ...page, limit: ALL, few: ALL, self: false });
      const numbers = new Map(
        (await graph.read(listing.count(['themes']), { ...parameters, few: ALL, self: false })).map(
          ([parent, number]) => [parent, number],
        ),
      );
      for (const parent of hubs) expect([parent, numbers.get(parent) ?? 0]).toEqual([parent, lengthOf(whole, parent)]);
    },
  );
});

describe('The facts of a hub or a leaf are the same, gathered or walked to,', () => {
  const asked = {
    parents: [] as readonly string[],
    kinds: null,
    withLabels: null,
    statedOnly: false,
    afterTie: '',
    rest: true,
  };
  const first = { afterKey: '', afterId: '', limit: LIMIT, full: false, self: false };

  it.each([
    ['of all kinds', tiesOfEntity, {}],
    ['of two kinds', tiesOfEntityOfKinds, { kinds: ['MEMBER_OF', 'AFFILIATED_WITH'] as const }],
    ['that are stated', tiesOfEntity, { statedOnly: true }],
    ['with programs', tiesOfEntity, { withLabels: ['Program'] }],
  ])('%s, page after page', async (_, query, some) => {
    for (const parent of [...hubs.slice(0, 12), ...leaves.slice(0, 4)]) {
      let place = { ...first, afterTie: '' };
      for (let pages = 0; pages < 3; pages += 1) {
        const parameters = { ...asked, ...some, ...place, parents: [parent] };
        const [walked, gathered = []] = await bothSides((all) => graph.read(query, all), parameters);
        expect(walked).toEqual(gathered);
        await expectSameOfFew(query, parameters, gathered);
        const entries = gathered[0]?.[1] ?? [];
        const last = entries.at(-1);
        if (last === undefined || entries.length < LIMIT) break;
        const [afterKey, , afterTie] = last;
        place = { ...place, afterKey, afterId: String(last[OTHER_ID]), afterTie: String(afterTie) };
      }
    }
  });

  it.each([...tiesOfEntityByKind].map(([kind, query]) => [kind, query] as const))('of kind %s', async (kind, query) => {
    const parameters = { ...asked, ...first, kinds: [kind], parents: hubs };
    const [walked, gathered = []] = await bothSides((all) => graph.read(query, all), parameters);
    expect(walked).toEqual(gathered);
    await expectSameOfFew(query, parameters, gathered);
  });
});

describe('A page costs no more of a large graph', () => {
  const driver = neo4j.driver(uri, undefined, { disableLosslessIntegers: true });
  afterAll(() => driver.close());

  /** How often a statement looks into the store. */
  async function hits(query: { readonly name: string; readonly text: string }, parameters: object): Promise<number> {
    const all = { ...standInParameters(query), ...parameters };
    const { summary } = await driver.executeQuery(`PROFILE ${query.text}`, all, { database: 'neo4j' });
    if (summary.profile === false) throw new Error(`Expected a profile of ${query.name}, but the database gave none.`);
    return sumOf(summary.profile);
  }

  interface Operator {
    readonly dbHits: number;
    readonly children: readonly Operator[];
  }

  const sumOf = ({ dbHits, children }: Operator): number => children.reduce((sum, child) => sum + sumOf(child), dbHits);

  const listed = (name: string): Listing => {
    const found = listings.find((one) => one.name === name);
    if (found === undefined) throw new Error(`Expected a listing ${name}, but there is none.`);
    return found;
  };
  const page = { afterKey: '', afterId: '', limit: 11, parents: [''], self: false };

  it('far from its beginning than at it', async () => {
    const query = listed('people').page('sortName', false, []);
    const [afterKey, afterId] = middle;
    const near = await hits(query, page);
    // 840 people; each of the eleven is looked at five or six times.
    expect(near).toBeLessThan(100);
    expect(await hits(query, { ...page, afterKey, afterId })).toBeLessThan(near * 1.2);
  });

  it.each([
    ['people', 'institutions'],
    ['people', 'networks'],
    ['people', 'places'],
    ['programs', 'partners'],
    ['programs', 'governmentEntities'],
  ])('%s by one of %s to which little leads', async (name, field) => {
    const [leaf = ''] = leaves.filter((id) =>
      /^(compania|asociacion|camara|centro|fundacion|instituto|taller)/.test(id),
    );
    const query = listed(name).page('sortName', false, [field]);
    expect(await hits(ofFew(query), { ...page, few: FEW_TO_CHECK, filter: { [field]: [leaf] } })).toBeLessThan(300);
  });

  it('below a hub, walked to, than the number of its members would make it', async () => {
    const [[network, members] = []] = await graph.execute(
      'hub',
      'MATCH (n:Network) RETURN n.id, COUNT { (n)<-[:MEMBER_OF]-() } AS members ORDER BY members DESC LIMIT 1',
    );
    const query = listed('membersOfNetwork').page('sortName', false, []);
    const walked = await hits(query, { ...page, parents: [network], few: MANY });
    expect(Number(members)).toBeGreaterThan(150);
    expect(walked).toBeLessThan(Number(members) * 8);
    expect(await hits(query, { ...page, parents: [network], few: FEW_TO_SORT })).toBeLessThan(Number(members) * 8);
  });

  it('that asks for a word that hardly any name has', async () => {
    const query = listed('people').page('sortName', false, ['text']);
    expect(await hits(ofFew(query), { ...page, few: FEW_TO_CHECK, filter: { text: ['xylofon'] } })).toBeLessThan(20);
  });
});
