import type { EntityKind } from '../../model/kinds.ts';
import { namesInFile } from './invited-names.ts';
import { namedEntity, UnknownNameError } from './named-entity.ts';
import { AnswerError, type Ask, type Language } from './question.ts';
import { readSeatPlan, readTableInput, type SeatPlan, type TableInput } from './seat-plan.ts';

export interface InviteOptions {
  readonly input?: string;
  readonly size?: number;
  readonly about?: readonly string[];
  readonly atLeast?: readonly string[];
  readonly atMost?: readonly string[];
  readonly among?: readonly string[];
  readonly everybody?: boolean;
  readonly maxPerInstitution?: number;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly invited?: readonly string[];
  readonly guest?: readonly string[];
  readonly alternates?: number;
  readonly package?: string;
  readonly replan?: string;
  readonly lock?: readonly string[];
  readonly declined?: readonly string[];
  readonly save?: string;
}

/** What is asked of a table, and what the reader must know of how it was understood. */
export interface AskedTable {
  readonly input: TableInput;
  /** Ids of the seats of an earlier plan that stay. */
  readonly locked: readonly string[];
  /** Names in files of former tables that nobody in the graph has. */
  readonly unknown: readonly string[];
}

interface Naming {
  readonly ask: Ask;
  readonly lang: Language;
}

const places = ['CITY', 'STATE', 'COUNTRY', 'REGION'] as const;
const bodies = ['ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK'] as const;

/** By kind: the field of a quota, of a focus and of a filter of candidates that takes it. */
const fieldsOf: ReadonlyMap<
  EntityKind,
  { readonly quota: string; readonly focus: string | null; readonly filter: string }
> = new Map([
  ['SECTOR', { quota: 'sector', focus: null, filter: 'sectors' }],
  ['PRIORITY_AXIS', { quota: 'axis', focus: 'axes', filter: 'axes' }],
  ['THEME', { quota: 'theme', focus: 'themes', filter: 'themes' }],
  ...places.map((kind) => [kind, { quota: 'place', focus: 'places', filter: 'places' }] as const),
  ...bodies.map((kind) => [kind, { quota: 'institution', focus: null, filter: 'institutions' }] as const),
]);
const countable = [...fieldsOf.keys()];
const focusable = countable.filter((kind) => fieldsOf.get(kind)?.focus != null);

/**
 * What the options ask for: on top of the input file or of an earlier plan, whose locked seats stay. Names become ids.
 * Throws AnswerError for what cannot be understood.
 */
export async function toTableInput(options: InviteOptions, naming: Naming): Promise<AskedTable> {
  const plan = options.replan === undefined ? null : await readSeatPlan('--replan', options.replan);
  const file = options.input === undefined ? {} : await readTableInput('--input', options.input);
  const base: TableInput = { ...plan?.input, ...file };
  const [bidden, kept, declined, without, former] = await Promise.all([
    peopleOf(options.with, naming),
    peopleOf(options.lock, naming),
    peopleOf(options.declined, naming),
    peopleOf(options.without, naming),
    formerPeople(options.invited, naming),
  ]);
  const locked = lockedSeats(plan, kept, declined);
  const invite = unique([...idsIn(base, 'invite'), ...bidden, ...locked]).filter((id) => !declined.includes(id));
  const exclude = unique([
    ...idsIn(base, 'exclude'),
    ...without,
    ...declined,
    // Who is asked for by name comes again.
    ...former.ids.filter((id) => !invite.includes(id)),
  ]);
  const asked = {
    size: options.size,
    focus: await focusOf(options.about, naming),
    quotas: added(base, 'quotas', await quotasOf(options, naming)),
    guests: added(base, 'guests', await guestsOf(options.guest, naming)),
    candidates: await candidatesOf(options, naming),
    maxPerInstitution: options.maxPerInstitution,
    alternates: options.alternates,
    dataset: options.package,
    invite: invite.length === 0 ? undefined : invite,
    exclude: exclude.length === 0 ? undefined : exclude,
  };
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return { input: { ...base, invite: undefined, ...Object.fromEntries(given) }, locked, unknown: former.unknown };
}

/** Seats of a plan that stay: those that its file or `--lock` locks; when somebody declined, all the others do. */
function lockedSeats(plan: SeatPlan | null, kept: readonly string[], declined: readonly string[]): readonly string[] {
  if (plan === null) {
    if (kept.length === 0 && declined.length === 0) return [];
    throw new AnswerError(
      '--lock, --declined: expected --replan with the plan that they are about, but got none. Give the file that --save has written.',
    );
  }
  const seated = new Set(plan.seats.map(({ id }) => id));
  const stranger = [...kept, ...declined].find((id) => !seated.has(id));
  if (stranger !== undefined)
    throw new AnswerError(
      `--lock, --declined: expected people of the plan, but got "${stranger}", who has no seat in it. Take --with or --without for others.`,
    );
  const isLocked = ({ id, locked }: SeatPlan['seats'][number]) => locked || declined.length > 0 || kept.includes(id);
  return plan.seats.filter(isLocked).flatMap(({ id }) => (declined.includes(id) ? [] : [id]));
}

