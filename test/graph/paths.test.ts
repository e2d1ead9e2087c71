import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { tieKinds, tieOf, type TieKind } from '../../src/model/ties.ts';
import { hubsOf, plainLeftOut, plainPaths, type Asked, type PlainGraph } from '../support/plain-paths.ts';
import { seedRows, seedValues } from '../support/seed-rows.ts';
import { withSeeds } from '../support/seeded-graph.ts';
import { tieRows } from '../support/tie-rows.ts';

const { ask, post, graph } = withSeeds();

const query = `query ($from: ID!, $to: ID!, $maxLength: Int, $first: Int, $avoid: [ID!], $through: [TieKind!], $statedOnly: Boolean, $includeHubs: Boolean) {
  paths(from: $from, to: $to, maxLength: $maxLength, first: $first, avoid: $avoid, through: $through, statedOnly: $statedOnly, includeHubs: $includeHubs) {
    complete
    leftOut { id }
    paths { length steps { from { id } to { id } ties { id } } }
  }
}`;

interface Found {
  readonly complete: boolean;
  readonly leftOut: readonly string[];
  readonly paths: readonly { readonly nodes: readonly string[]; readonly ties: readonly (readonly string[])[] }[];
}

interface Answered {
  readonly complete: boolean;
  readonly leftOut: readonly { readonly id: string }[];
  readonly paths: readonly {
    readonly length: number;
    readonly steps: readonly {
      readonly from: { readonly id: string };
      readonly to: { readonly id: string };
      readonly ties: readonly { readonly id: string }[];
    }[];
  }[];
}

const usual = { maxLength: 4, first: 3, avoid: [], through: null, statedOnly: false, includeHubs: false } as const;

async function found(asked: Partial<Asked> & Pick<Asked, 'from' | 'to'>): Promise<Found> {
  const { paths: answer } = (await ask(query, asked)) as { readonly paths: Answered };
  return {
    complete: answer.complete,
    leftOut: answer.leftOut.map(({ id }) => id),
    paths: answer.paths.map(({ length, steps }) => {
      expect(steps).toHaveLength(length);
      // Each step begins where the one before ended.
      expect(steps.slice(1).map(({ from }) => from)).toEqual(steps.slice(0, -1).map(({ to }) => to));
      return {
        nodes: [steps[0]?.from.id ?? '', ...steps.map(({ to }) => to.id)],
        ties: steps.map(({ ties }) => ties.map(({ id }) => id)),
      };
    }),
  };
}

const ties = tieRows(seedRows);
let plain: PlainGraph;
beforeAll(async () => {
  const rows = await graph.execute('sortNames', 'MATCH (n:Entity) RETURN n.id, n.sortName');
  plain = { ties, sortNames: new Map(rows.map(([id, name]) => [String(id), String(name)])) };
});

const government = 'gobierno-de-la-ciudad-de-mexico';
const sectorOf = (person: string) => seedValues('participations', 'sector', (row) => row['person'] === person);

