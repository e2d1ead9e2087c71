import { recordOf, type RecordKind } from '../model/records.ts';
import { tieOf, type TieKind } from '../model/ties.ts';

/** The cells of a row by column; those left out are empty. */
export type DraftRow = Readonly<Record<string, string>>;

/** Rows by table. */
export type DraftRows = Readonly<Record<string, readonly DraftRow[]>>;

/**
 * An example of a row for each table, to show a person how one is written; some tables need two, to join them. Together
 * they are valid, and each cites what the package itself can cite. Their ids begin with “ejemplo”, so that none is
 * mistaken for data.
 */
export function exampleRows(citation: string): DraftRows {
  const cited = { citations: citation };
  const rows: readonly (readonly [table: string, row: DraftRow])[] = [
    ...documents,
    ...entities,
    ...facts.map(([kind, from, to, own]) => tieRow(kind, from, to, own)),
    ...claims,
    ...parts.map(([kind, own]) => partRow(kind, own)),
    ['redirects', { id: 'ejemplo-id-retirado', heir: 'ejemplo-organizacion' }],
  ];
  const withoutCitations = new Set(['sources', 'places', 'citations']);
  return rows.reduce<Record<string, readonly DraftRow[]>>(
    (grown, [table, row]) => ({
      ...grown,
      [table]: [...(grown[table] ?? []), withoutCitations.has(table) ? row : { ...row, ...cited }],
    }),
    {},
  );
}

const documents: readonly (readonly [table: string, row: DraftRow])[] = [
  [
    'sources',
    {
      id: 'source:ejemplo/informe-2020',
      title: 'Título del informe, como está impreso',
      publisher: 'Quien lo publicó',
      publishedOn: '2020-06',
      language: 'es',
      url: 'https://www.example.org/informe',
      licence: 'Lo que dice el documento sobre su uso',
    },
  ],
  [
    'places',
    {
      id: 'place:ejemplo/informe-2020/anexo-1',
      source: 'source:ejemplo/informe-2020',
      name: 'Anexo 1, Lista de participantes',
      nameEn: 'Annex 1, List of participants',
    },
  ],
  [
    'citations',
    {
      id: 'citation:ejemplo/informe-2020/anexo-1',
      source: 'source:ejemplo/informe-2020',
      place: 'place:ejemplo/informe-2020/anexo-1',
      detail: 'página 42, segunda columna',
      detailEn: 'page 42, second column',
    },
  ],
];

