import { Option } from 'commander';

import type { InTwoLanguages } from '../../model/column.ts';
import { toTableInput, type AskedTable, type InviteOptions } from './invite-input.ts';
import { nameOfWish } from './invite-names.ts';
import type { AnswerCommand, Answered, AnswerTable, Ask, Language } from './question.ts';
import { writeSeatPlan } from './seat-plan.ts';
import { one } from './values.ts';
import { citationFields, namesOf, whereItStands, type PrintedCitation } from './wording.ts';

const outcome = 'name(lang: $lang) min max actual available';

const operation = `query Invite($input: InvitationInput!, $lang: Lang!) {
  planInvitations(input: $input) {
    ... on InvitationPlan {
      invitees {
        required
        person {
          id
          name(lang: $lang)
          participations { sector { name(lang: $lang) } }
          affiliations { role institution { name(lang: $lang) } }
        }
        guest { name institution sector { name(lang: $lang) } }
        reasons { statement(lang: $lang) basis ties { ${citationFields} } }
        alternates { id name(lang: $lang) }
      }
      quotas { ${outcome} }
      axes { count axis { name(lang: $lang) } }
      sectors { count sector { name(lang: $lang) } }
      provenOptimal
    }
    ... on InfeasibleInvitations {
      conflicts { ${outcome} }
      relaxations { statement(lang: $lang) min max quota { ${outcome} } }
    }
  }
}`;

const packages = 'query Packages { datasets { id } }';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Outcome {
  readonly name: string;
  readonly min: number;
  readonly max: number | null;
  readonly actual: number | null;
  readonly available: number;
}

interface Invitee {
  readonly required: boolean;
  readonly person:
    | (Named & {
        readonly participations: readonly { readonly sector: { readonly name: string } }[];
        readonly affiliations: readonly {
          readonly role: string | null;
          readonly institution: { readonly name: string };
        }[];
      })
    | null;
  readonly guest: {
    readonly name: string;
    readonly institution: string | null;
    readonly sector: { readonly name: string } | null;
  } | null;
  readonly reasons: readonly {
    readonly statement: string;
    readonly ties: readonly { readonly citations: readonly PrintedCitation[] }[];
  }[];
  readonly alternates: readonly Named[];
}

interface Plan {
  readonly invitees: readonly Invitee[];
  readonly quotas: readonly Outcome[];
  readonly axes: readonly { readonly count: number; readonly axis: { readonly name: string } }[];
  readonly provenOptimal: boolean;
}

interface Infeasible {
  readonly conflicts: readonly Outcome[];
  readonly relaxations: readonly { readonly statement: string }[];
}

interface Found {
  readonly planInvitations: Plan | Infeasible;
}

/** Whom to invite to a table, and why; or which wishes clash, and what would have to give. */
export const invite: AnswerCommand<InviteOptions> = {
  name: 'invite',
  arguments: {},
  description: 'plan whom to invite to a table, with a reason for every seat; docs/invitations.md explains how',
  examples: [
    'sobremesa invite --about "eje 3"',
    'sobremesa invite --size 12 --about agua --about asia=2 --at-least "Sector empresarial=3"',
    'sobremesa invite --about agua --csv > mesa.csv',
  ],
  options: [
    new Option('--size <number>', 'how many seats'),
    several('--about <what>', 'an axis, theme or place that the table is about; "asia=2" counts twice'),
    several('--at-least <what=number>', 'so many of a sector, axis, theme, place or institution, as "Asia=3"'),
    several('--at-most <what=number>', 'no more than so many of it'),
    new Option('--max-per-institution <number>', 'the most people of one institution'),
    several('--among <what>', 'choose among the people of a sector, axis, theme, place or institution'),
    new Option('--everybody', 'choose among all people, not only those who were consulted'),
    several('--with <person>', 'somebody who must be invited'),
    several('--without <person>', 'somebody who must not be invited'),
    several('--invited <file>', 'leave out who was at the last tables: names or ids, one to a line, or a CSV'),
    several('--guest <name=sector>', 'somebody from outside the graph, who has a seat'),
    new Option('--alternates <number>', 'how many alternates for each seat'),
    new Option('--package <id>', 'the package whose size and shares hold'),
    new Option('--input <file>', 'what is asked, as JSON: an InvitationInput of the API; options add to it'),
    new Option('--save <file>', 'keep the table as JSON, for --replan'),
    new Option('--replan <file>', 'plan a kept table anew: locked seats stay, the others are chosen again'),
    several('--lock <person>', 'with --replan: this seat stays, as those with "locked": true in the file'),
    several('--declined <person>', 'with --replan: leave this person out, and keep everybody else'),
  ],
  called: nameOfWish,
  async answer({ options, lang }, ask) {
    const wanted = await toTableInput(options, { ask, lang });
    const data = await ask<Found>(operation, { input: wanted.input, lang: lang.toUpperCase() });
    const asked = { ...wanted, notes: [...wanted.notes, ...(await packageNote(wanted, ask))] };
    const { planInvitations: result } = data;
    if (!('invitees' in result)) return infeasible(data, result, asked, lang);
    if (options.save !== undefined) await save(options.save, result, asked, lang);
    return planned(data, result, asked, lang);
  },
};