describe('Paths in the seeds', () => {
  it('join two people of different sectors, with every fact of each step', async () => {
    const ends = { from: 'cuauhtemoc-cardenas-batel', to: 'mara-robles-villasenor' };
    expect(sectorOf(ends.from)).not.toEqual(sectorOf(ends.to));
    const { paths, complete } = await found(ends);
    expect(paths.map(({ nodes }) => nodes.slice(1, -1))).toEqual([
      ['jefatura-de-gobierno-cdmx', 'cuauhtemoc-cardenas-solorzano', expect.stringMatching(/^desayuno-/)],
      ['jefatura-de-gobierno-cdmx', 'miguel-angel-mancera-espinosa', expect.stringMatching(/^desayuno-/)],
    ]);
    expect(complete).toBe(true);
  });

  it('are told in Spanish and in English', async () => {
    const { paths } = await ask(
      '{ paths(from: "eduardo-vazquez-martin", to: "mara-robles-villasenor", first: 1) { paths { es: statement en: statement(lang: EN) } } }',
    );
    expect(paths.paths).toEqual([
      {
        es: 'Eduardo Vázquez Martín tomó parte en «Desayuno regional con embajadores de América Latina», que contó con Mara Robles Villaseñor.',
        en: 'Eduardo Vázquez Martín took part in “Regional breakfast with Latin American Ambassadors”, which was attended by Mara Robles Villaseñor.',
      },
    ]);
  });

  it('go around the hubs, name them, and go through them when asked to', async () => {
    const ends = { from: 'secretaria-de-cultura-cdmx', to: 'chicago' };
    expect(await found(ends)).toEqual({ paths: [], leftOut: [government], complete: true });
    const { paths, leftOut } = await found({ ...ends, includeHubs: true });
    expect(paths[0]?.nodes[2]).toBe(government);
    expect(leftOut).toEqual([]);
  });

  it('begin and end at a hub, for the ends are never left out', async () => {
    const { paths } = await found({ from: 'ciudad-de-mexico', to: government, first: 1 });
    const governs = ties.filter(({ kind, from }) => kind === 'GOVERNS' && from === government);
    expect(paths).toEqual([
      {
        nodes: ['ciudad-de-mexico', government],
        ties: [governs.filter(({ to }) => to === 'ciudad-de-mexico').map(({ id }) => id)],
      },
    ]);
  });

  it('begin at a hub also where they are searched again, around another one', async () => {
    const asked = { ...usual, from: 'ciudad-de-mexico', to: 'secretaria-de-cultura-cdmx', first: 5 };
    const expected = plainPaths(plain, asked);
    expect(hubsOf(plain).has(asked.from)).toBe(true);
    expect(expected).not.toEqual([]);
    expect(await found(asked)).toEqual({ paths: expected, leftOut: [government], complete: true });
  });

  it('that differ only in one of several facts are one path', async () => {
    const ends = { from: 'america-latina', to: government };
    const between = ties.filter(({ from, to }) => [from, to].sort().join() === [ends.from, ends.to].sort().join());
    expect(between.length).toBeGreaterThan(1);
    const { paths } = await found({ ...ends, first: 1 });
    expect(paths[0]?.ties).toEqual([
      between
        .sort((one, other) => Number(other.stated) - Number(one.stated) || (one.id < other.id ? -1 : 1))
        .map(({ id }) => id),
    ]);
  });

  it('where there is none leave what both ends are found under', async () => {
    const ask2 = (from: string, to: string, rest = '') =>
      ask(`{ paths(from: "${from}", to: "${to}"${rest}) { paths { length } sharedThemes { id } } }`);
    const { paths } = await ask2('roxana-alejo', 'alicia-ziccardi-contigiani');
    expect(paths.paths).toEqual([]);
    const shared = themesOf('roxana-alejo').filter((id) => themesOf('alicia-ziccardi-contigiani').includes(id));
    expect(shared).not.toEqual([]);
    expect(paths.sharedThemes.map(({ id }: { id: string }) => id).sort()).toEqual(shared.sort());
    // A person’s body and a body itself lend the themes of the programs listed under them.
    const ends = ['eduardo-vazquez-martin', 'secretaria-de-salud-cdmx'] as const;
    const { paths: other } = await ask2(...ends);
    const expected = themesOf(ends[0]).filter((id) => themesOf(ends[1]).includes(id));
    expect(expected).not.toEqual([]);
    expect(other.sharedThemes.map(({ id }: { id: string }) => id).sort()).toEqual(expected.sort());
    // Without what was inferred.
    const { paths: stated } = await ask2(...ends, ', statedOnly: true');
    const isStated = themesOf(ends[0], true).filter((id) => themesOf(ends[1], true).includes(id));
    expect(stated.sharedThemes.map(({ id }: { id: string }) => id).sort()).toEqual(isStated.sort());
  });

  it('are refused for ids that the graph does not have, whatever they hold', async () => {
    for (const id of ["' OR 1=1 //", '\u0000', '\ud800', '‮', 'a'.repeat(10_000)]) {
      const { codes, errors } = await post({ query, variables: { from: id, to: 'metropolis' } });
      expect(codes, id).toEqual(['BAD_USER_INPUT']);
      expect(errors[0]?.extensions).toMatchObject({ argument: 'from' });
      expect((await post({ query, variables: { from: 'metropolis', to: 'chicago', avoid: [id] } })).codes).toEqual([
        'BAD_USER_INPUT',
      ]);
    }
  });
});

