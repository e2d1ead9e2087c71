import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import { ownTieAttributes } from '../../../src/export/attributes.ts';
import { edgeList, edgeSpreadsheet } from '../../../src/export/edge-list.ts';
import { gexf } from '../../../src/export/gexf.ts';
import { edgeId, graphml } from '../../../src/export/graphml.ts';
import { jsonLines } from '../../../src/export/json-lines.ts';
import { headingWords } from '../../../src/export/words.ts';
import { entityKinds, kindOf } from '../../../src/model/kinds.ts';
import { tieKinds, tieOf } from '../../../src/model/ties.ts';
import { ana, entities, port, readingOf, textOf, ties, trickyName, trickyNameInXml } from './readings.ts';
import { allOf, attribute, readXml, type Element } from './xml-reading.ts';

const ids = (elements: readonly Element[]) => elements.map((element) => attribute(element, 'id'));
const written = { nodes: entities.map(({ id }) => id), edges: ties.map(({ id }) => id) };

describe('GEXF', () => {
  const valuesOf = (element: Element) =>
    Object.fromEntries(allOf(element, 'attvalue').map((one) => [attribute(one, 'for'), attribute(one, 'value')]));
  const read = async (lang: 'es' | 'en' = 'es') => readXml(await textOf(gexf(readingOf(), lang)));

  test('is well-formed, and every value, end and id in it is declared', async () => {
    const root = await read();
    expect([root.name, attribute(root, 'xmlns'), attribute(root, 'version')]).toEqual([
      'gexf',
      'http://gexf.net/1.3',
      '1.3',
    ]);
    for (const kind of ['node', 'edge'] as const) {
      const [declared] = allOf(root, 'attributes').filter((one) => attribute(one, 'class') === kind);
      const known = ids(declared?.children ?? []);
      expect(new Set(known).size).toBe(known.length);
      for (const element of allOf(root, kind))
        expect(known).toEqual(expect.arrayContaining(Object.keys(valuesOf(element))));
    }
    expect(ids(allOf(root, 'node')).sort()).toEqual([...written.nodes].sort());
    expect(ids(allOf(root, 'edge')).sort()).toEqual([...written.edges].sort());
    for (const edge of allOf(root, 'edge'))
      for (const end of ['source', 'target']) expect(written.nodes).toContain(attribute(edge, end));
  });

  test('keeps every character that XML can hold, and leaves out the others', async () => {
    const node = allOf(await read(), 'node').find((one) => attribute(one, 'id') === port.id);
    expect(node?.attributes.get('label')).toBe(trickyNameInXml);
    expect(node === undefined ? null : valuesOf(node)).toMatchObject({
      kind: 'ORGANIZATION',
      actor: 'true',
      name: trickyNameInXml,
    });
  });

  test('names things in the language asked for, or in the one there is', async () => {
    const labels = allOf(await read('en'), 'node').map((one) => attribute(one, 'label'));
    expect(labels).toEqual(expect.arrayContaining(['Port of <Clear> & Sons', 'Ana Luz']));
    const [edge] = allOf(await read('en'), 'edge');
    expect(edge?.attributes.get('label')).toBe('had a role at');
  });

  test('tells of each fact what it rests on', async () => {
    const [edge] = allOf(await read(), 'edge');
    expect(edge === undefined ? null : valuesOf(edge)).toEqual({
      kind: 'AFFILIATED_WITH',
      class: 'WORK',
      symmetric: 'false',
      basis: 'STATED',
      since: '2014-05',
      asOf: '2016',
      open: 'true',
      role: 'rectora',
      datasets: 'made-up',
      sources: 'Informe «A & B» (2016), Anexo 2',
      citations: 'citation:report/2',
    });
  });
});

describe('GraphML', () => {
  const valuesOf = (element: Element) =>
    Object.fromEntries(allOf(element, 'data').map((one) => [attribute(one, 'key'), one.text]));
  const read = async () => readXml(await textOf(graphml(readingOf(), 'es')));

  test('is well-formed, and every value, end and id in it is declared', async () => {
    const root = await read();
    expect([root.name, attribute(root, 'xmlns')]).toEqual(['graphml', 'http://graphml.graphdrawing.org/xmlns']);
    for (const kind of ['node', 'edge'] as const) {
      const known = ids(allOf(root, 'key').filter((one) => attribute(one, 'for') === kind));
      expect(new Set(known).size).toBe(known.length);
      for (const element of allOf(root, kind))
        expect(known).toEqual(expect.arrayContaining(Object.keys(valuesOf(element))));
    }
    expect(ids(allOf(root, 'node')).sort()).toEqual([...written.nodes].sort());
    expect(ids(allOf(root, 'edge')).sort()).toEqual(written.edges.map(edgeId).sort());
    for (const edge of allOf(root, 'edge'))
      for (const end of ['source', 'target']) expect(written.nodes).toContain(attribute(edge, end));
  });

  test('has ids that its schema allows, and the ids of the ties beside them', async () => {
    const edges = allOf(await read(), 'edge');
    for (const id of ids(edges)) expect(id).toMatch(/^[\w.:-]+$/);
    expect(edges.map((edge) => valuesOf(edge)['edge.tie']).sort()).toEqual([...written.edges].sort());
  });

  test('keeps every character that XML can hold', async () => {
    const node = allOf(await read(), 'node').find((one) => attribute(one, 'id') === port.id);
    expect(node === undefined ? null : valuesOf(node)).toMatchObject({
      'node.label': trickyNameInXml,
    });
    const person = allOf(await read(), 'node').find((one) => attribute(one, 'id') === ana.id);
    expect(person === undefined ? null : valuesOf(person)).toMatchObject({ 'node.aliases': 'Anita | A. "L." Mar' });
  });
});