function several(flags: string, description: string): Option {
  const option = new Option(flags, `${description}; may be repeated`);
  return option.argParser(one);
}

function planned(data: Found, plan: Plan, { earlier, unknown, notes }: AskedTable, lang: Language): Answered {
  return {
    data,
    table: seatTable(plan, lang),
    besides: [outcomeTable(plan.quotas, wishesKept, lang), axisTable(plan)],
    notes: [
      ...changeNote(earlier, plan),
      ...notes,
      ...unknownNote(unknown),
      ...(plan.provenOptimal ? [] : [notProven]),
    ],
    nothing: noSeats,
  };
}

function seatTable({ invitees }: Plan, lang: Language): AnswerTable {
  return {
    title: { es: 'Mesa', en: 'Table' },
    columns: [
      { es: 'Nombre', en: 'Name' },
      { es: 'N.º', en: 'No.' },
      { es: 'Sector', en: 'Sector' },
      { es: 'Institución', en: 'Institution' },
      { es: 'Por qué', en: 'Why' },
      { es: 'Dónde consta', en: 'Where that stands' },
      { es: 'Suplentes', en: 'Alternates' },
      { es: 'Clave', en: 'Id', whole: true },
    ],
    rows: invitees.map((invitee, at) => seatRow(invitee, at + 1, lang)),
  };
}

function seatRow({ required, person, guest, reasons, alternates }: Invitee, number: number, lang: Language) {
  const sectors = person?.participations.map(({ sector }) => sector) ?? (guest?.sector == null ? [] : [guest.sector]);
  const posts = person?.affiliations.map(({ role, institution }) =>
    [role, institution.name].filter(Boolean).join(', '),
  );
  const bidden = person === null ? [guestWord[lang]] : required ? [requiredWord[lang]] : [];
  return [
    person?.name ?? guest?.name ?? '',
    String(number),
    namesOf(sectors),
    posts?.join('; ') ?? guest?.institution ?? '',
    [...bidden, ...reasons.map(({ statement }) => statement)].join(' '),
    whereItStands(
      reasons.flatMap(({ ties }) => ties.flatMap(({ citations }) => citations)),
      lang,
    ),
    namesOf(alternates),
    person?.id ?? '',
  ];
}

const guestWord: InTwoLanguages = { es: 'Persona invitada de fuera.', en: 'A guest from outside.' };
const requiredWord: InTwoLanguages = { es: 'Se pidió que viniera.', en: 'Was asked for.' };
const noSeats: InTwoLanguages = { es: 'La mesa no tiene lugares.', en: 'The table has no seats.' };
const notProven: InTwoLanguages = {
  es: 'La búsqueda llegó a su límite: puede haber una mesa mejor.',
  en: 'The search reached its limit: a better table may exist.',
};
const wishesKept: InTwoLanguages = { es: 'Lo pedido y lo que hay', en: 'What was asked and what there is' };
const wishesClashing: InTwoLanguages = { es: 'Lo que no cabe junto', en: 'What cannot be kept together' };

function outcomeTable(outcomes: readonly Outcome[], title: InTwoLanguages, lang: Language): AnswerTable {
  const none = lang === 'es' ? 'sin tope' : 'no bound';
  return {
    title,
    columns: [
      { es: 'De qué', en: 'Of what' },
      { es: 'Mínimo', en: 'Least' },
      { es: 'Máximo', en: 'Most' },
      { es: 'En la mesa', en: 'At the table' },
      { es: 'Entre quienes se elige', en: 'Among the candidates' },
    ],
    rows: outcomes.map(({ name, min, max, actual, available }) => [
      name,
      String(min),
      max === null ? none : String(max),
      actual === null ? '–' : String(actual),
      String(available),
    ]),
  };
}

