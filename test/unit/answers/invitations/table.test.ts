import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Candidate, Guest, Material } from '../../../../src/answers/invitations/candidates.ts';
import type { Planner } from '../../../../src/answers/invitations/planner.ts';
import { fitPoints, points } from '../../../../src/answers/invitations/points.ts';
import { outcomeOf, toTable } from '../../../../src/answers/invitations/table.ts';
import { toWishes } from '../../../../src/answers/invitations/wishes.ts';
import type { InvitationInput } from '../../../../src/generated/resolvers.ts';

const person = (id: string, given: Partial<Candidate> = {}): Candidate => ({
  id,
  sortName: id,
  positions: 0,
  sectors: ['society'],
  institutions: [`${id}-works`],
  regions: [],
  ...given,
});

function material(candidates: readonly Candidate[], given: Partial<Material> = {}): Material {
  const entity = <K extends 'SECTOR' | 'PRIORITY_AXIS'>(kind: K, id: string) =>
    ({ kind, id, name: id, nameEn: null, detail: null }) as const;
  return {
    candidates: [...candidates].sort((one, other) => (one.id < other.id ? -1 : 1)),
    guests: [],
    sectors: [entity('SECTOR', 'society'), entity('SECTOR', 'government')],
    axes: [entity('PRIORITY_AXIS', 'water'), entity('PRIORITY_AXIS', 'arts')],
    under: new Map(),
    fit: new Map(),
    ...given,
  };
}

const planner: Planner = {
  size: 6,
  everySectorAtLeast: 1,
  governmentSector: 'government',
  governmentShareAtMost: [1, 3],
  maxPerInstitution: 1,
};

const four = ['ana', 'eva', 'leo', 'uma'].map((id) => person(id));
const table = (input: InvitationInput, of: Material = material(four), by: Planner | null = null) =>
  toTable(toWishes(input), of, by);

/** What is asked of a table, in words. */
const rulesOf = (filled: ReturnType<typeof table>) =>
  filled.quotas.map(({ subject, id, min, max }, rule) => {
    const { available } = outcomeOf(filled, rule, null);
    return `${subject} ${id}: ${min} to ${max ?? 'any'} of ${available}`;
  });

describe('The size of a table', () => {
  it('is what was asked, else the package’s, else 25, and never more than there are', () => {
    expect(table({ size: 2 }).problem.size).toBe(2);
    expect(table({}).problem.size).toBe(4);
    const many = material(Array.from({ length: 40 }, (_, n) => person(`p-${n}`)));
    expect(table({}, many).problem.size).toBe(25);
    expect(table({}, many, planner).problem.size).toBe(6);
  });

  it('is refused above those who may sit, and where nobody may', () => {
    expect(() => table({ size: 5 })).toThrow('input.size: expected at most 4 seats');
    expect(() => table({}, material([]))).toThrow('input.candidates: expected somebody who may be invited');
  });
});

describe('What the package asks', () => {
  const mixed = material([
    ...four,
    person('gil', { sectors: ['government'] }),
    person('gus', { sectors: ['government'] }),
  ]);

  it('is everybody’s sector, and a share of the government', () => {
    expect(rulesOf(table({ size: 5 }, mixed, planner))).toEqual([
      'sector society: 1 to any of 4',
      'sector government: 1 to 1 of 2',
    ]);
  });

  it('gives way to what the wishes say of the same sector', () => {
    expect(rulesOf(table({ size: 5, quotas: [{ sector: 'government', max: 2 }] }, mixed, planner))).toEqual([
      'sector society: 1 to any of 4',
      'sector government: 0 to 2 of 2',
    ]);
  });

  it('asks for nobody who is not there, and for nobody of a table with fewer seats than sectors', () => {
    expect(rulesOf(table({ size: 3 }, material(four), planner))).toEqual([
      'sector society: 1 to any of 4',
      'sector government: 0 to 1 of 0',
    ]);
    expect(rulesOf(table({ size: 1 }, mixed, { ...planner, governmentShareAtMost: [1, 1] }))).toEqual([
      'sector government: 0 to 1 of 2',
    ]);
  });

  it('is nothing without a package', () => {
    expect(rulesOf(table({ size: 5 }, mixed))).toEqual([]);
  });
});