async function peopleOf(texts: readonly string[] = [], naming: Naming): Promise<readonly string[]> {
  const found = await Promise.all(texts.map((text) => namedEntity(text, { ...naming, kinds: ['PERSON'] })));
  return unique(found.map(({ id }) => id));
}

/** Those of former tables whom the graph knows: guests of theirs it does not. */
async function formerPeople(
  paths: readonly string[] = [],
  naming: Naming,
): Promise<{ readonly ids: readonly string[]; readonly unknown: readonly string[] }> {
  const names = unique((await Promise.all(paths.map((path) => namesInFile('--invited', path)))).flat());
  const found = await Promise.all(
    names.map((name) =>
      namedEntity(name, { ...naming, kinds: ['PERSON'] }).catch((cause: unknown) => {
        if (cause instanceof UnknownNameError) return null;
        throw cause;
      }),
    ),
  );
  return {
    ids: unique(found.flatMap((person) => (person === null ? [] : [person.id]))),
    unknown: names.filter((_, at) => found[at] === null),
  };
}

async function focusOf(
  texts: readonly string[] | undefined,
  naming: Naming,
): Promise<Readonly<Record<string, readonly object[]>> | undefined> {
  if (texts === undefined) return undefined;
  const points = await Promise.all(
    texts.map(async (text) => {
      const { name, number } = withNumber(text);
      const { id, kind } = await namedEntity(name, { ...naming, kinds: focusable });
      return { field: fieldsOf.get(kind)?.focus ?? '', point: number === null ? { id } : { id, weight: number } };
    }),
  );
  return Object.fromEntries(
    ['axes', 'themes', 'places'].map((field) => [
      field,
      points.filter((one) => one.field === field).map(({ point }) => point),
    ]),
  );
}

async function quotasOf({ atLeast = [], atMost = [] }: InviteOptions, naming: Naming): Promise<readonly object[]> {
  const bounds = await Promise.all([
    ...atLeast.map((text) => boundOf('--at-least', 'min', text, naming)),
    ...atMost.map((text) => boundOf('--at-most', 'max', text, naming)),
  ]);
  const quotas = new Map<string, object>();
  for (const { field, id, bound } of bounds) quotas.set(id, { ...quotas.get(id), [field]: id, ...bound });
  return [...quotas.values()];
}

async function boundOf(option: string, bound: 'min' | 'max', text: string, naming: Naming) {
  const { name, number } = withNumber(text);
  if (number === null || !Number.isInteger(number))
    throw new AnswerError(
      `${option}: expected what is counted and how many, such as "Sector empresarial=5", but got "${text}". Put "=" and a whole number behind the name.`,
    );
  const { id, kind } = await namedEntity(name, { ...naming, kinds: countable });
  return { field: fieldsOf.get(kind)?.quota ?? '', id, bound: { [bound]: number } };
}

async function guestsOf(texts: readonly string[] = [], naming: Naming): Promise<readonly object[]> {
  return Promise.all(
    texts.map(async (text) => {
      const [name = '', sector] = text.split('=').map((part) => part.trim());
      return sector === undefined
        ? { name }
        : { name, sector: (await namedEntity(sector, { ...naming, kinds: ['SECTOR'] })).id };
    }),
  );
}

async function candidatesOf(
  { among, everybody }: InviteOptions,
  naming: Naming,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (among === undefined && everybody === undefined) return undefined;
  const filter = new Map<string, string[]>();
  const found = await Promise.all((among ?? []).map((text) => namedEntity(text, { ...naming, kinds: countable })));
  for (const { id, kind } of found) {
    const field = fieldsOf.get(kind)?.filter ?? '';
    filter.set(field, [...(filter.get(field) ?? []), id]);
  }
  return { ...(everybody === true ? {} : { consulted: true }), ...Object.fromEntries(filter) };
}

/** A name and the number behind the last "=", if any. */
function withNumber(text: string): { readonly name: string; readonly number: number | null } {
  const [, name = text, number] = /^(.*)=\s*(\d+(?:\.\d+)?)\s*$/.exec(text) ?? [];
  return { name: name.trim(), number: number === undefined ? null : Number(number) };
}

/** What options add to a list of the file; nothing where they add nothing. */
function added(base: TableInput, field: string, more: readonly object[]): readonly unknown[] | undefined {
  return more.length === 0 ? undefined : [...listIn(base, field), ...more];
}

function idsIn(base: TableInput, field: string): readonly string[] {
  return listIn(base, field).map(String);
}

function listIn(base: TableInput, field: string): readonly unknown[] {
  const list = base[field] ?? [];
  if (Array.isArray(list)) return list;
  throw new AnswerError(
    `--input: expected a list as "${field}", but got ${JSON.stringify(list)}. Put it between [ and ].`,
  );
}

function unique<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all)];
}