function axisTable({ axes }: Plan): AnswerTable {
  return {
    title: { es: 'Ejes en la mesa', en: 'Axes at the table' },
    columns: [
      { es: 'Eje', en: 'Axis' },
      { es: 'Personas', en: 'People' },
    ],
    rows: axes.map(({ axis, count }) => [axis.name, String(count)]),
  };
}

function infeasible(
  data: Found,
  { conflicts, relaxations }: Infeasible,
  { unknown, notes }: AskedTable,
  lang: Language,
): Answered {
  const columns = [{ es: 'Para que haya mesa', en: 'What makes a table possible' }];
  return {
    data,
    table: outcomeTable(conflicts, wishesClashing, lang),
    besides: [{ columns, rows: relaxations.map(({ statement }) => [statement]) }],
    notes: [noTable, ...notes, ...unknownNote(unknown)],
    nothing: noTable,
  };
}

const noTable: InTwoLanguages = {
  es: 'Ninguna mesa cumple con todo lo pedido. Con los cambios de arriba la hay; hágalos y vuelva a pedirla.',
  en: 'No table keeps all that was asked. The changes above make one possible: make them, and ask again.',
};

/** Who is new at a table that was planned anew, and who is there no more: nobody should have to compare two lists. */
function changeNote(earlier: AskedTable['earlier'], { invitees }: Plan): readonly InTwoLanguages[] {
  if (earlier === null) return [];
  const now = invitees.flatMap(({ person }) => (person === null ? [] : [person]));
  const missingIn = (others: readonly Named[]) => (one: Named) => !others.some(({ id }) => id === one.id);
  const come = namesOf(now.filter(missingIn(earlier)));
  const gone = namesOf(earlier.filter(missingIn(now)));
  if (come === '' && gone === '')
    return [{ es: 'Son las mismas personas que en el plan.', en: 'They are the same people as in the plan.' }];
  const none = { es: 'nadie', en: 'nobody' };
  return [
    {
      es: `Respecto al plan entra: ${come || none.es}. Sale: ${gone || none.es}.`,
      en: `New since the plan: ${come || none.en}. No longer there: ${gone || none.en}.`,
    },
  ];
}

/** Of several packages none is meant by itself: what each asks of a table does not hold, and nobody would notice. */
async function packageNote({ input }: AskedTable, ask: Ask): Promise<readonly InTwoLanguages[]> {
  if (input['dataset'] !== undefined || isAmongPackages(input['candidates'])) return [];
  const { datasets } = await ask<{ readonly datasets: readonly { readonly id: string }[] }>(packages, {});
  const [first, ...others] = datasets.map(({ id }) => id);
  if (first === undefined || others.length === 0) return [];
  const all = [first, ...others].join(', ');
  return [
    {
      es: `El grafo tiene varios paquetes (${all}) y no se dijo de cuál es la mesa: se eligió entre la gente de todos, sin lo que cada uno pide de una mesa (tamaño, sectores, tope de gobierno). Para que valga lo de uno: --package ${first}.`,
      en: `The graph holds several packages (${all}), and which of them the table is for was not said: it was chosen among the people of all, without what each asks of a table (size, sectors, share of government). For what one asks: --package ${first}.`,
    },
  ];
}

function isAmongPackages(candidates: unknown): boolean {
  return typeof candidates === 'object' && candidates !== null && 'datasets' in candidates;
}

function unknownNote(unknown: readonly string[]): readonly InTwoLanguages[] {
  if (unknown.length === 0) return [];
  const names = unknown.join('; ');
  return [
    {
      es: `De mesas anteriores no están en el grafo, así que no había a quién dejar fuera: ${names}.`,
      en: `Of former tables, these are not in the graph, so that there was nobody to leave out: ${names}.`,
    },
  ];
}

/** Keeps what was asked apart from what is locked: a seat that is unlocked in the file is free again. */
async function save(path: string, { invitees }: Plan, { input, locked }: AskedTable, lang: Language): Promise<void> {
  const invited = Array.isArray(input['invite']) ? input['invite'].map(String) : [];
  const asked = { ...input, invite: invited.filter((id) => !locked.includes(id)) };
  const seats = invitees.flatMap(({ person }) =>
    person === null ? [] : [{ id: person.id, name: person.name, locked: locked.includes(person.id) }],
  );
  await writeSeatPlan('--save', path, { input: asked, seats }, lang);
}
