import type { InTwoLanguages } from '../../model/column.ts';
import type { EntityKind } from '../../model/kinds.ts';
import { namesInFile } from './invited-names.ts';
import { namedEntity, UnknownNameError, type Named } from './named-entity.ts';
import { AnswerError, type Ask, type Language } from './question.ts';
import { readSeatPlan, readTableInput, type SeatPlan, type TableInput } from './seat-plan.ts';
import { wholeNumber } from './values.ts';

export interface InviteOptions {
  readonly input?: string;
  readonly size?: string;
  readonly about?: readonly string[];
  readonly atLeast?: readonly string[];
  readonly atMost?: readonly string[];
  readonly among?: readonly string[];
  readonly everybody?: boolean;
  readonly maxPerInstitution?: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly invited?: readonly string[];
  readonly guest?: readonly string[];
  readonly alternates?: string;
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
  /** Who sat at the earlier plan; `null` where a table is planned for the first time. */
  readonly earlier: SeatPlan['seats'] | null;
  /** Names in files of former tables that nobody in the graph has. */
  readonly unknown: readonly string[];
  /** What was understood, where somebody or something is called otherwise than was typed. */
  readonly notes: readonly InTwoLanguages[];
}

/** Finds what names mean, and keeps what the reader must know of it. */
interface Naming {
  readonly ask: Ask;
  readonly lang: Language;
  readonly notes: InTwoLanguages[];
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
export async function toTableInput(options: InviteOptions, { ask, lang }: Omit<Naming, 'notes'>): Promise<AskedTable> {
  const naming: Naming = { ask, lang, notes: [] };
  const plan = options.replan === undefined ? null : await readSeatPlan('--replan', options.replan, lang);
  const file = options.input === undefined ? {} : await readTableInput('--input', options.input, lang);
  const base: TableInput = { ...plan?.input, ...file };
  const [bidden, kept, declined, without, former] = await Promise.all([
    peopleOf('--with', options.with, naming),
    peopleOf('--lock', options.lock, naming),
    peopleOf('--declined', options.declined, naming),
    peopleOf('--without', options.without, naming),
    formerPeople(options.invited, naming),
  ]);
  const locked = lockedSeats(plan, kept, declined, lang);
  const invite = unique([...idsIn(base, 'invite', lang), ...bidden, ...locked]).filter((id) => !declined.includes(id));
  const exclude = unique([
    ...idsIn(base, 'exclude', lang),
    ...without,
    ...declined,
    // Who is asked for by name comes again.
    ...former.ids.filter((id) => !invite.includes(id)),
  ]);
  const asked = {
    size: numberOf('--size', options.size, lang),
    focus: await focusOf(options.about, naming),
    quotas: added(base, 'quotas', await quotasOf(options, naming), lang),
    guests: added(base, 'guests', await guestsOf(options.guest, naming), lang),
    candidates: await candidatesOf(options, naming),
    maxPerInstitution: numberOf('--max-per-institution', options.maxPerInstitution, lang),
    alternates: numberOf('--alternates', options.alternates, lang),
    dataset: options.package,
    invite: invite.length === 0 ? undefined : invite,
    exclude: exclude.length === 0 ? undefined : exclude,
  };
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return {
    input: { ...base, invite: undefined, ...Object.fromEntries(given) },
    locked,
    earlier: plan?.seats ?? null,
    unknown: former.unknown,
    notes: naming.notes,
  };
}

function numberOf(option: string, text: string | undefined, lang: Language): number | undefined {
  return text === undefined ? undefined : wholeNumber(option, text, { least: 0, lang });
}

async function find(place: string, text: string, kinds: readonly EntityKind[], naming: Naming): Promise<Named> {
  const found = await namedEntity(text, { place, ask: naming.ask, lang: naming.lang, kinds });
  naming.notes.push(...found.notes);
  return found;
}

/** Seats of a plan that stay: those that its file or `--lock` locks; when somebody declined, all the others do. */
function lockedSeats(
  plan: SeatPlan | null,
  kept: readonly string[],
  declined: readonly string[],
  lang: Language,
): readonly string[] {
  if (plan === null) {
    if (kept.length === 0 && declined.length === 0) return [];
    throw new AnswerError(
      {
        es: '--lock, --declined: se esperaba --replan con el plan del que tratan, pero no llegó ninguno. Dé el archivo que escribió --save.',
        en: '--lock, --declined: expected --replan with the plan that they are about, but got none. Give the file that --save has written.',
      }[lang],
    );
  }
  const seated = new Set(plan.seats.map(({ id }) => id));
  const stranger = [...kept, ...declined].find((id) => !seated.has(id));
  if (stranger !== undefined)
    throw new AnswerError(
      {
        es: `--lock, --declined: se esperaban personas del plan, pero llegó «${stranger}», que no tiene lugar en él. Para otras use --with o --without.`,
        en: `--lock, --declined: expected people of the plan, but got “${stranger}”, who has no seat in it. Take --with or --without for others.`,
      }[lang],
    );
  const isLocked = ({ id, locked }: SeatPlan['seats'][number]) => locked || declined.length > 0 || kept.includes(id);
  return plan.seats.filter(isLocked).flatMap(({ id }) => (declined.includes(id) ? [] : [id]));
}

async function peopleOf(option: string, texts: readonly string[] = [], naming: Naming): Promise<readonly string[]> {
  const found = await Promise.all(texts.map((text) => find(option, text, ['PERSON'], naming)));
  return unique(found.map(({ id }) => id));
}

/** Those of former tables whom the graph knows: guests of theirs it does not. */
async function formerPeople(
  paths: readonly string[] = [],
  naming: Naming,
): Promise<{ readonly ids: readonly string[]; readonly unknown: readonly string[] }> {
  const names = unique((await Promise.all(paths.map((path) => namesInFile('--invited', path, naming.lang)))).flat());
  const found = await Promise.all(
    names.map((name) =>
      find('--invited', name, ['PERSON'], naming).catch((cause: unknown) => {
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
      const { id, kind } = await find('--about', name, focusable, naming);
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
      {
        es: `${option}: se esperaba qué se cuenta y cuánto, como «Sector empresarial=5», pero llegó «${text}». Ponga «=» y un número entero tras el nombre.`,
        en: `${option}: expected what is counted and how many, such as “Sector empresarial=5”, but got “${text}”. Put “=” and a whole number behind the name.`,
      }[naming.lang],
    );
  const { id, kind } = await find(option, name, countable, naming);
  return { field: fieldsOf.get(kind)?.quota ?? '', id, bound: { [bound]: number } };
}

async function guestsOf(texts: readonly string[] = [], naming: Naming): Promise<readonly object[]> {
  return Promise.all(
    texts.map(async (text) => {
      const [name = '', sector] = text.split('=').map((part) => part.trim());
      return sector === undefined ? { name } : { name, sector: (await find('--guest', sector, ['SECTOR'], naming)).id };
    }),
  );
}

async function candidatesOf(
  { among, everybody }: InviteOptions,
  naming: Naming,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (among === undefined && everybody === undefined) return undefined;
  const filter = new Map<string, string[]>();
  const found = await Promise.all((among ?? []).map((text) => find('--among', text, countable, naming)));
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
function added(
  base: TableInput,
  field: string,
  more: readonly object[],
  lang: Language,
): readonly unknown[] | undefined {
  return more.length === 0 ? undefined : [...listIn(base, field, lang), ...more];
}

function idsIn(base: TableInput, field: string, lang: Language): readonly string[] {
  return listIn(base, field, lang).map(String);
}

function listIn(base: TableInput, field: string, lang: Language): readonly unknown[] {
  const list = base[field] ?? [];
  if (Array.isArray(list)) return list;
  const came = JSON.stringify(list);
  throw new AnswerError(
    {
      es: `--input: se esperaba una lista como «${field}», pero llegó ${came}. Póngala entre [ y ].`,
      en: `--input: expected a list as “${field}”, but got ${came}. Put it between [ and ].`,
    }[lang],
  );
}

function unique<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all)];
}
