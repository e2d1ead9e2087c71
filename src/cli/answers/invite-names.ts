import type { InviteOptions } from './invite-input.ts';

/** By field of the API's InvitationInput: the options that fill it, as somebody types them. */
const optionsOf: ReadonlyMap<string, Readonly<Partial<Record<keyof InviteOptions, string>>>> = new Map([
  ['size', { size: '--size' }],
  ['focus', { about: '--about' }],
  ['quotas', { atLeast: '--at-least', atMost: '--at-most' }],
  ['guests', { guest: '--guest' }],
  ['maxPerInstitution', { maxPerInstitution: '--max-per-institution' }],
  ['invite', { with: '--with', lock: '--lock', declined: '--declined' }],
  ['exclude', { without: '--without', invited: '--invited', declined: '--declined' }],
  ['candidates', { everybody: '--everybody', among: '--among' }],
  ['alternates', { alternates: '--alternates' }],
  ['dataset', { package: '--package' }],
]);

/**
 * What somebody typed for an argument of the API: the options that fill it; where none of them was given, the field of the
 * file that was; else an option that would.
 */
export function nameOfWish(argument: string, options: InviteOptions): string {
  const [, field = '', rest = ''] = /^input\.(\w+)(.*)$/s.exec(argument) ?? [];
  const filling = Object.entries(optionsOf.get(field) ?? {});
  const given = new Set(Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [name])));
  const typed = filling.flatMap(([name, option]) => (given.has(name) ? [option] : []));
  if (typed.length > 0) return typed.join(', ');
  const file = given.has('input') ? '--input' : given.has('replan') ? '--replan' : null;
  if (file !== null) return field === '' ? file : `${field}${rest} (${file})`;
  const [first] = filling;
  return first === undefined ? argument : first[1];
}