const entities: readonly (readonly [table: string, row: DraftRow])[] = [
  [
    'people',
    {
      id: 'ejemplo-persona',
      name: 'Nombre Apellido Segundo',
      aliases: 'N. Apellido | Nombre Apellido',
      givenName: 'Nombre',
      surname1: 'Apellido',
      surname2: 'Segundo',
    },
  ],
  ['people', { id: 'ejemplo-persona-parecida', name: 'N. Apellido S.', givenName: 'N.', surname1: 'Apellido' }],
  [
    'organizations',
    {
      id: 'ejemplo-organizacion',
      name: 'Universidad de ejemplo',
      nameEn: 'Example University',
      acronym: 'UDE',
      organizationType: 'UNIVERSITY',
      website: 'https://www.example.org/',
      foundedOn: '1950',
    },
  ],
  [
    'organizations',
    { id: 'ejemplo-organizacion-homonima', name: 'Facultad de ejemplo', organizationType: 'UNIVERSITY' },
  ],
  ['government-entities', { id: 'ejemplo-gobierno', name: 'Gobierno de la ciudad de ejemplo', level: 'FOREIGN_CITY' }],
  ['government-entities', { id: 'ejemplo-secretaria', name: 'Secretaría de ejemplo', acronym: 'SE', level: 'CITY' }],
  ['government-entities', { id: 'ejemplo-oficina-anterior', name: 'Oficina anterior de ejemplo', level: 'CITY' }],
  [
    'networks',
    { id: 'ejemplo-red', name: 'Red de ejemplo', nameEn: 'Example Network', aliases: 'RDE', acronym: 'RDE' },
  ],
  ['cities', { id: 'ejemplo-ciudad', name: 'Ciudad de ejemplo', nameEn: 'Example City' }],
  ['states', { id: 'ejemplo-estado', name: 'Estado, provincia o departamento de ejemplo' }],
  ['countries', { id: 'ejemplo-pais', name: 'País de ejemplo', nameEn: 'Example Country' }],
  [
    'regions',
    { id: 'ejemplo-region', name: 'Región de ejemplo', nameEn: 'Example Region', scheme: 'regiones-de-ejemplo' },
  ],
  [
    'programs',
    {
      id: 'ejemplo-programa',
      name: 'Programa de ejemplo',
      nameEn: 'Example program',
      origin: 'LISTED',
      status: 'UNSPECIFIED',
      table: '1',
      row: '1',
      position: '1',
    },
  ],
  ['priority-axes', { id: 'ejemplo-eje', name: 'Eje 1: ejemplo', nameEn: 'Axis 1: example', rank: '1' }],
  ['themes', { id: 'ejemplo-tema', name: 'Tema de ejemplo', nameEn: 'Example theme' }],
  [
    'agreements',
    { id: 'ejemplo-acuerdo', name: 'Hermanamiento de ejemplo', agreementType: 'TWINNING', status: 'SIGNED' },
  ],
  ['events', { id: 'ejemplo-encuentro', name: 'Encuentro de ejemplo', startsOn: '2019-11-30', endsOn: '2019-12' }],
  ['recognitions', { id: 'ejemplo-premio', name: 'Premio de ejemplo', year: '2019' }],
  ['publications', { id: 'ejemplo-publicacion', name: 'Libro de ejemplo', year: '2019', publisher: 'Editorial' }],
  ['consultations', { id: 'ejemplo-consulta', name: 'Consulta de ejemplo', startsOn: '2019', endsOn: '2020-02' }],
  ['sectors', { id: 'ejemplo-sector', name: 'Sector de ejemplo', nameEn: 'Example sector', rank: '1' }],
  ['recommendations', { id: 'ejemplo-recomendacion', name: 'Lo que se recomienda, en palabras propias', number: '1' }],
  [
    'proposals',
    { id: 'ejemplo-propuesta', name: 'Lo que se propone, en palabras propias', stance: 'ADVISED', number: '1' },
  ],
  [
    'positions',
    {
      id: 'ejemplo-posicion',
      name: 'Lo que pide la persona, en veinte palabras propias como máximo',
      nameEn: 'What the person asks for, retold in twenty words at most',
      positionForm: 'ASK',
    },
  ],
];