describe('The list of ties', () => {
  const rows = (text: string, delimiter = ',') =>
    parse<Record<string, string>>(text, { columns: true, bom: true, delimiter });

  test('has both ends with names and kinds, each text as it is', async () => {
    const text = await textOf(edgeList(readingOf(), 'es'));
    expect(
      text.startsWith(
        'id,kind,relation,fromId,fromName,fromKind,toId,toName,toKind,basis,since,until,asOf,note,sources,datasets,',
      ),
    ).toBe(true);
    expect(rows(text)).toHaveLength(ties.length);
    expect(rows(text)[0]).toMatchObject({
      id: 'affiliation:ana/puerto/rectora',
      relation: 'tenía un papel en',
      fromName: 'Ana Luz',
      fromKind: 'PERSON',
      // A file in UTF-8 cannot hold half of a surrogate pair.
      toName: trickyName.replace('\uD800', '\uFFFD'),
      role: 'rectora',
      sources: 'Informe «A & B» (2016), Anexo 2',
    });
    expect(rows(text)[2]).toMatchObject({ note: '=HYPERLINK("http://x")' });
  });

  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ] as const)('for a spreadsheet, separated by %s, runs nothing and reads in words', async (separator, sign) => {
    const text = await textOf(edgeSpreadsheet(readingOf(), 'es', separator));
    expect(text.startsWith('\ufeff"Clave del vínculo"')).toBe(true);
    expect(text.endsWith('"\r\n')).toBe(true);
    const read = rows(text, sign);
    expect(read).toHaveLength(ties.length);
    expect(read[2]).toMatchObject({ Nota: '\'=HYPERLINK("http://x")', 'Qué es (de)': 'institución', A: 'Ciudad' });
    for (const cell of read.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
  });

  test('has a heading in words for each column', () => {
    for (const { name } of ownTieAttributes(tieKinds)) expect(headingWords).toHaveProperty(name);
  });
});

describe('JSON Lines', () => {
  test('holds each entity, then each tie, with all that it has', async () => {
    const text = await textOf(jsonLines(readingOf(), 'en'));
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ type, id }) => [type, id])).toEqual([
      ...written.nodes.map((id) => ['entity', id]),
      ...written.edges.map((id) => ['tie', id]),
    ]);
    expect(lines[0]).toEqual({
      type: 'entity',
      id: 'ana',
      kind: 'PERSON',
      actor: true,
      name: 'Ana Luz',
      nameEn: null,
      aliases: ['Anita', 'A. "L." Mar'],
      givenName: 'Ana',
      surname1: 'Luz',
      surname2: null,
      datasets: ['made-up'],
      citations: [
        {
          id: 'citation:report/1',
          source: { id: 'source:report', title: 'Informe «A & B»', year: 2016 },
          place: 'Annex 1',
        },
      ],
    });
    expect(lines[1].name).toBe(trickyName);
    expect(lines[3]).toMatchObject({
      relation: 'had a role at',
      role: 'rectora',
      since: '2014-05',
      until: null,
      open: true,
    });
    expect(lines[3].to).toEqual({ kind: 'ORGANIZATION', id: 'puerto', name: trickyName, nameEn: port.nameEn });
  });
});

test('columns of one name have one type in all tables, so that a graph has one attribute for them', () => {
  const types = new Map<string, Set<string>>();
  const columns = [...entityKinds.map(kindOf), ...tieKinds.map(tieOf)].map((one) => one.columns);
  for (const of of [columns.slice(0, entityKinds.length), columns.slice(entityKinds.length)]) {
    types.clear();
    for (const { name, type } of of.flat()) types.set(name, (types.get(name) ?? new Set()).add(type));
    expect([...types].filter(([, found]) => found.size > 1)).toEqual([]);
  }
});
