import { recordOf, type RecordKind } from '../../src/model/records.ts';
import { tables, type Table } from '../../src/model/tables.ts';
import { tieOf, type TieKind } from '../../src/model/ties.ts';
import { smallPackage, type PackageDraft, type Row } from './packages.ts';

const cited = { citations: 'citation:report/1' };

/** A row of a table of facts, in the columns of its kind. */
function tie(kind: TieKind, from: string, to: string, own: Row = {}): readonly [table: string, row: Row] {
  const { prefix, table, from: start, to: end } = tieOf(kind);
  return [
    table,
    { id: `${prefix}:${from}/${to}`, [start.column]: from, [end.column]: to, basis: 'STATED', ...cited, ...own },
  ];
}

function part(kind: RecordKind, own: Row = {}): readonly [table: string, row: Row] {
  const { prefix, table } = recordOf(kind);
  return [
    table,
    {
      id: `${prefix}:consulta/1`,
      consultation: 'consulta',
      number: '1',
      text: `Texto de ${table}`,
      textEn: `Text of ${table}`,
      ...cited,
      ...own,
    },
  ];
}

function entity(table: string, id: string, own: Row = {}): readonly [table: string, row: Row] {
  return [table, { id, name: `Nombre de ${id}`, nameEn: `Name of ${id}`, ...cited, ...own }];
}

