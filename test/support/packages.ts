import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { resources } from '../../src/dataset/descriptor.ts';
import { tables } from '../../src/model/tables.ts';

export type Row = Readonly<Record<string, string>>;

/** A data package in memory, to be changed and written. */
export interface PackageDraft {
  readonly descriptor: Readonly<Record<string, unknown>>;
  /** Rows by table; a table without an entry is empty. Missing columns are empty cells. */
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** Files whose content is given as it stands, by table. */
  readonly files: Readonly<Record<string, string | Buffer>>;
}

const cited = { citations: 'citation:report/1' };
const stated = { basis: 'STATED', ...cited };

/** A valid package: one consultation of one sector, two people, a university, a city and its government. */
export const smallPackage: PackageDraft = {
  descriptor: {
    name: 'small',
    title: 'A small package',
    description: 'Made up.',
    keywords: ['harbours'],
    version: '1.0.0',
    created: '2026-01-01T00:00:00Z',
    licenses: [{ name: 'CC-BY-4.0' }],
    sobremesa: {
      homeCity: 'puerto-claro',
      homeGovernment: 'gobierno-de-puerto-claro',
      languages: ['es', 'en'],
      howToCite: 'A small package (2016).',
      planner: {
        size: 5,
        everySectorAtLeast: 1,
        governmentSector: 'sector-gobierno',
        governmentShareAtMost: '1/3',
        maxPerInstitution: 1,
      },
    },
    resources,
  },
  rows: {
    sources: [
      { id: 'source:report', title: 'Informe', publishedOn: '2016', language: 'es' },
      { id: 'source:note', title: 'Nota', publishedOn: '2016-03', language: 'es' },
    ],
    places: [
      { id: 'place:report/1', source: 'source:report', name: 'Anexo 1' },
      { id: 'place:note/1', source: 'source:note', name: 'Párrafo 1' },
    ],
    citations: [
      { id: 'citation:report/1', source: 'source:report', place: 'place:report/1' },
      { id: 'citation:note/1', source: 'source:note', place: 'place:note/1' },
    ],
    people: [
      {
        id: 'ana-luz-mar',
        name: 'Ana Luz Mar',
        givenName: 'Ana',
        surname1: 'Luz',
        surname2: 'Mar',
        aliases: 'Anita Luz',
        ...cited,
      },
      { id: 'beto-rio', name: 'Beto Río', givenName: 'Beto', surname1: 'Río', ...cited },
    ],
    organizations: [
      {
        id: 'universidad-de-puerto-claro',
        name: 'Universidad de Puerto Claro',
        organizationType: 'UNIVERSITY',
        acronym: 'UPC',
        ...cited,
      },
      { id: 'facultad-de-mareas', name: 'Facultad de Mareas', organizationType: 'UNIVERSITY', ...cited },
    ],
    'government-entities': [
      { id: 'gobierno-de-puerto-claro', name: 'Gobierno de Puerto Claro', level: 'CITY', ...cited },
    ],
    networks: [{ id: 'red-de-puertos', name: 'Red de Puertos', ...cited }],
    cities: [{ id: 'puerto-claro', name: 'Puerto Claro', latitude: '19.5', ...cited }],
    programs: [
      {
        id: 'programa-mareas',
        name: 'Programa Mareas',
        origin: 'LISTED',
        status: 'UNSPECIFIED',
        table: '1',
        row: '2',
        position: '13',
        ...cited,
      },
    ],
    agreements: [
      {
        id: 'convenio-de-mareas',
        name: 'Convenio de Mareas',
        agreementType: 'COOPERATION',
        status: 'SIGNED',
        ...cited,
      },
    ],
    events: [{ id: 'feria-de-mareas', name: 'Feria de Mareas', startsOn: '2015-02-28', endsOn: '2015-03', ...cited }],
    consultations: [{ id: 'consulta', name: 'Consulta', startsOn: '2015', ...cited }],
    sectors: [{ id: 'sector-gobierno', name: 'Sector gobierno', ...cited }],
    affiliations: [
      {
        id: 'affiliation:ana-luz-mar/universidad-de-puerto-claro',
        person: 'ana-luz-mar',
        institution: 'universidad-de-puerto-claro',
        role: 'Rectora',
        ...stated,
        citations: 'citation:note/1 | citation:report/1',
      },
    ],
    participations: [
      {
        id: 'participation:ana-luz-mar/consulta',
        person: 'ana-luz-mar',
        consultation: 'consulta',
        sector: 'sector-gobierno',
        quoted: 'false',
        ...stated,
      },
    ],
    memberships: [
      {
        id: 'membership:puerto-claro/red-de-puertos',
        member: 'puerto-claro',
        network: 'red-de-puertos',
        open: 'true',
        ...stated,
      },
    ],
    parts: [
      {
        id: 'part:facultad-de-mareas/universidad-de-puerto-claro',
        unit: 'facultad-de-mareas',
        parent: 'universidad-de-puerto-claro',
        ...stated,
      },
    ],
    distinctions: [{ id: 'distinction:ana-luz-mar/beto-rio', entity: 'ana-luz-mar', other: 'beto-rio', ...stated }],
    claims: [
      {
        id: 'claim:ana-luz-mar/name',
        subject: 'ana-luz-mar',
        property: 'name',
        value: 'Ana Luz',
        rank: 'NORMAL',
        ...cited,
      },
    ],
    'agreement-acts': [
      {
        id: 'agreement-act:convenio-de-mareas/2',
        agreement: 'convenio-de-mareas',
        number: '2',
        act: 'RENEWED',
        on: '2015',
        ...cited,
      },
      {
        id: 'agreement-act:convenio-de-mareas/1',
        agreement: 'convenio-de-mareas',
        number: '1',
        act: 'SIGNED',
        on: '2014-05',
        ...cited,
      },
    ],
    redirects: [{ id: 'rectora-de-puerto-claro', heir: 'ana-luz-mar', ...cited }],
  },
  files: {},
};

