import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import { validatePackage } from '../../src/dataset/checking.ts';
import { formatReport } from '../../src/dataset/format-report.ts';
import { tables } from '../../src/model/tables.ts';
import { commandLine } from '../support/command-line.ts';
import { walk } from '../support/lists.ts';
import type { Row } from '../support/packages.ts';
import { seedRows } from '../support/seed-rows.ts';
import { withDirectories } from '../support/seeded-graph.ts';

// A city that was made up, in a country, with sectors, axes and settings other than those of the seeds: what is asked
// here works for any city, or the code knows one.
const directory = join(import.meta.dirname, '../packages/ejemplo-2020');
const read = (file: string) => readFileSync(join(directory, file), 'utf8');
const rowsOf = (table: string): readonly Row[] => parse<Row>(read(`${table}.csv`), { columns: true });
const ids = (table: string) => rowsOf(table).map(({ id = '' }) => id);

const example = withDirectories(directory);
const { ask } = example;

const entityTables = tables.filter(({ holds }) => holds.what === 'entities');

describe('The package of a second city', () => {
  it('has no problems, some forty entities and a row in every table', async () => {
    expect(formatReport((await validatePackage(directory)).report)).toBe('No problems.');
    expect(tables.filter(({ name }) => ids(name).length === 0).map(({ name }) => name)).toEqual([]);
    const entities = entityTables.flatMap(({ name }) => ids(name));
    expect(entities.length).toBeGreaterThanOrEqual(40);
    expect(entities.length).toBeLessThan(60);
  });

  it('shares two networks and one city with the seeds, and nothing else', () => {
    const shared = tables.flatMap(({ name }) => {
      const known = new Set(seedRows(name).map(({ id }) => id));
      return ids(name)
        .filter((id) => known.has(id))
        .map((id) => `${name} ${id}`);
    });
    expect(shared.sort()).toEqual([
      'cities medellin',
      'networks ciudades-y-gobiernos-locales-unidos',
      'networks metropolis',
    ]);
  });

  it('contradicts the seeds in no single value of what is shared', () => {
    for (const name of ['networks', 'cities']) {
      const single = tables.find((table) => table.name === name)?.columns.filter(({ type }) => type !== 'list') ?? [];
      for (const row of rowsOf(name)) {
        const seed = seedRows(name).find(({ id }) => id === row['id']);
        for (const { name: column } of seed === undefined ? [] : single)
          expect(['', seed?.[column] || row[column]], `${row['id']} ${column}`).toContain(row[column]);
      }
    }
  });
});

