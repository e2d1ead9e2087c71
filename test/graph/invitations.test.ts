import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { seedRows } from '../support/seed-rows.ts';
import { withDirectories, withSeeds, type Answer, type Asker } from '../support/seeded-graph.ts';

const AXIS = 'eje-3-mega-laboratorio-urbano';
const sectors = {
  government: 'sector-gobierno',
  business: 'sector-empresarial',
  academia: 'academia-y-lideres-de-opinion',
};

const PLAN = `query ($input: InvitationInput!) { planInvitations(input: $input) {
  __typename
  ... on InvitationPlan {
    provenOptimal
    invitees {
      required
      person { id name affiliations { institution { id } } participations { sector { id } } }
      guest { name sector { id } institution groups }
      reasons { statement en: statement(lang: EN) basis ties { id citations { place } } }
      alternates { id }
    }
    quotas { name en: name(lang: EN) min max actual available group entity { id } }
    axes { axis { id rank } count }
    sectors { sector { id } count }
  }
  ... on InfeasibleInvitations {
    conflicts { name group min max actual available entity { id } }
    relaxations { statement en: statement(lang: EN) min max quota { name min max } }
  }
} }`;

async function planOf({ ask }: Asker, input: object): Promise<Answer['data']> {
  return (await ask(PLAN, { input })).planInvitations;
}

const idsOf = (plan: Answer['data']): readonly string[] =>
  plan.invitees.flatMap(({ person }: Answer['data']) => (person === null ? [] : [person.id]));

/** The message of what is refused. */
async function refusalOf({ post }: Asker, input: object): Promise<string> {
  const { errors, codes } = await post({ query: PLAN, variables: { input } });
  expect(codes).toEqual(['BAD_USER_INPUT']);
  return errors[0]?.message ?? '';
}

