import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';

import { SeaterBusy } from '../../src/answers/invitations/seating/seater-busy.ts';
import type { SeatingAnswer, SeatingProblem } from '../../src/answers/invitations/seating-problem.ts';
import { createContext, type InTurn } from '../../src/graphql/context.ts';
import { seat } from '../support/seat.ts';
import { ask, at, fakeGraph, refusalOf, schema } from './fake-graph.ts';

const plan = (input: string, selection: string) => `{ planInvitations(input: { ${input} }) { ${selection} } }`;
const SEATS = '... on InvitationPlan { invitees { person { id } guest { name } required } provenOptimal }';

/** What is asked of the one who seats. */
async function problemOf(input: string): Promise<SeatingProblem> {
  const problems: SeatingProblem[] = [];
  const seating = async (problem: SeatingProblem): Promise<SeatingAnswer> => {
    problems.push(problem);
    return { outcome: 'seated', seats: [], points: 0, provenOptimal: false };
  };
  const { data, errors } = await ask(plan(input, SEATS), { seating });
  expect(errors).toEqual([]);
  expect(at(data, 'planInvitations.provenOptimal')).toBe(false);
  const [problem] = problems;
  if (problem === undefined) throw new Error('Expected a problem to be put, but there was none.');
  return problem;
}

describe('A table', () => {
  test('begins with what the package says, and gives way to what is asked', async () => {
    const usual = await problemOf('candidates: { text: "name" }');
    expect(usual).toMatchObject({
      size: 2,
      rules: [
        { members: [0, 2], min: 1, max: 1 },
        { members: [1], min: 1, max: null },
      ],
      alternates: 3,
    });
    const asked = await problemOf('size: 3, alternates: 0, quotas: [{ sector: "sector-1", min: 2 }]');
    expect(asked).toMatchObject({ size: 3, rules: [{ members: [0, 2], min: 2 }, { members: [1] }], alternates: 0 });
  });

  test('has the candidates by id, those who must come whether or not they are found, and guests last', async () => {
    const { candidates } = await problemOf(
      'size: 3, invite: ["person-9", "person-2"], exclude: ["person-1"], guests: [{ name: "Zoe" }]',
    );
    expect(candidates.map(({ id, required, guest }) => [id, required, guest])).toEqual([
      ['person-2', true, false],
      ['person-3', false, false],
      ['person-9', true, false],
      ['guest 3', true, true],
    ]);
  });

  test('costs the same statements for three candidates and for thirty, and few', async () => {
    const sent = async (size: number) => {
      const input =
        'size: 2, focus: { axes: [{ id: "priority-axis-1" }] }, quotas: [{ institution: "organization-1", max: 9 }]';
      const reasons = 'reasons { statement ties { id } } alternates { id }';
      const { errors, graph } = await ask(
        plan(
          input,
          `... on InvitationPlan { invitees { person { id name } ${reasons} } quotas { name } axes { count } }`,
        ),
        { graph: fakeGraph({ size }) },
      );
      expect(errors).toEqual([]);
      return graph.names();
    };
    const names = await sent(3);
    expect(await sent(30)).toEqual(names);
    expect([...names].sort()).toEqual([
      'entitiesById',
      'institutionTopics',
      'labelsById',
      'ownTopics',
      'people.sortName.ascending.by.consulted',
      'peopleOfInstitutions',
      'placesOfPeople',
      'plannerDefaults',
      'seatFacts',
      'seatReasons',
      'vocabulary.PRIORITY_AXIS',
      'vocabulary.SECTOR',
    ]);
  });

  test('reads its reasons only when they are asked for', async () => {
    const { graph } = await ask(plan('size: 2', SEATS));
    expect(graph.names()).not.toContain('seatReasons');
  });

  test('tells reasons in two languages, with their facts', async () => {
    const reasons = 'reasons { es: statement en: statement(lang: EN) basis ties { id } }';
    const { data } = await ask(
      plan('focus: { axes: [{ id: "priority-axis-1" }] }', `... on InvitationPlan { invitees { ${reasons} } }`),
    );
    expect(at(data, 'planInvitations.invitees.0.reasons.0')).toEqual({
      es: 'Pedía, sobre «name of theme-1»: «name of position-1».',
      en: 'Asked, on “nameEn of theme-1”: “nameEn of position-1”.',
      basis: 'STATED',
      ties: [{ id: 'position-holder:1' }, { id: 'topic:1' }, { id: 'axis-placement:1' }],
    });
  });

  test('is read in its turn with its reasons; what contradicts itself is refused without one', async () => {
    const graph = fakeGraph();
    const turns: string[][] = [];
    const inTurn: InTurn = async (work) => {
      const result = await work(seat);
      turns.push([...graph.names()]);
      return result;
    };
    const asked = async (input: string) =>
      graphql({
        schema,
        source: plan(input, '... on InvitationPlan { invitees { reasons { statement } } }'),
        contextValue: createContext(graph, 'request-1', inTurn),
      });
    expect((await asked('size: 2')).errors).toBeUndefined();
    expect(turns).toHaveLength(1);
    expect(turns[0]).toEqual(expect.arrayContaining(['seatFacts', 'seatReasons']));
    expect((await asked('size: 0')).errors).toHaveLength(1);
    expect(turns).toHaveLength(1);
  });

  test('that cannot be says so in two languages', async () => {
    const { data } = await ask(
      plan(
        'size: 2, quotas: [{ sector: "sector-2", min: 2 }, { sector: "sector-1", max: 2 }]',
        '... on InfeasibleInvitations { conflicts { name actual available group entity { id } } relaxations { es: statement en: statement(lang: EN) min max } }',
      ),
    );
    expect(at(data, 'planInvitations')).toEqual({
      conflicts: [{ name: 'name of sector-2', actual: null, available: 1, group: null, entity: { id: 'sector-2' } }],
      relaxations: [
        {
          es: 'Bajar el mínimo de name of sector-2 de 2 a 1.',
          en: 'Lower the minimum of nameEn of sector-2 from 2 to 1.',
          min: 1,
          max: null,
        },
      ],
    });
  });

  test.each([
    ['an unknown axis', 'focus: { axes: [{ id: "nowhere" }] }', 'input.focus.axes'],
    ['an unknown sector of a guest', 'guests: [{ name: "Zoe", sector: "person-1" }]', 'input.guests.sector'],
    ['a quota without a bound', 'quotas: [{ axis: "priority-axis-1" }]', 'input.quotas[0]'],
    ['candidates under what is no place', 'candidates: { places: ["person-1"] }', 'input.candidates.places'],
    ['too many seats', 'size: 4', 'input.size'],
    ['an empty text of candidates', 'candidates: { text: "?!" }', 'input.candidates.text'],
  ])('is refused for %s', async (_, input, argument) => {
    expect(await refusalOf(plan(input, SEATS))).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  test('among more people than can be compared is refused with their number', async () => {
    const { errors } = await ask(plan('candidates: {}', SEATS), { graph: fakeGraph({ size: 2001 }) });
    expect(errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_COMPLEX', measure: 'candidates', cost: 2001, limit: 2000 } },
    ]);
  });

  test('that would have to wait too long is refused for now, and says when to ask again', async () => {
    const { errors } = await ask(plan('size: 2', SEATS), {
      seating: async () => {
        throw new SeaterBusy(8);
      },
    });
    expect(errors).toMatchObject([
      {
        message: '8 tables are waiting to be filled already, as many as may. Ask again in some seconds.',
        extensions: { code: 'SERVICE_UNAVAILABLE', retryAfter: 5 },
      },
    ]);
  });
});

describe('Packages', () => {
  const planner = (text: string | null) => fakeGraph({ answers: { plannerDefaults: () => [['cdmx', text]] } });
  const sizeWith = async (graph: ReturnType<typeof fakeGraph>) => {
    const { data, errors } = await ask(plan('', SEATS), { graph });
    expect(errors).toEqual([]);
    const seats = at(data, 'planInvitations.invitees');
    return Array.isArray(seats) ? seats.length : null;
  };
  const asked = {
    size: 2,
    everySectorAtLeast: 0,
    governmentSector: 'sector-9',
    governmentShareAtMost: '1/3',
    maxPerInstitution: 1,
  };

  test('say how a table begins; one that was loaded before they did says it in its descriptor', async () => {
    expect(await sizeWith(planner(JSON.stringify(asked)))).toBe(2);
    expect(await sizeWith(planner(JSON.stringify({ sobremesa: { planner: asked } })))).toBe(2);
  });

  test('that say nothing leave it at 25 seats, or as many as there are', async () => {
    expect(await sizeWith(planner(null))).toBe(3);
    expect(await sizeWith(planner('{}'))).toBe(3);
  });

  test('of which there are several hold only where one is named', async () => {
    const both = fakeGraph({
      answers: {
        plannerDefaults: () => [
          ['cdmx', JSON.stringify(asked)],
          ['other', JSON.stringify({ ...asked, size: 1 })],
        ],
      },
    });
    expect(await sizeWith(both)).toBe(3);
    const { data } = await ask(plan('dataset: "cdmx"', SEATS), { graph: both });
    expect(at(data, 'planInvitations.invitees')).toHaveLength(2);
    const { data: among } = await ask(plan('candidates: { datasets: ["cdmx"] }', SEATS), { graph: both });
    expect(at(among, 'planInvitations.invitees')).toHaveLength(2);
  });
});