const facts: readonly (readonly [kind: TieKind, from: string, to: string, own?: DraftRow])[] = [
  ['AFFILIATED_WITH', 'ejemplo-persona', 'ejemplo-organizacion', { role: 'Directora', since: '2015' }],
  [
    'CONSULTED_IN',
    'ejemplo-persona',
    'ejemplo-consulta',
    { sector: 'ejemplo-sector', roleAsPrinted: 'Directora', affiliationAsPrinted: 'Univ. de ejemplo', quoted: 'false' },
  ],
  ['MEMBER_OF', 'ejemplo-ciudad', 'ejemplo-red', { open: 'true' }],
  ['LISTED_UNDER', 'ejemplo-programa', 'ejemplo-secretaria', { joint: 'false' }],
  ['RUNS', 'ejemplo-organizacion', 'ejemplo-programa', { role: 'coordinadora' }],
  ['WITH_PARTNER', 'ejemplo-programa', 'ejemplo-red', { part: 'talleres' }],
  ['UNDER_AXIS', 'ejemplo-programa', 'ejemplo-eje'],
  ['UNDER_AGREEMENT', 'ejemplo-programa', 'ejemplo-acuerdo'],
  [
    'ABOUT',
    'ejemplo-programa',
    'ejemplo-tema',
    { basis: 'INFERRED', note: 'Por el nombre del programa; la fuente no lo dice.' },
  ],
  ['PARTY_TO', 'ejemplo-gobierno', 'ejemplo-acuerdo', { role: 'firmante' }],
  ['COLLABORATES_WITH', 'ejemplo-gobierno', 'ejemplo-organizacion', { form: 'JOINT_WORK' }],
  ['CONTRIBUTED_TO', 'ejemplo-persona', 'ejemplo-publicacion', { role: 'autora' }],
  ['TOOK_PART_IN', 'ejemplo-ciudad', 'ejemplo-encuentro', { role: 'invitada' }],
  ['RECEIVED', 'ejemplo-programa', 'ejemplo-premio'],
  ['GRANTED', 'ejemplo-red', 'ejemplo-premio'],
  ['PUBLISHED_IN', 'ejemplo-publicacion', 'ejemplo-ciudad'],
  ['PART_OF', 'ejemplo-organizacion-homonima', 'ejemplo-organizacion'],
  ['SUCCEEDED', 'ejemplo-secretaria', 'ejemplo-oficina-anterior', { on: '2018-12-05' }],
  ['GOVERNS', 'ejemplo-gobierno', 'ejemplo-ciudad'],
  ['BASED_IN', 'ejemplo-organizacion', 'ejemplo-ciudad'],
  ['IN_STATE', 'ejemplo-ciudad', 'ejemplo-estado'],
  ['IN_COUNTRY', 'ejemplo-estado', 'ejemplo-pais'],
  ['IN_REGION', 'ejemplo-pais', 'ejemplo-region'],
  ['HELD_IN', 'ejemplo-encuentro', 'ejemplo-ciudad'],
  ['OF_CONSULTATION', 'ejemplo-sector', 'ejemplo-consulta'],
  ['PRIORITIZED_IN', 'ejemplo-eje', 'ejemplo-consulta', { rank: '1' }],
  ['HOLDS', 'ejemplo-persona', 'ejemplo-posicion'],
  ['NAMES', 'ejemplo-posicion', 'ejemplo-red'],
  ['HAS_PROPOSAL', 'ejemplo-recomendacion', 'ejemplo-propuesta'],
  ['PROPOSED', 'ejemplo-organizacion', 'ejemplo-propuesta', { on: '2020-01' }],
  [
    'POSSIBLY_SAME_AS',
    'ejemplo-persona',
    'ejemplo-persona-parecida',
    { basis: 'INFERRED', note: 'Mismo apellido y misma inicial; ninguna fuente lo confirma.' },
  ],
  [
    'DISTINCT_FROM',
    'ejemplo-organizacion',
    'ejemplo-organizacion-homonima',
    { note: 'Se nombran igual; el informe las enlista por separado.' },
  ],
];

const claims: readonly (readonly [table: string, row: DraftRow])[] = [
  [
    'claims',
    {
      id: 'claim:ejemplo-consulta/participantes/anexo',
      subject: 'ejemplo-consulta',
      property: 'participantCount',
      value: '18',
      rank: 'PREFERRED',
      note: 'Contado en el anexo; el texto dice 13, que va en otra fila como NORMAL.',
    },
  ],
];

const parts: readonly (readonly [kind: RecordKind, own: DraftRow])[] = [
  ['AGREEMENT_ACT', { agreement: 'ejemplo-acuerdo', act: 'SIGNED', on: '2017-05-30' }],
  ['OBJECTIVE', { consultation: 'ejemplo-consulta', term: 'GENERAL' }],
  ['PHASE', { consultation: 'ejemplo-consulta' }],
  ['QUESTION_BLOCK', { consultation: 'ejemplo-consulta' }],
  ['SESSION', { consultation: 'ejemplo-consulta', on: '2019-11-30', size: '12' }],
  ['EXCLUSION', { consultation: 'ejemplo-consulta' }],
  ['PARTNER_PREFERENCE', { consultation: 'ejemplo-consulta' }],
];

function tieRow(kind: TieKind, from: string, to: string, own: DraftRow = {}): readonly [table: string, row: DraftRow] {
  const tie = tieOf(kind);
  const id = `${tie.prefix}:${from}/${to}`;
  return [tie.table, { id, [tie.from.column]: from, [tie.to.column]: to, basis: 'STATED', ...own }];
}

function partRow(kind: RecordKind, own: DraftRow): readonly [table: string, row: DraftRow] {
  const { prefix, table } = recordOf(kind);
  const whole = own['agreement'] ?? own['consultation'] ?? '';
  const told = { text: 'Contado en palabras propias', textEn: 'Retold in your own words' };
  return [table, { id: `${prefix}:${whole}/1`, number: '1', ...told, ...own }];
}