const added: readonly (readonly [table: string, row: Row])[] = [
  entity('government-entities', 'alcaldia-de-bahia-fria', {
    level: 'FOREIGN_CITY',
    acronym: 'ABF',
    website: 'https://example.org/',
    foundedOn: '1977',
  }),
  entity('government-entities', 'secretaria-de-faros', { level: 'CITY' }),
  entity('government-entities', 'antigua-secretaria-de-faros', { level: 'CITY' }),
  entity('networks', 'red-de-faros'),
  entity('cities', 'bahia-fria', { latitude: '45.5', longitude: '-73.5' }),
  entity('states', 'costa-clara'),
  entity('countries', 'pais-claro', { iso2: 'PC' }),
  entity('countries', 'pais-frio'),
  entity('regions', 'el-norte', { scheme: 'norte-y-sur', rank: '1' }),
  entity('regions', 'el-sur', { scheme: 'sur-y-norte' }),
  entity('programs', 'programa-contado', { origin: 'DESCRIBED', status: 'ONGOING' }),
  entity('priority-axes', 'eje-del-mar', { rank: '1' }),
  entity('themes', 'mareas'),
  entity('themes', 'faros'),
  entity('recognitions', 'premio-de-mareas', { year: '2014' }),
  entity('publications', 'libro-de-mareas', { year: '2013', publisher: 'Editorial', url: 'https://example.org/libro' }),
  entity('consultations', 'otra-consulta', { startsOn: '2010', endsOn: '2011-02' }),
  entity('recommendations', 'recomendacion-1', { number: '1' }),
  entity('proposals', 'propuesta-1', { stance: 'ADVISED_AGAINST', number: '1' }),
  entity('positions', 'posicion-1', { positionForm: 'ASK' }),
  tie('AFFILIATED_WITH', 'beto-rio', 'red-de-puertos', {
    role: 'Vocal',
    basis: 'INFERRED',
    note: 'Por su firma.',
    since: '2014-05',
    until: '2015',
    open: 'true',
  }),
  tie('MEMBER_OF', 'alcaldia-de-bahia-fria', 'red-de-puertos', { post: 'Presidencia' }),
  tie('MEMBER_OF', 'universidad-de-puerto-claro', 'red-de-puertos'),
  tie('MEMBER_OF', 'ana-luz-mar', 'red-de-puertos'),
  tie('MEMBER_OF', 'costa-clara', 'red-de-puertos'),
  tie('MEMBER_OF', 'red-de-faros', 'red-de-puertos'),
  tie('LISTED_UNDER', 'programa-mareas', 'secretaria-de-faros', { joint: 'true' }),
  tie('LISTED_UNDER', 'programa-mareas', 'gobierno-de-puerto-claro', { joint: 'true' }),
  tie('LISTED_UNDER', 'programa-contado', 'gobierno-de-puerto-claro', { joint: 'false' }),
  tie('RUNS', 'facultad-de-mareas', 'programa-contado', { role: 'coordinadora' }),
  tie('WITH_PARTNER', 'programa-mareas', 'alcaldia-de-bahia-fria', { part: 'visitas' }),
  tie('WITH_PARTNER', 'programa-mareas', 'red-de-puertos'),
  tie('WITH_PARTNER', 'programa-contado', 'red-de-puertos'),
  tie('UNDER_AXIS', 'programa-mareas', 'eje-del-mar'),
  tie('UNDER_AXIS', 'mareas', 'eje-del-mar'),
  tie('UNDER_AGREEMENT', 'programa-mareas', 'convenio-de-mareas'),
  ...['programa-mareas', 'ana-luz-mar', 'posicion-1', 'red-de-puertos', 'feria-de-mareas', 'convenio-de-mareas'].map(
    (id) => tie('ABOUT', id, 'mareas'),
  ),
  tie('ABOUT', 'programa-contado', 'faros', { basis: 'INFERRED', note: 'Por su nombre.' }),
  tie('PARTY_TO', 'alcaldia-de-bahia-fria', 'convenio-de-mareas', { role: 'firmante' }),
  tie('PARTY_TO', 'gobierno-de-puerto-claro', 'convenio-de-mareas'),
  tie('COLLABORATES_WITH', 'universidad-de-puerto-claro', 'pais-frio', { form: 'FUNDING' }),
  tie('CONTRIBUTED_TO', 'universidad-de-puerto-claro', 'feria-de-mareas', { role: 'organizadora' }),
  tie('CONTRIBUTED_TO', 'ana-luz-mar', 'libro-de-mareas', { role: 'autora' }),
  tie('TOOK_PART_IN', 'programa-mareas', 'feria-de-mareas', { role: 'invitado' }),
  tie('RECEIVED', 'programa-mareas', 'premio-de-mareas'),
  tie('GRANTED', 'red-de-puertos', 'premio-de-mareas'),
  tie('PUBLISHED_IN', 'libro-de-mareas', 'bahia-fria'),
  tie('PART_OF', 'red-de-faros', 'red-de-puertos'),
  tie('PART_OF', 'secretaria-de-faros', 'gobierno-de-puerto-claro'),
  tie('SUCCEEDED', 'secretaria-de-faros', 'antigua-secretaria-de-faros', { on: '2012' }),
  tie('GOVERNS', 'gobierno-de-puerto-claro', 'puerto-claro'),
  tie('GOVERNS', 'alcaldia-de-bahia-fria', 'bahia-fria'),
  tie('BASED_IN', 'universidad-de-puerto-claro', 'puerto-claro'),
  tie('IN_STATE', 'puerto-claro', 'costa-clara'),
  tie('IN_COUNTRY', 'costa-clara', 'pais-claro'),
  tie('IN_COUNTRY', 'bahia-fria', 'pais-frio'),
  tie('IN_REGION', 'pais-frio', 'el-norte'),
  tie('IN_REGION', 'pais-claro', 'el-sur'),
  tie('HELD_IN', 'feria-de-mareas', 'bahia-fria'),
  tie('OF_CONSULTATION', 'sector-gobierno', 'consulta'),
  tie('OF_CONSULTATION', 'recomendacion-1', 'consulta'),
  tie('PRIORITIZED_IN', 'eje-del-mar', 'consulta', { rank: '1' }),
  tie('HOLDS', 'ana-luz-mar', 'posicion-1'),
  tie('NAMES', 'posicion-1', 'el-norte'),
  tie('NAMES', 'posicion-1', 'red-de-puertos'),
  tie('HAS_PROPOSAL', 'recomendacion-1', 'propuesta-1'),
  tie('PROPOSED', 'universidad-de-puerto-claro', 'propuesta-1', { on: '2015-06-01' }),
  tie('POSSIBLY_SAME_AS', 'faros', 'mareas', { basis: 'INFERRED', note: 'Se parecen.' }),
  part('OBJECTIVE', { term: 'GENERAL' }),
  part('PHASE'),
  part('QUESTION_BLOCK'),
  part('SESSION', { on: '2015-01-27', size: '12' }),
  part('EXCLUSION'),
  part('PARTNER_PREFERENCE'),
  [
    'claims',
    {
      id: 'claim:participation/role',
      subject: 'participation:ana-luz-mar/consulta',
      property: 'roleAsPrinted',
      value: 'Rectora',
      rank: 'PREFERRED',
      note: 'Del anexo.',
      ...cited,
    },
  ],
];

