import { edgeAttributes, nameIn, nodeAttributes, relationIn, textOfValue, type Attribute } from './attributes.ts';
import { exportedEntities, exportedTies, type ExportedEntity, type ExportedTie, type Reading } from './pages.ts';
import type { Language } from './request.ts';
import { xml } from './xml.ts';

/**
 * Writes GEXF 1.3, which Gephi reads. Every edge is directed, also where the direction means nothing (`symmetric`): networkx
 * refuses a graph of both sorts. The `kind` of an edge keeps Gephi from merging parallel edges of different kinds.
 */
export async function* gexf(reading: Reading, lang: Language): AsyncGenerator<string> {
  const ofNodes = nodeAttributes(reading.selection.kinds, lang);
  const ofEdges = edgeAttributes(reading.selection.ties, lang);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta>
<creator>Sobremesa</creator>
</meta>
<graph defaultedgetype="directed" mode="static">
${declared('node', ofNodes)}
${declared('edge', ofEdges)}
<nodes>
`;
  for await (const page of exportedEntities(reading)) yield page.map((node) => nodeOf(node, ofNodes, lang)).join('');
  yield '</nodes>\n<edges>\n';
  for await (const page of exportedTies(reading)) yield page.map((edge) => edgeOf(edge, ofEdges, lang)).join('');
  yield '</edges>\n</graph>\n</gexf>\n';
}

function declared(what: 'node' | 'edge', attributes: readonly Attribute<never>[]): string {
  const lines = attributes.map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${type}"/>`);
  return `<attributes class="${what}">\n${lines.join('\n')}\n</attributes>`;
}

function nodeOf(node: ExportedEntity, attributes: readonly Attribute<ExportedEntity>[], lang: Language): string {
  return `<node id="${xml(node.entity.id)}" label="${xml(nameIn(node.entity, lang))}">${valuesOf(node, attributes)}</node>\n`;
}

function edgeOf(edge: ExportedTie, attributes: readonly Attribute<ExportedTie>[], lang: Language): string {
  const { tie } = edge;
  return `<edge id="${xml(tie.id)}" source="${xml(tie.fromId)}" target="${xml(tie.toId)}" kind="${tie.tieKind}" label="${xml(relationIn(edge, lang))}">${valuesOf(edge, attributes)}</edge>\n`;
}

function valuesOf<T>(thing: T, attributes: readonly Attribute<T>[]): string {
  const values = attributes.map(({ name, value }) => {
    const found = value(thing);
    return found === null ? '' : `<attvalue for="${name}" value="${xml(textOfValue(found))}"/>`;
  });
  return `<attvalues>${values.join('')}</attvalues>`;
}
