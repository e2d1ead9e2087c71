import { describe, expect, it } from 'vitest';

import { toWishes } from '../../../../src/answers/invitations/wishes.ts';
import { RefusedError } from '../../../../src/fields/errors.ts';
import type { InvitationInput } from '../../../../src/generated/resolvers.ts';

function refused(input: InvitationInput): RefusedError {
  try {
    toWishes(input);
  } catch (cause) {
    if (cause instanceof RefusedError && cause.extensions['code'] === 'BAD_USER_INPUT') return cause;
    throw cause;
  }
  throw new Error('Expected the input to be refused, but it was taken.');
}

/** The argument and the message of what is refused. */
function refusalOf(input: InvitationInput): string {
  return refused(input).message;
}

const group = (name: string, ...members: readonly string[]) => ({ name, members });

const contradictions: readonly (readonly [string, InvitationInput, string])[] = [
  ['no seat', { size: 0 }, 'input.size: expected 1 or more, but got 0'],
  ['a negative number of seats', { size: -3 }, 'input.size: expected 1 or more, but got -3'],
  ['nobody of an institution', { maxPerInstitution: 0 }, 'input.maxPerInstitution: expected 1 or more'],
  ['too many alternates', { alternates: 11 }, 'input.alternates: expected 0 to 10, but got 11'],
  ['a negative number of alternates', { alternates: -1 }, 'input.alternates: expected 0 to 10, but got -1'],
  ['somebody invited and excluded', { invite: ['ana', 'leo'], exclude: ['leo'] }, 'but got "leo" in both'],
  ['somebody invited twice', { invite: ['ana', 'ana'] }, 'input.invite: expected each once, but got "ana" twice'],
  ['somebody excluded twice', { exclude: ['ana', 'ana'] }, 'input.exclude: expected each once'],
  [
    'more bespoken seats than there are',
    { size: 1, invite: ['ana'], guests: [{ name: 'Leo' }] },
    'input.size: expected at least 2 seats',
  ],
  ['a minimum above the maximum', { quotas: [{ axis: 'x', min: 3, max: 2 }] }, 'but got min 3 and max 2'],
  ['a minimum above the seats', { size: 2, quotas: [{ axis: 'x', min: 3 }] }, 'at most the 2 seats'],
  ['a negative minimum', { quotas: [{ axis: 'x', min: -1 }] }, 'input.quotas[0].min: expected 0 or more'],
  ['a negative maximum', { quotas: [{ axis: 'x', max: -1 }] }, 'input.quotas[0].max: expected 0 or more'],
  ['a quota without a bound', { quotas: [{ axis: 'x' }] }, 'but got neither'],
  ['a quota on nothing', { quotas: [{ min: 1 }] }, 'input.quotas[0]: expected exactly one of sector, axis'],
  ['a quota on two things', { quotas: [{ axis: 'x', sector: 's', min: 1 }] }, 'but got sector, axis'],
  [
    'two quotas on one thing',
    {
      quotas: [
        { axis: 'x', min: 1 },
        { axis: 'x', max: 1 },
      ],
    },
    'but got "x" twice',
  ],
  ['a quota on an unknown group', { quotas: [{ group: 'new', min: 1 }] }, '(there is none), but got "new"'],
  ['two groups of one name', { groups: [group('new'), group('new')] }, 'but got "new" twice'],
  ['a group that names somebody twice', { groups: [group('new', 'ana', 'ana')] }, 'but got "ana" twice'],
  ['a group without a name', { groups: [group(' ')] }, 'but got an empty one'],
  ['a name that is too long', { guests: [{ name: 'x'.repeat(201) }] }, 'but got one of 201'],
  ['a guest of an unknown group', { guests: [{ name: 'Leo', groups: ['old'] }] }, 'input.guests "Leo": expected'],
  [
    'somebody in two groups that are apart',
    { groups: [{ ...group('women', 'ana'), apartFrom: ['men'] }, group('men', 'leo', 'ana')] },
    'input.groups "women": expected nobody who is in "men" too, from which it is apart, but got "ana" in both',
  ],
  ['a negative weight', { focus: { themes: [{ id: 't', weight: -0.5 }] } }, 'but got -0.5 for "t"'],
  ['an endless weight', { focus: { themes: [{ id: 't', weight: Infinity }] } }, 'but got Infinity'],
  ['a weight that is no number', { focus: { places: [{ id: 't', weight: NaN }] } }, 'but got NaN'],
  ['a focus that names something twice', { focus: { axes: [{ id: 'x' }, { id: 'x' }] } }, 'but got "x" twice'],
];

describe('Wishes', () => {
  it('have an order of their own, whatever that of the lists', () => {
    const one: InvitationInput = {
      invite: ['b', 'a'],
      focus: { axes: [{ id: 'y' }, { id: 'x', weight: 2 }], themes: [{ id: 't', weight: null }] },
      quotas: [
        { theme: 't', min: 1 },
        { sector: 's', max: 2 },
      ],
      groups: [group('new', 'd', 'c'), group('local')],
      guests: [
        { name: ' Zoe ', groups: ['new', 'local'] },
        { name: 'Ada', sector: 's' },
      ],
    };
    const reversed: InvitationInput = {
      invite: ['a', 'b'],
      focus: {
        axes: [
          { id: 'x', weight: 2 },
          { id: 'y', weight: 1 },
        ],
        themes: [{ id: 't' }],
      },
      quotas: [
        { sector: 's', max: 2 },
        { theme: 't', min: 1 },
      ],
      groups: [group('local'), group('new', 'c', 'd')],
      guests: [
        { name: 'Ada', sector: 's' },
        { name: 'Zoe', groups: ['local', 'new'] },
      ],
    };
    expect(toWishes(one)).toEqual(toWishes(reversed));
    expect(toWishes(one)).toMatchObject({
      size: null,
      invite: ['a', 'b'],
      alternates: 3,
      focus: [
        { subject: 'axis', id: 'x', weight: 2 },
        { subject: 'axis', id: 'y', weight: 1 },
        { subject: 'theme', id: 't', weight: 1 },
      ],
      quotas: [
        { subject: 'sector', id: 's', min: 0, max: 2 },
        { subject: 'theme', id: 't', min: 1, max: null },
      ],
    });
  });

  it.each(contradictions)('that contradict themselves are refused and named: %s', (_, input, message) => {
    expect(refusalOf(input)).toContain(message);
  });

  it.each(contradictions)('are refused in Spanish too, by the names of who asks: %s', (_, input) => {
    const { es } = refused(input).refusal((argument) => argument.replace(/^input\./, '--'));
    expect(es).toMatch(/^--\w.*: se esperaba.*, pero /);
    expect(es).not.toMatch(/input\.|expected|but got/);
  });

  it('show a long id in part', () => {
    expect(refusalOf({ invite: ['x'.repeat(500), 'x'.repeat(500)] }).length).toBeLessThan(250);
  });
});