const base: PackageDraft = {
  ...smallPackage,
  descriptor: { ...smallPackage.descriptor, name: 'full' },
  rows: {
    ...smallPackage.rows,
    sources: (smallPackage.rows['sources'] ?? []).map((row) => ({
      publisher: 'Editora',
      url: 'https://example.org/',
      licence: 'Libre',
      ...row,
    })),
    participations: (smallPackage.rows['participations'] ?? []).map((row) => ({
      ...row,
      quoted: 'true',
      roleAsPrinted: 'Rectora',
      affiliationAsPrinted: 'UPC',
      quotedName: 'Ana Luz',
      quotedAffiliation: 'Universidad',
      quotationCitations: 'citation:note/1',
    })),
  },
};

/** Cells that any row of a table may have, and that its own cells win over. */
function filled(table: Table, row: Row): Row {
  const { holds, columns } = table;
  if (holds.what === 'ties') return { note: 'Una nota.', since: '2014', until: '2015', open: 'true', ...row };
  if (holds.what !== 'entities')
    return holds.what === 'records' && columns.some(({ name }) => name === 'textEn')
      ? { text: 'Texto.', textEn: 'Text.', ...row }
      : row;
  const extra: Row = {
    aliases: 'Otra forma',
    acronym: 'SIGLA',
    website: 'https://example.org/',
    foundedOn: '1977',
    rank: '1',
  };
  const known = Object.entries(extra).filter(([name]) => columns.some((column) => column.name === name));
  return { ...Object.fromEntries(known), ...row };
}

/** A claim about the first row of each table of entities and facts, and a theme for the first entity of each kind. */
function extras(rows: PackageDraft['rows']): readonly (readonly [table: string, row: Row])[] {
  const firsts = tables.flatMap(({ name, holds }) =>
    holds.what === 'entities' || holds.what === 'ties'
      ? [{ id: rows[name]?.[0]?.['id'] ?? '', what: holds.what, kind: holds.kind }]
      : [],
  );
  return firsts.flatMap(({ id, what, kind }) => [
    [
      'claims',
      {
        id: `claim:${id.replace(':', '/')}/made-up`,
        subject: id,
        property: 'madeUp',
        value: 'x',
        rank: 'NORMAL',
        note: 'Una nota.',
        ...cited,
      },
    ] as const,
    ...(what === 'entities' && kind !== 'THEME' && !(rows['topics'] ?? []).some(({ entity: about }) => about === id)
      ? [tie('ABOUT', id, 'mareas')]
      : []),
  ]);
}

function joined(draft: PackageDraft, rows: readonly (readonly [table: string, row: Row])[]): PackageDraft {
  return rows.reduce(
    (grown, [table, row]) => ({ ...grown, rows: { ...grown.rows, [table]: [...(grown.rows[table] ?? []), row] } }),
    draft,
  );
}

const grown = joined(base, added);
const whole = joined(grown, extras(grown.rows));

/** A package with at least one row in every table and a value in every column, so that every field has something to say. */
export const fullPackage: PackageDraft = {
  ...whole,
  rows: Object.fromEntries(
    tables.map((table) => [table.name, (whole.rows[table.name] ?? []).map((row) => filled(table, row))]),
  ),
};

const empty = tables.filter(({ name }) => (fullPackage.rows[name] ?? []).length === 0).map(({ name }) => name);
if (empty.length > 0)
  throw new Error(
    `The full package should have a row in every table, but these have none: ${empty.join(', ')}. Add one here.`,
  );
