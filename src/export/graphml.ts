import { edgeAttributes, nameIn, nodeAttributes, relationIn, textOfValue, type Attribute } from './attributes.ts';
import { exportedEntities, exportedTies, type ExportedEntity, type ExportedTie, type Reading } from './pages.ts';
import type { Language } from './request.ts';
import { xml } from './xml.ts';

/**
 * Writes GraphML, which networkx, igraph, Gephi and Cytoscape read. Every edge is directed, as in GEXF. The attribute `label`
 * is what Gephi shows.
 */
export async function* graphml(reading: Reading, lang: Language): AsyncGenerator<string> {
  const ofNodes: readonly Attribute<ExportedEntity>[] = [
    { name: 'label', type: 'string', value: ({ entity }) => nameIn(entity, lang) },
    ...nodeAttributes(reading.selection.kinds, lang),
  ];
  const ofEdges: readonly Attribute<ExportedTie>[] = [
    { name: 'label', type: 'string', value: (edge) => relationIn(edge, lang) },
    { name: 'tie', type: 'string', value: ({ tie }) => tie.id },
    ...edgeAttributes(reading.selection.ties, lang),
  ];
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${declared('node', ofNodes)}
${declared('edge', ofEdges)}
<graph id="sobremesa" edgedefault="directed">
`;
  for await (const page of exportedEntities(reading)) yield page.map((node) => nodeOf(node, ofNodes)).join('');
  for await (const page of exportedTies(reading)) yield page.map((edge) => edgeOf(edge, ofEdges)).join('');
  yield '</graph>\n</graphml>\n';
}

/**
 * The id of an edge: that of the tie with "_" for "/". GraphML's schema, by which some readers check, allows no "/" there;
 * no id of a tie has a "_". The attribute `tie` holds the id itself.
 */
export function edgeId(tieId: string): string {
  return tieId.replaceAll('/', '_');
}

function declared(what: 'node' | 'edge', attributes: readonly Attribute<never>[]): string {
  return attributes
    .map(({ name, type }) => `<key id="${what}.${name}" for="${what}" attr.name="${name}" attr.type="${type}"/>`)
    .join('\n');
}

function nodeOf(node: ExportedEntity, attributes: readonly Attribute<ExportedEntity>[]): string {
  return `<node id="${xml(node.entity.id)}">${valuesOf('node', node, attributes)}</node>\n`;
}

function edgeOf(edge: ExportedTie, attributes: readonly Attribute<ExportedTie>[]): string {
  const { tie } = edge;
  return `<edge id="${xml(edgeId(tie.id))}" source="${xml(tie.fromId)}" target="${xml(tie.toId)}">${valuesOf('edge', edge, attributes)}</edge>\n`;
}

function valuesOf<T>(what: 'node' | 'edge', thing: T, attributes: readonly Attribute<T>[]): string {
  const values = attributes.map(({ name, value }) => {
    const found = value(thing);
    return found === null ? '' : `<data key="${what}.${name}">${xml(textOfValue(found))}</data>`;
  });
  return values.join('');
}