describe('Whatever is asked, paths', () => {
  const touched = [...new Set(ties.flatMap(({ from, to }) => [from, to]))];
  const isUsual = (kind: TieKind) => tieOf(kind).class === 'WORK' || kind === 'GOVERNS';

  /** Where one comes to from a fact by walking so many more; two ends by chance are seldom joined. */
  function walked(
    through: readonly TieKind[] | null,
    [first = 0, ...turns]: readonly number[],
  ): readonly [string, string] {
    const ways = ties.filter(({ kind }) => (through === null ? isUsual(kind) : through.includes(kind)));
    const { from = '', to = '' } = ways[first % ways.length] ?? {};
    const end = turns.reduce((at, turn) => {
      const next = ways.filter((tie) => tie.from === at || tie.to === at);
      const tie = next[turn % next.length];
      return (tie?.from === at ? tie.to : tie?.from) ?? at;
    }, to);
    return [from, end];
  }

  const question: fc.Arbitrary<Asked> = fc
    .record({
      turns: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
      first: fc.integer({ min: 1, max: 5 }),
      avoid: fc.oneof(
        fc.constant<readonly string[]>([]),
        fc.uniqueArray(fc.constantFrom(...touched), { maxLength: 5 }),
      ),
      through: fc.oneof(
        { weight: 3, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...tieKinds), { minLength: 1, maxLength: 6 }) },
      ),
      statedOnly: fc.boolean(),
      includeHubs: fc.boolean(),
    })
    .map(({ turns, ...rest }) => {
      const [from, to] = walked(rest.through, turns);
      // A text is planned for each length, which takes the most time here: few are asked for.
      return { ...rest, from, to, maxLength: rest.through === null ? 4 : 3 };
    })
    .filter(({ from, to, avoid }) => from !== to && !avoid.includes(from) && !avoid.includes(to));

  it('are simple, connected, the shortest, all of them and in their order, as a plain search finds them', async () => {
    let joined = 0;
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const answer = await found(asked);
        const expected = plainPaths(plain, asked);
        expect(answer.leftOut).toEqual(plainLeftOut(plain, asked));
        for (const { nodes } of answer.paths) expect(new Set(nodes).size).toBe(nodes.length);
        joined += expected.length > 0 ? 1 : 0;
        if (answer.complete) {
          expect(answer.paths).toEqual(expected);
          return;
        }
        // A search that was cut still has the shortest first.
        const shortest = expected.filter(({ nodes }) => nodes.length === expected[0]?.nodes.length);
        expect(answer.paths.slice(0, shortest.length)).toEqual(shortest);
      }),
      { numRuns: 60 },
    );
    expect(joined).toBeGreaterThan(15);
    // Each length and direction has a text of its own to plan, which takes minutes where a machine is busy.
  }, 400_000);

  it('are the same when they are asked for again, and as many the other way round', async () => {
    const asked = { ...usual, from: 'metropolis', to: 'ciudad-de-mexico', first: 5, maxLength: 4 };
    const there = await found(asked);
    expect(await found(asked)).toEqual(there);
    const back = await found({ ...asked, from: asked.to, to: asked.from });
    expect(back.paths.map(({ nodes }) => nodes.length)).toEqual(there.paths.map(({ nodes }) => nodes.length));
    expect(back.leftOut).toEqual(there.leftOut);
  });
});

describe('A hub', () => {
  it('is the city and its government, and no ministry', () => {
    const hubs = hubsOf(plain);
    expect([...hubs]).toEqual(expect.arrayContaining(['ciudad-de-mexico', government]));
    expect([...hubs].filter((id) => id.startsWith('secretaria-'))).toEqual([]);
  });
});

/** The themes that a person or a body is found under, read from the tables. */
function themesOf(id: string, statedOnly = false): readonly string[] {
  const facts = ties.filter(({ stated }) => stated || !statedOnly);
  const to = (kind: string, from: string) =>
    facts.filter((tie) => tie.kind === kind && tie.from === from).map((tie) => tie.to);
  const bodies = [id, ...to('AFFILIATED_WITH', id)];
  const listed = facts.filter(({ kind, to: body }) => kind === 'LISTED_UNDER' && bodies.includes(body));
  const holders = [id, ...to('HOLDS', id), ...listed.map(({ from }) => from)];
  return [...new Set(holders.flatMap((holder) => to('ABOUT', holder)))];
}