describe('Where only a second city is loaded, the API', () => {
  it('tells of that package alone, with its home', async () => {
    const { datasets } = await ask(
      '{ datasets { id version licences howToCite homeCity { id country { id } } homeGovernment { id units { id } } } }',
    );
    expect(datasets).toEqual([
      {
        id: 'ejemplo-2020',
        version: '2.1.0',
        licences: ['CC0 1.0 Universal'],
        howToCite: 'Example package for tests, ejemplo-2020 2.1.0.',
        homeCity: { id: 'ciudad-de-ejemplo', country: { id: 'pais-de-ejemplo' } },
        homeGovernment: { id: 'gobierno-de-ciudad-de-ejemplo', units: [{ id: 'direccion-de-puentes-de-ejemplo' }] },
      },
    ]);
  });

  it('has exactly its entities', async () => {
    const { ids: found } = await walk(example, 'entities');
    expect([...found].sort()).toEqual(entityTables.flatMap(({ name }) => ids(name)).sort());
  });

  it('has its sectors in their order, with the people of each', async () => {
    const { sectors } = await ask('{ sectors { id rank consultation { id } participants { nodes { id } } } }');
    const person = (number: string) => ({ id: `persona-consultada-${number}` });
    expect(sectors).toEqual(
      [
        ['gobierno-local-de-ejemplo', 1, ['dos', 'uno']],
        ['barrios-organizados-de-ejemplo', 2, ['cuatro', 'tres']],
        ['escuelas-de-ejemplo', 3, ['cinco', 'seis']],
      ].map(([id, rank, numbers]) => ({
        id,
        rank,
        consultation: { id: 'consulta-de-ejemplo' },
        participants: { nodes: (numbers as string[]).map(person) },
      })),
    );
    const { ids: found } = await walk(example, 'people', { filter: { sectors: ['escuelas-de-ejemplo'] } });
    expect(found).toEqual(['persona-consultada-cinco', 'persona-consultada-seis']);
  });

  it('has programs by its axes, with their partners', async () => {
    const { programs } = await ask(
      '{ programs(filter: { axes: ["linea-puentes-de-ejemplo"] }, orderBy: { field: LISTING }) { nodes { id axes { rank } partners { nodes { id } } } } }',
    );
    expect(programs.nodes).toEqual([
      {
        id: 'programa-puentes-gemelos-de-ejemplo',
        axes: [{ rank: 2 }],
        partners: { nodes: [{ id: 'alcaldia-de-ciudad-vecina-de-ejemplo' }, { id: 'red-de-puentes-de-ejemplo' }] },
      },
      {
        id: 'programa-escuela-de-puentes-de-ejemplo',
        axes: [{ rank: 2 }, { rank: 4 }],
        partners: { nodes: [{ id: 'medellin' }, { id: 'metropolis' }] },
      },
    ]);
  });

  it('takes for foreign what is not in its own country', async () => {
    expect((await walk(example, 'cities', { filter: { foreign: true } })).ids).toEqual([
      'ciudad-vecina-de-ejemplo',
      'medellin',
    ]);
    expect((await walk(example, 'cities', { filter: { foreign: false } })).ids).toEqual(['ciudad-de-ejemplo']);
  });

  it('tells its facts in both languages', async () => {
    const { node } = await ask(
      '{ node(id: "membership:gobierno-de-ciudad-de-ejemplo/metropolis") { ... on Tie { es: statement en: statement(lang: EN) asOf } } }',
    );
    expect(node).toEqual({
      es: 'Según «Capítulo 1, párrafo 2» (2020), Gobierno de Ciudad de ejemplo era miembro de Organización Mundial de Grandes Metrópolis.',
      en: 'According to “Chapter 1, paragraph 2” (2020), Government of Example City was a member of Organización Mundial de Grandes Metrópolis.',
      asOf: '2020-06',
    });
  });

  it('has its agreement with its acts, its event, its positions and its rival figures', async () => {
    const { agreements, events, consultations } = await ask(`{
      agreements { nodes { id acts { number act on } parties { party { id } } programs { nodes { id } } } }
      events { nodes { id startsOn } }
      consultations { id claims { value claimRank } recommendations { proposals { id proposedBy { id } } } participants(filter: { themes: ["crecidas-de-ejemplo"] }) { nodes { id positions { positionForm text(lang: EN) } } } }
    }`);
    expect(agreements.nodes).toEqual([
      {
        id: 'hermanamiento-de-ejemplo',
        acts: [
          { number: 1, act: 'NEGOTIATED', on: '2016' },
          { number: 2, act: 'SIGNED', on: '2017-05-30' },
        ],
        parties: [
          { party: { id: 'alcaldia-de-ciudad-vecina-de-ejemplo' } },
          { party: { id: 'gobierno-de-ciudad-de-ejemplo' } },
        ],
        programs: { nodes: [{ id: 'programa-puentes-gemelos-de-ejemplo' }] },
      },
    ]);
    expect(events.nodes).toEqual([{ id: 'encuentro-de-puentes-de-ejemplo', startsOn: '2019-03' }]);
    expect(consultations).toEqual([
      {
        id: 'consulta-de-ejemplo',
        claims: [
          { value: '6', claimRank: 'PREFERRED' },
          { value: '7', claimRank: 'NORMAL' },
        ],
        recommendations: [
          { proposals: [{ id: 'propuesta-de-ejemplo', proposedBy: [{ id: 'asociacion-de-vecinas-de-ejemplo' }] }] },
        ],
        participants: {
          nodes: [
            {
              id: 'persona-consultada-tres',
              positions: [{ positionForm: 'ASK', text: 'Asks for workshops on floods with the neighbouring city' }],
            },
          ],
        },
      },
    ]);
  });

  it('finds by text without accents, and follows a retired id', async () => {
    expect((await walk(example, 'organizations', { filter: { text: 'nandues' } })).ids).toEqual([
      'facultad-de-ejemplo',
    ]);
    const { node } = await ask('{ node(id: "oficina-de-puentes-de-ejemplo") { id } }');
    expect(node).toEqual({ id: 'direccion-de-puentes-de-ejemplo' });
  });

  it('joins its people by paths, by a retired id too, and calls nothing a hub that has few facts', async () => {
    const { uno, retired, consultation } = await ask(`{
      uno: paths(from: "persona-consultada-uno", to: "medellin") { paths { statement(lang: EN) } leftOut { id } complete }
      retired: paths(from: "oficina-de-puentes-de-ejemplo", to: "medellin", first: 1) { paths { length steps { from { id } } } }
      consultation: paths(from: "persona-consultada-dos", to: "consulta-de-ejemplo", first: 1) { paths { steps { to { id } } } }
    }`);
    expect(uno.paths[0].statement).toMatch(/^Consulted Person One|^Persona/);
    expect(uno).toMatchObject({ leftOut: [], complete: true });
    expect(retired.paths).toEqual([
      {
        length: 2,
        steps: [
          { from: { id: 'direccion-de-puentes-de-ejemplo' } },
          { from: { id: 'programa-escuela-de-puentes-de-ejemplo' } },
        ],
      },
    ]);
    // The government has far more than 2 % of the forty entities, and yet only nine facts.
    expect(consultation.paths[0].steps).toEqual([
      { to: { id: 'gobierno-de-ciudad-de-ejemplo' } },
      { to: { id: 'consulta-de-ejemplo' } },
    ]);
  });

  it('tells an adviser of its neighbour what its own documents say, with the networks of its own home', async () => {
    const { brief } = await ask(
      '{ brief(id: "ciudad-vecina-de-ejemplo") { sections { section lines { statement } } markdown html(lang: EN) } }',
    );
    const said = Object.fromEntries(
      brief.sections.map(({ section, lines }: { section: string; lines: { statement: string }[] }) => [
        section,
        lines.map(({ statement }) => statement).join(' '),
      ]),
    );
    const expected = {
      WHO: /Ciudad vecina de ejemplo estaba en /,
      GOVERNMENTS: / gobernaba Ciudad vecina de ejemplo\.$/,
      AGREEMENTS:
        /tenía por parte a .+ como firmante; Empiezan las conversaciones \(2016\); Firman las dos partes \(30 de mayo de 2017\)/,
      PROGRAMS: /«Puentes gemelos de ejemplo» estaba en la lista de .+ y .+; nombraba como contraparte a /,
      PEOPLE:
        /figuraba como «Directora» en .+, a través de esa institución \(inferido\), por «Puentes gemelos de ejemplo»/,
      EVENTS: /\(marzo de 2019\) contó con Ciudad vecina de ejemplo; se celebró en Ciudad de ejemplo/,
      SHARED_NETWORKS: /tenía por miembro a Ciudad vecina de ejemplo y Gobierno de .+, entre otros/,
      ASKED: / pidió: Pide talleres sobre crecidas con la ciudad vecina; .*nombraba a Ciudad vecina de ejemplo/,
      MISSING: /^Sin registro de otra colaboración\.$/,
    };
    for (const [section, statement] of Object.entries(expected)) expect(said[section]).toMatch(statement);
    expect(Object.keys(said).filter((section) => !(section in expected))).toEqual(['OPERATORS']);
    expect(brief.markdown).toContain('Example package for tests, ejemplo-2020 2.1.0.');
    expect(brief.html).toContain('<h1>Neighbouring Example City</h1>');
  });

  it('knows nothing of the seeds', async () => {
    const { node } = await ask('{ node(id: "ciudad-de-mexico") { id } }');
    expect(node).toBeNull();
  });
});