/** The package with the rows of a table changed. */
export function withRows(
  draft: PackageDraft,
  table: string,
  change: (rows: readonly Row[]) => readonly Row[],
): PackageDraft {
  return { ...draft, rows: { ...draft.rows, [table]: change(draft.rows[table] ?? []) } };
}

/** The package with a row added to a table. */
export function withRow(draft: PackageDraft, table: string, row: Row): PackageDraft {
  return withRows(draft, table, (rows) => [...rows, row]);
}

/** The package with cells of the first row of a table changed. */
export function withCells(draft: PackageDraft, table: string, cells: Row): PackageDraft {
  return withRows(draft, table, ([first = {}, ...others]) => [{ ...first, ...cells }, ...others]);
}

/** The package with a table's file given as it stands. */
export function withFile(draft: PackageDraft, table: string, content: string | Buffer): PackageDraft {
  return { ...draft, files: { ...draft.files, [table]: content } };
}

/** The text of a table's file. */
export function csvOf(draft: PackageDraft, table: string): string {
  const columns = tables.find(({ name }) => name === table)?.columns ?? [];
  const lines = (draft.rows[table] ?? []).map((row) => columns.map(({ name }) => quoted(row[name] ?? '')).join(','));
  return `${[columns.map(({ name }) => name).join(','), ...lines].join('\n')}\n`;
}

/** Writes a package into a new folder, which is removed after the test, and returns the folder. */
export async function writePackage(draft: PackageDraft): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'package-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  await rewritePackage(draft, directory);
  return directory;
}

/** Writes a package over the one in a folder. */
export async function rewritePackage(draft: PackageDraft, directory: string): Promise<void> {
  await writeFile(join(directory, 'datapackage.json'), JSON.stringify(draft.descriptor));
  for (const { name } of tables)
    await writeFile(join(directory, `${name}.csv`), draft.files[name] ?? csvOf(draft, name));
}

/** A package with many people affiliated with one university: two rows for each. */
export function largePackage(people: number): PackageDraft {
  const ids = Array.from({ length: people }, (_, at) => `persona-${String(at).padStart(7, '0')}`);
  const university = 'universidad-de-puerto-claro';
  const withPeople = withRows(smallPackage, 'people', (rows) => [
    ...rows,
    ...ids.map((id) => ({ id, name: id, givenName: 'P', surname1: id, ...cited })),
  ]);
  return withRows(withPeople, 'affiliations', (rows) => [
    ...rows,
    ...ids.map((id) => ({ id: `affiliation:${id}/${university}`, person: id, institution: university, ...stated })),
  ]);
}

/** How many rows a package has. */
export function sizeOf({ rows }: PackageDraft): number {
  return Object.values(rows).reduce((sum, tableRows) => sum + tableRows.length, 0);
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