describe('People of one institution', () => {
  const staff = material([
    ...['ana', 'eva', 'leo'].map((id) => person(id, { institutions: ['university'] })),
    ...['gil', 'gus'].map((id) => person(id, { institutions: ['council'] })),
  ]);

  it('are as many as were asked for, or one', () => {
    expect(rulesOf(table({ size: 2 }, staff))).toEqual([
      'institution council: 0 to 1 of 2',
      'institution university: 0 to 1 of 3',
    ]);
    expect(rulesOf(table({ size: 2, maxPerInstitution: 2 }, staff))).toEqual(['institution university: 0 to 2 of 3']);
  });

  it('are bounded by a quota on theirs alone where there is one', () => {
    const under = new Map([['university', ['ana', 'eva', 'leo']]]);
    expect(rulesOf(table({ size: 2, quotas: [{ institution: 'university', max: 3 }] }, { ...staff, under }))).toEqual([
      'institution university: 0 to 3 of 3',
      'institution council: 0 to 1 of 2',
    ]);
  });

  it('count with the guests of theirs', () => {
    const guests: readonly Guest[] = [
      {
        name: 'Zoe',
        sectorId: 'society',
        institution: 'faculty',
        groups: [],
        institutions: ['university'],
        wholes: ['faculty', 'university'],
      },
    ];
    const under = new Map([['university', ['ana', 'eva', 'leo']]]);
    const filled = table(
      {
        size: 3,
        quotas: [
          { institution: 'university', min: 2 },
          { sector: 'society', min: 2 },
        ],
      },
      { ...staff, guests, under },
    );
    expect(rulesOf(filled)).toEqual([
      'sector society: 2 to any of 6',
      'institution university: 2 to any of 4',
      'institution council: 0 to 1 of 2',
    ]);
    expect(filled.problem.candidates.at(-1)).toEqual({
      id: 'guest 5',
      points: 0,
      required: true,
      profile: 'society',
      guest: true,
    });
  });
});

describe('What a table is worth', () => {
  const fits = (own: number, throughInstitution: number, weight = 1) =>
    fitPoints({ own, throughInstitution }, { weight });

  it('grows with what is documented, the first most, and no more from the fifth on', () => {
    expect([fits(0, 0), fits(1, 0), fits(2, 0), fits(4, 0), fits(9, 0)]).toEqual([0, 100, 110, 130, 130]);
    expect([fits(0, 1), fits(0, 2), fits(0, 4), fits(0, 40), fits(1, 1)]).toEqual([50, 55, 65, 65, 150]);
  });

  it('is whole points, whatever the weight', () => {
    expect([fits(2, 0, 0.33), fits(2, 0, 0), fits(2, 0, 2)]).toEqual([36, 0, 220]);
  });

  it('has points for each axis, sector, institution and region that somebody is found under', () => {
    const under = new Map([['water', ['ana', 'eva']]]);
    const people = [person('ana', { regions: ['asia'] }), person('eva', { regions: ['asia'] }), person('leo')];
    const { problem } = table({ size: 2 }, material(people, { under }));
    expect(problem.presences).toEqual([
      { members: [0, 1], points: points.focusPresent },
      { members: [0, 1, 2], points: points.sectorPresent },
      { members: [0, 1], points: points.regionPresent },
    ]);
    // Each is the only one of its institution: the points are its own.
    expect(problem.candidates.map((candidate) => candidate.points)).toEqual([30, 30, 30]);
  });

  it('wants the axes of the focus alone where there are some', () => {
    const under = new Map([
      ['water', ['ana', 'eva']],
      ['arts', ['ana', 'leo']],
    ]);
    const { problem } = table(
      { size: 2, focus: { axes: [{ id: 'arts', weight: 1.5 }] } },
      material([person('ana'), person('eva'), person('leo')], { under }),
    );
    expect(problem.presences[0]).toEqual({ members: [0, 2], points: 300 });
    expect(problem.presences).toHaveLength(2);
  });

  it('does not depend on the order in which the wishes name anything', () => {
    const lists = fc.record({
      invite: fc.shuffledSubarray(['ana', 'eva']),
      quotas: fc.shuffledSubarray(
        [
          { sector: 'society', min: 1 },
          { axis: 'water', min: 1 },
          { group: 'new', max: 2 },
          { group: 'old', max: 3 },
        ],
        { minLength: 4 },
      ),
      groups: fc.shuffledSubarray(
        [
          { name: 'new', members: ['leo', 'uma'] },
          { name: 'old', members: ['ana'] },
        ],
        { minLength: 2 },
      ),
    });
    fc.assert(
      fc.property(lists, (input) => {
        const sorted = {
          ...input,
          quotas: [...input.quotas].reverse(),
          groups: [...input.groups].reverse(),
          invite: [...input.invite].reverse(),
        };
        expect(table({ size: 3, ...sorted }).problem).toEqual(table({ size: 3, ...input }).problem);
      }),
    );
  });
});