describe('The search of a second city', () => {
  it('finds its own things by its own words, and the typing errors in them', async () => {
    const search = `edges { matched distinction node { id } } facets { kind count } suggestions`;
    const { acronym, initials, folded, unit, person, typo } = await ask(`{
      acronym: search(text: "ude") { ${search} }
      initials: search(text: "CGLU") { ${search} }
      folded: search(text: "NANDUES") { ${search} }
      unit: search(text: "universidad de ejemplo", kinds: [ORGANIZATION]) { ${search} }
      person: search(text: "p. c. dos") { ${search} }
      typo: search(text: "persona consultada cuarto") { ${search} }
    }`);
    expect(acronym.edges[0]).toMatchObject({ matched: 'UDE', node: { id: 'universidad-de-ejemplo' } });
    expect(initials.edges[0].node.id).toBe('ciudades-y-gobiernos-locales-unidos');
    expect(folded.edges[0].node.id).toBe('facultad-de-ejemplo');
    expect(unit.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([
      'universidad-de-ejemplo',
      'facultad-de-ejemplo',
    ]);
    expect(person.edges[0]).toMatchObject({ matched: 'P. C. Dós', node: { id: 'persona-consultada-dos' } });
    expect(typo).toMatchObject({
      edges: [{ node: { id: 'persona-consultada-cuatro' } }],
      suggestions: ['Persona Consultada Cuatro'],
    });
  });
});

describe('The commands over a second city', () => {
  const sobremesa = commandLine(example.graph);
  const source = 'Informe de ejemplo de la consulta (inventado para las pruebas)';
  const json = async (...line: readonly string[]) => JSON.parse((await sobremesa(...line, '--json')).out);

  it('tell who works with whom, and where that stands, in both languages', async () => {
    const spanish = await sobremesa('who', 'Metropolis', '--csv');
    expect(spanish).toMatchObject({ err: '', code: 0 });
    expect(parse(spanish.out, { bom: true })[1]).toEqual([
      'Gobierno de Ciudad de ejemplo',
      'dependencia de gobierno',
      'Gobierno de Ciudad de ejemplo era miembro de Organización Mundial de Grandes Metrópolis.',
      'dicho',
      `«${source}» (2020): Capítulo 1, párrafo 2`,
      'gobierno-de-ciudad-de-ejemplo',
    ]);
    const english = await sobremesa('who', 'metropolis', '--csv', '--lang', 'en');
    expect(parse(english.out, { bom: true })[1]).toEqual([
      'Government of Example City',
      'government entity',
      'Government of Example City was a member of Organización Mundial de Grandes Metrópolis.',
      'stated',
      `“${source}” (2020): Chapter 1, paragraph 2`,
      'gobierno-de-ciudad-de-ejemplo',
    ]);
  });

  it('suggest under an axis of its own, by rank, name or id', async () => {
    const found = await json('suggest', '--axes', 'linea-puentes-de-ejemplo');
    expect(found.suggestCollaborators.totalCount).toBe(4);
    for (const axis of ['2', 'Línea 2: Puentes', 'Bridges'])
      expect(await json('suggest', '--axes', axis), axis).toEqual(found);
    const { out } = await sobremesa('suggest', '--axes', 'línea 2', '--lang', 'en', '--markdown');
    expect(out).toMatch(/^### Who could, and why \(axis: Line 2: Bridges\)\n\n\| Who \| What it is \| Why \|/);
    expect(out).toContain('\n\n“línea 2” was taken for Line 2: Bridges (priority axis; linea-puentes-de-ejemplo).\n');
  });

  it('find a way, count, compare and brief', async () => {
    const { out: way } = await sobremesa('paths', 'Dirección de Puentes de ejemplo', 'Medellín');
    expect(way).toMatch(
      /\n2 {2,}Dirección de Puentes de ejemplo tenía en su lista «Escuela de puentes de ejemplo», que /,
    );
    expect(
      (await sobremesa('coverage', '--rows', 'sector', '--columns', 'theme', '--measure', 'people', '--csv')).out,
    ).toBe(
      '\ufeff"Sector","Crecidas","Puentes","Total"\r\n"Gobierno local","0","2","2"\r\n"Barrios organizados","1","0","1"\r\n' +
        '"Escuelas y universidades","0","0","0"\r\n"Total","1","2","3"\r\n',
    );
    expect(await sobremesa('shared')).toEqual({
      out: 'Ninguna contraparte consta en programas de 2 dependencias o más.\n',
      err: '',
      code: 0,
    });
    const { out: brief } = await sobremesa('brief', 'ciudad vecina de ejemplo', '--lang', 'en');
    expect(brief).toMatch(/^# Brief: Neighbouring Example City\n/);
    expect(brief).toContain('\n## Agreements and their acts\n');
  });

  it('know only its own names', async () => {
    expect(await sobremesa('brief', 'nagoya')).toMatchObject({ out: '', code: 2 });
    const { err, code } = await sobremesa('paths', 'red de puentes', 'medellin', '--lang', 'en');
    expect([code, err]).toEqual([
      2,
      'from: expected the name of one thing, but several answer to “red de puentes”. Give the id of one:\n' +
        '  red-de-puentes-de-ejemplo  Example Network of Bridges (network; Neighbouring Example Country)\n' +
        '  persona-consultada-seis  Persona Consultada Seis (person; Secretaría técnica, Example Network of Bridges (2020))\n',
    ]);
  });
});