describe('A table of the seeds', () => {
  const seeds = withSeeds();
  const plan = (input: object) => planOf(seeds, input);

  it('about axis 3 keeps what the package asks: 25 seats, every sector, government at most a third', async () => {
    const found = await plan({ focus: { axes: [{ id: AXIS }] } });
    expect(found).toMatchObject({ __typename: 'InvitationPlan', provenOptimal: true });
    expect(new Set(idsOf(found)).size).toBe(25);
    expect(found.quotas).toMatchObject([
      { name: 'Sociedad civil y medio cultural', en: 'Civil society and cultural sector', min: 1, max: null },
      { name: 'Sector empresarial', min: 1, max: null, group: null },
      { name: 'Academia y líderes de opinión', min: 1, max: null },
      { entity: { id: sectors.government }, min: 1, max: 8, actual: 8, available: 25 },
    ]);
    const counted = found.sectors.map(({ sector, count }: Answer['data']) => [sector.id, count]);
    for (const [sector, count] of counted)
      expect(
        found.invitees.filter((one: Answer['data']) => one.person.participations[0].sector.id === sector),
      ).toHaveLength(count);
    expect(found.axes.map(({ axis }: Answer['data']) => axis.rank)).toEqual([1, 2, 3, 4, 5]);
  });

  it('seats one person of each institution, and lists people by sector and name', async () => {
    const found = await plan({});
    const institutions = found.invitees.flatMap(({ person }: Answer['data']) =>
      // A person may have had two posts at one.
      [...new Set(person.affiliations.map(({ institution }: Answer['data']) => institution.id))],
    );
    expect(new Set(institutions).size).toBe(institutions.length);
    const order = found.sectors.map(({ sector }: Answer['data']) => sector.id);
    const ranks = found.invitees.map(({ person }: Answer['data']) => order.indexOf(person.participations[0].sector.id));
    expect(ranks).toEqual([...ranks].sort());
  });

  it('has for every seat a reason from facts that are cited, without a number that ranks anybody', async () => {
    const found = await plan({ focus: { axes: [{ id: AXIS }], places: [{ id: 'asia' }] } });
    for (const { person, reasons } of found.invitees) {
      expect(reasons, person.id).not.toEqual([]);
      for (const { ties, statement, en } of reasons) {
        expect(ties).not.toEqual([]);
        for (const { citations } of ties) expect(citations).not.toEqual([]);
        expect(`${statement} ${en}`).not.toMatch(/undefined|null|\bpoints\b|\bpuntos\b/);
      }
    }
    const told = new Map<string, readonly string[]>(
      found.invitees.map(({ person, reasons }: Answer['data']) => [
        person.id,
        reasons.map(({ statement }: Answer['data']) => statement),
      ]),
    );
    expect(told.get('clorinda-romo')?.[0]).toMatch(
      /^Su institución, Laboratorio para la Ciudad, tenía cuatro programas del eje 3: «Audi Urban Future Award», /,
    );
    expect(told.get('juan-pardinas-carpizo')?.[0]).toMatch(/^Pedía, sobre «Desarrollo urbano y metropolitano»: «/);
  });

  it('has a reason for everybody who was consulted, if only where the person stood', async () => {
    const found = await plan({ size: 76, maxPerInstitution: 76, quotas: [{ sector: sectors.government, min: 0 }] });
    expect(found.invitees).toHaveLength(76);
    const told = new Map(
      found.invitees.map(({ person, reasons }: Answer['data']) => [
        person.id,
        reasons.map(({ statement }: Answer['data']) => statement),
      ]),
    );
    for (const [id, statements] of told) expect(statements, String(id)).not.toEqual([]);
    expect(told.get('clorinda-romo')).toEqual([
      expect.stringMatching(/tenía cuatro programas del eje 1: /),
      expect.stringMatching(/tenía cuatro programas del eje 3: /),
    ]);
    expect(told.get('gabriela-alvarez')).toEqual([
      'Gabriela Álvarez figuraba como «Arquitecta» en Tatiana Bilbao Arquitectos.',
      'Gabriela Álvarez figuraba entre las personas consultadas en Diálogos para una CDMX Global.',
    ]);
  });

  it('says who is the only voice with a place, and who the only person of a sector', async () => {
    const found = await plan({
      size: 4,
      quotas: [
        { place: 'europa', min: 1, max: 1 },
        { sector: sectors.business, min: 1, max: 1 },
      ],
    });
    const statements = found.invitees.flatMap(({ reasons }: Answer['data']) =>
      reasons.map(({ statement }: Answer['data']) => statement),
    );
    expect(statements).toContain('Única voz de la mesa con Europa.');
    expect(statements).toContain('Única persona de la mesa del sector «Sector empresarial».');
  });

  it('seats who must come and not who must not, and counts guests and groups of the caller’s own', async () => {
    const input = {
      size: 6,
      invite: ['clorinda-romo'],
      exclude: ['juan-pardinas-carpizo'],
      groups: [{ name: 'primera vez', members: ['clara-jusidman', 'ana-saldana', 'bernardo-quintana'] }],
      guests: [
        { name: 'Noemí de Fuera', sector: sectors.business, institution: 'Casa de Fuera', groups: ['primera vez'] },
      ],
      quotas: [
        { group: 'primera vez', min: 3 },
        { sector: sectors.government, max: 1 },
      ],
    };
    const found = await plan(input);
    expect(idsOf(found)).toContain('clorinda-romo');
    expect(idsOf(found)).not.toContain('juan-pardinas-carpizo');
    expect(found.invitees).toHaveLength(6);
    const guest = found.invitees.find((one: Answer['data']) => one.guest !== null);
    expect(guest).toMatchObject({
      required: true,
      person: null,
      guest: {
        name: 'Noemí de Fuera',
        sector: { id: sectors.business },
        institution: 'Casa de Fuera',
        groups: ['primera vez'],
      },
      reasons: [],
      alternates: [],
    });
    expect(found.quotas.at(-1)).toMatchObject({
      name: 'primera vez',
      group: 'primera vez',
      entity: null,
      actual: 3,
      available: 4,
    });
    expect(found.quotas).toContainEqual(
      expect.objectContaining({ entity: { id: sectors.government }, min: 0, max: 1, actual: 1 }),
    );
    const required = found.invitees.find((one: Answer['data']) => one.person?.id === 'clorinda-romo');
    expect(required).toMatchObject({ required: true, alternates: [] });
  });

  it('names alternates of the same sector, each of whom keeps every quota in that seat', async () => {
    const input = { size: 10, quotas: [{ axis: AXIS, min: 4 }], alternates: 2 };
    const found = await plan(input);
    const seated = idsOf(found);
    const someone = found.invitees.filter(({ alternates }: Answer['data']) => alternates.length > 0);
    expect(someone.length).toBeGreaterThan(5);
    for (const { person, alternates } of someone.slice(0, 3)) {
      for (const { id } of alternates) {
        expect(seated).not.toContain(id);
        const others = seated.filter((other) => other !== person.id);
        expect((await plan({ ...input, invite: [...others, id] })).__typename).toBe('InvitationPlan');
      }
    }
  });

  it('is the same whatever the order of the lists', async () => {
    const quotas = [
      { axis: AXIS, min: 3 },
      { place: 'europa', min: 1 },
      { sector: sectors.academia, max: 4 },
    ];
    const focus = {
      axes: [{ id: AXIS, weight: 2 }, { id: 'eje-4-ciudad-del-conocimiento' }],
      places: [{ id: 'asia' }, { id: 'europa' }],
    };
    const invite = ['clara-jusidman', 'clorinda-romo'];
    const one = await plan({ size: 12, quotas, focus, invite });
    const other = await plan({
      size: 12,
      quotas: [...quotas].reverse(),
      focus: { places: [...focus.places].reverse(), axes: [...focus.axes].reverse() },
      invite: [...invite].reverse(),
    });
    expect(one.__typename).toBe('InvitationPlan');
    expect(other).toEqual(one);
  });

  it('counts under each axis, theme, place and institution those whom the list of people has there', async () => {
    const { priorityAxes, themes, regions, countries } = await seeds.ask(
      '{ priorityAxes { id } themes { id } regions { id } countries { id } }',
    );
    const ids = (found: Answer['data']): readonly string[] => found.map(({ id }: Answer['data']) => id);
    const wanted = [
      ...ids(priorityAxes).map((id) => ['axis', 'axes', id] as const),
      ...ids(themes).map((id) => ['theme', 'themes', id] as const),
      ...[...ids(regions), ...ids(countries), 'ciudad-de-mexico', 'nagoya'].map(
        (id) => ['place', 'places', id] as const,
      ),
      ...['universidad-nacional-autonoma-de-mexico', 'gobierno-de-la-ciudad-de-mexico'].map(
        (id) => ['institution', 'institutions', id] as const,
      ),
    ];
    for (let at = 0; at < wanted.length; at += 45) {
      const some = wanted.slice(at, at + 45);
      const { quotas } = await plan({ size: 1, quotas: some.map(([subject, , id]) => ({ [subject]: id, min: 0 })) });
      const fields = some.map(
        ([, field, id], n) => `p${n}: people(filter: { consulted: true, ${field}: ["${id}"] }) { totalCount }`,
      );
      const listed = await seeds.ask(`{ ${fields.join('\n')} }`);
      for (const [n, [, , id]] of some.entries()) {
        const outcome = quotas.find(({ entity }: Answer['data']) => entity.id === id);
        expect([id, outcome.available]).toEqual([id, listed[`p${n}`].totalCount]);
      }
    }
  });

  it('costs as many statements for two seats as for thirty', async () => {
    const statementsOf = async (size: number) =>
      (await seeds.post({ query: PLAN, variables: { input: { size, focus: { axes: [{ id: AXIS }] } } } })).statements;
    const few = await statementsOf(2);
    expect(await statementsOf(30)).toBe(few);
    expect(few).toBeLessThanOrEqual(16);
  });

  it('that cannot be says which wishes clash, and the least change in words', async () => {
    const business = seedRows('participations').filter(({ sector }) => sector === sectors.business).length;
    const found = await plan({ quotas: [{ sector: sectors.business, min: business + 2 }] });
    expect(found).toEqual({
      __typename: 'InfeasibleInvitations',
      conflicts: [
        {
          name: 'Sector empresarial',
          group: null,
          min: business + 2,
          max: null,
          actual: null,
          available: business,
          entity: { id: sectors.business },
        },
      ],
      relaxations: [
        {
          statement: `Bajar el mínimo de Sector empresarial de ${business + 2} a ${business}.`,
          en: `Lower the minimum of Business sector from ${business + 2} to ${business}.`,
          min: business,
          max: null,
          quota: { name: 'Sector empresarial', min: business + 2, max: null },
        },
      ],
    });
  });

  it('is possible after the least change', async () => {
    const quotas = [
      { sector: sectors.business, min: 10 },
      { sector: sectors.academia, min: 9 },
      { sector: 'sociedad-civil-y-medio-cultural', min: 8 },
    ];
    const found = await plan({ size: 25, quotas });
    expect(found.__typename).toBe('InfeasibleInvitations');
    const changed = quotas.map((quota) => {
      const change = found.relaxations.find(
        ({ quota: { name } }: Answer['data']) =>
          name === found.conflicts.find(({ entity }: Answer['data']) => entity.id === quota.sector)?.name,
      );
      return change === undefined ? quota : { ...quota, min: change.min };
    });
    expect((await plan({ size: 25, quotas: changed })).__typename).toBe('InvitationPlan');
  });

  it('bounds the people of one institution, units with their whole, and names it where that clashes', async () => {
    const found = await plan({ candidates: { institutions: ['universidad-nacional-autonoma-de-mexico'] }, size: 2 });
    expect(found).toMatchObject({
      __typename: 'InfeasibleInvitations',
      conflicts: [{ entity: { id: 'universidad-nacional-autonoma-de-mexico' }, min: 0, max: 1 }],
      relaxations: [{ statement: 'Subir el máximo de Universidad Nacional Autónoma de México de 1 a 2.', max: 2 }],
    });
    const more = await plan({
      candidates: { institutions: ['universidad-nacional-autonoma-de-mexico'] },
      size: 2,
      maxPerInstitution: 2,
    });
    expect(more.invitees).toHaveLength(2);
  });

  it.each<readonly [string, object, string]>([
    [
      'an unknown axis',
      { focus: { axes: [{ id: 'nowhere' }] } },
      'input.focus.axes: expected ids of PRIORITY_AXIS, but got "nowhere"',
    ],
    ['a theme that is an axis', { focus: { themes: [{ id: AXIS }] } }, 'which is a PRIORITY_AXIS'],
    ['an unknown sector', { quotas: [{ sector: 'nobody', min: 1 }] }, 'input.quotas.sector: expected ids of SECTOR'],
    ['an institution that is a person', { quotas: [{ institution: 'clorinda-romo', max: 1 }] }, 'which is a PERSON'],
    [
      'an unknown member of a group',
      { groups: [{ name: 'new', members: ['nobody'] }] },
      'input.groups "new": expected ids of PERSON',
    ],
    ['a guest of an unknown sector', { guests: [{ name: 'Ana', sector: 'nobody' }] }, 'input.guests.sector: expected'],
    [
      'somebody unknown who must come',
      { invite: ['nobody'] },
      'input.invite: expected ids of PERSON, but got "nobody"',
    ],
    ['an institution that must not come', { exclude: ['metropolis'] }, 'which is a NETWORK'],
    ['an unknown package', { dataset: 'nowhere' }, 'input.dataset: expected ids of packages'],
    [
      'candidates of an unknown theme',
      { candidates: { themes: ['nowhere'] } },
      'input.candidates.themes: expected ids of THEME',
    ],
    [
      'candidates of an unknown package',
      { candidates: { datasets: ['nowhere'] } },
      'input.candidates.datasets: expected',
    ],
    ['nobody to choose among', { candidates: { sectors: [] } }, 'input.candidates: expected somebody'],
    ['more seats than people', { size: 90 }, 'input.size: expected at most 76 seats'],
    [
      'somebody invited and excluded',
      { invite: ['clorinda-romo'], exclude: ['clorinda-romo'] },
      'but got "clorinda-romo" in both',
    ],
  ])('is refused for %s', async (_, input, message) => {
    expect(await refusalOf(seeds, input)).toContain(message);
  });
});

describe('A table of another city', () => {
  const example = withDirectories(join(import.meta.dirname, '../packages/ejemplo-2020'));

  it('keeps what its own package asks, in its own sectors and axes', async () => {
    const found = await planOf(example, {});
    expect(found.__typename).toBe('InvitationPlan');
    // Six were consulted. The package would have twelve seats, two of each sector and a quarter for its government: five fit.
    expect(found.invitees).toHaveLength(5);
    expect(found.quotas).toMatchObject([
      { entity: { id: 'gobierno-local-de-ejemplo' }, min: 1, max: 1, actual: 1, available: 2 },
      { entity: { id: 'barrios-organizados-de-ejemplo' }, min: 2, max: null, actual: 2, available: 2 },
      { entity: { id: 'escuelas-de-ejemplo' }, min: 2, max: null, actual: 2, available: 2 },
    ]);
  });
});
