import { tables, type Table } from '../model/tables.ts';
import { descriptorOf } from './descriptor.ts';
import { columnFindings } from './header.ts';
import { DESCRIPTOR_FILE, type PackageDescriptor } from './package-descriptor.ts';
import type { Finding, ProblemList } from './problem.ts';

/**
 * Checks that a descriptor declares the tables and columns of the model, all of them and no others, and that the
 * package does not build on itself.
 */
export function checkDeclaration(
  { name: ownName, resources, sobremesa }: PackageDescriptor,
  problems: ProblemList,
): void {
  if (sobremesa.buildsOn?.includes(ownName) === true)
    problems.add(DESCRIPTOR_FILE, null, 'sobremesa.buildsOn', onItself(ownName));
  const known = new Set(tables.map(({ name }) => name));
  for (const [at, { name }] of resources.entries()) {
    if (!known.has(name)) problems.add(DESCRIPTOR_FILE, null, 'resources', unknownTable(name));
    if (resources.findIndex((other) => other.name === name) < at)
      problems.add(DESCRIPTOR_FILE, null, 'resources', repeatedTable(name));
  }
  for (const table of tables) {
    const resource = resources.find(({ name }) => name === table.name);
    if (resource === undefined) problems.add(DESCRIPTOR_FILE, null, 'resources', missingTable(table.name));
    else checkFields(table, resource.schema.fields, problems);
  }
}

type DeclaredFields = PackageDescriptor['resources'][number]['schema']['fields'];

function checkFields(table: Table, fields: DeclaredFields, problems: ProblemList): void {
  const findings = columnFindings(
    fields.map(({ name }) => name),
    table.columns,
  );
  for (const [column, finding] of findings) problems.add(DESCRIPTOR_FILE, null, `${table.name}.${column}`, finding);
  for (const { name, type } of descriptorOf(table).schema.fields) {
    const declared = fields.find((field) => field.name === name);
    if (declared !== undefined && declared.type !== type) {
      problems.add(DESCRIPTOR_FILE, null, `${table.name}.${name}`, otherType(declared.type, type));
    }
  }
}

function onItself(value: string): Finding {
  return {
    value,
    expected: { es: 'otros paquetes', en: 'other packages' },
    mend: {
      es: 'quítelo: un paquete puede nombrar sus propias filas',
      en: 'remove it: a package may name its own rows',
    },
  };
}

function missingTable(name: string): Finding {
  return {
    value: null,
    expected: {
      es: `la tabla ${name}: un paquete declara todas, también las vacías`,
      en: `the table ${name}: a package declares every table, the empty ones too`,
    },
    mend: {
      es: `agréguela con scripts/write-descriptor.ts, y el archivo ${name}.csv con su encabezado`,
      en: `add it with scripts/write-descriptor.ts, and the file ${name}.csv with its header`,
    },
  };
}

function unknownTable(name: string): Finding {
  return {
    value: name,
    expected: { es: 'solo tablas del modelo', en: 'only tables of the model' },
    mend: { es: 'corrija el nombre o quite el recurso', en: 'correct the name or remove the resource' },
  };
}

function repeatedTable(name: string): Finding {
  return {
    value: name,
    expected: { es: 'cada tabla una sola vez', en: 'each table once' },
    mend: { es: 'quite uno de los dos recursos', en: 'remove one of the two resources' },
  };
}

function otherType(value: string, type: string): Finding {
  return {
    value,
    expected: { es: `el tipo ${type}`, en: `the type ${type}` },
    mend: {
      es: 'restaure el tipo con scripts/write-descriptor.ts',
      en: 'restore the type with scripts/write-descriptor.ts',
    },
  };
}
