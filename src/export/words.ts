import type { InTwoLanguages } from '../model/column.ts';

export const basisWords: Readonly<Record<'STATED' | 'INFERRED', InTwoLanguages>> = {
  STATED: { es: 'dicho por la fuente', en: 'stated by the source' },
  INFERRED: { es: 'inferido', en: 'inferred' },
};

/** What was given, as the end of “expected X, but …”. */
export function whatCame(values: readonly string[]): InTwoLanguages {
  const list = values.join(', ');
  if (list === '') return { es: 'no llegó nada', en: 'got nothing' };
  return { es: `${values.length === 1 ? 'llegó' : 'llegaron'} ${list}`, en: `got ${list}` };
}

/** The headings of the list of ties as words, by the name of the column. */
export const headingWords: Readonly<Record<string, InTwoLanguages>> = {
  id: { es: 'Clave del vínculo', en: 'Id of the tie' },
  kind: { es: 'Tipo de vínculo', en: 'Kind of tie' },
  relation: { es: 'Relación', en: 'Relation' },
  fromId: { es: 'Clave de origen', en: 'Id of the start' },
  fromName: { es: 'De', en: 'From' },
  fromKind: { es: 'Qué es (de)', en: 'What it is (from)' },
  toId: { es: 'Clave de destino', en: 'Id of the end' },
  toName: { es: 'A', en: 'To' },
  toKind: { es: 'Qué es (a)', en: 'What it is (to)' },
  basis: { es: 'Fundamento', en: 'Basis' },
  since: { es: 'Desde', en: 'Since' },
  until: { es: 'Hasta', en: 'Until' },
  asOf: { es: 'Según fuente de', en: 'As of' },
  note: { es: 'Nota', en: 'Note' },
  sources: { es: 'Dónde está escrito', en: 'Where it is written' },
  datasets: { es: 'Paquetes de datos', en: 'Data packages' },
  role: { es: 'Papel o cargo', en: 'Role' },
  sector: { es: 'Sector', en: 'Sector' },
  roleAsPrinted: { es: 'Cargo, como está impreso', en: 'Role as printed' },
  affiliationAsPrinted: { es: 'Institución, como está impresa', en: 'Affiliation as printed' },
  quoted: { es: 'Citada en el documento', en: 'Quoted' },
  quotedName: { es: 'Nombre bajo la cita', en: 'Name under the quotation' },
  quotedAffiliation: { es: 'Institución bajo la cita', en: 'Affiliation under the quotation' },
  quotationCitations: { es: 'Dónde están las citas', en: 'Where the quotations are' },
  post: { es: 'Puesto en la red', en: 'Post in the network' },
  joint: { es: 'Compartido entre dependencias', en: 'Joint' },
  part: { es: 'Parte en el programa', en: 'Part in the program' },
  form: { es: 'Forma de colaboración', en: 'Form of collaboration' },
  on: { es: 'Fecha', en: 'Date' },
  rank: { es: 'Orden de importancia', en: 'Rank' },
};
