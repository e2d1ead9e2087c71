import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { coverageByHand } from '../support/coverage-by-hand.ts';
import { cellList, seedRows, seeds, seedValues } from '../support/seed-rows.ts';
import { withSeeds, type Answer } from '../support/seeded-graph.ts';

const { ask } = withSeeds();
const folder = join(import.meta.dirname, '../../operations');
const files = readdirSync(folder).sort();

const listedUnder = (body: string) =>
  new Set(seedValues('program-listings', 'program', ({ governmentEntity }) => governmentEntity === body)).size;
const namesOf = (things: readonly { readonly name: string }[]) => things.map(({ name }) => name);

const cityIds = new Set(seedValues('cities', 'id'));
const foreignCities =
  seedRows('cities').length -
  new Set(seedValues('place-countries', 'place', ({ country }) => country === 'mexico').filter((id) => cityIds.has(id)))
    .size;

/** What each answer must hold, counted in the files of the package. */
const expectations: Readonly<Record<string, (data: Answer['data']) => void>> = {
  'whom-to-invite.graphql': ({ planInvitations: { invitees, quotas, provenOptimal } }) => {
    expect(provenOptimal).toBe(true);
    expect(invitees).toHaveLength(25);
    for (const { reasons } of invitees) {
      expect(reasons).not.toEqual([]);
      for (const { ties } of reasons) for (const { citations } of ties) expect(citations).not.toEqual([]);
    }
    const government = seedValues('participations', 'person', ({ sector }) => sector === 'sector-gobierno');
    expect(government.length).toBeGreaterThan(8);
    expect(quotas.at(-1)).toEqual({ name: 'Sector gobierno', min: 1, max: 8, actual: 8 });
  },
  'table-with-conditions.graphql': ({ planInvitations: { invitees, quotas } }) => {
    const ids = invitees.map(({ person }: Answer['data']) => person?.id);
    expect(ids).toHaveLength(12);
    expect(ids).toContain('jose-narro-robles');
    expect(ids).not.toContain('cuauhtemoc-cardenas-solorzano');
    expect(namesOf(invitees.flatMap(({ guest }: Answer['data']) => guest ?? []))).toEqual(['Noemí Lugo']);
    for (const { min, max, actual } of quotas) {
      expect(actual).toBeGreaterThanOrEqual(min);
      expect(actual).toBeLessThanOrEqual(max ?? actual);
    }
    expect(quotas.at(-1)).toMatchObject({ name: 'primera vez', group: 'primera vez', min: 2, available: 3 });
  },
  'axis-from-top-to-bottom.graphql': ({ node }) => {
    expect(node).toMatchObject({ rank: 1, programs: { nodes: [{ name: 'Premio CGLU-CDMX-Cultura 21' }, {}, {}] } });
    expect(namesOf(node.axisThemes)).toContain('Arte');
    expect(namesOf(node.programs.nodes[0].governmentEntities.nodes[0].people.nodes)).toEqual([
      'Agustín Estrada Ortiz',
      'Eduardo Vázquez Martín',
    ]);
  },
  'agreements-and-their-acts.graphql': ({ agreements }) => {
    expect(agreements.totalCount).toBe(seedRows('agreements').length);
    const nagoya = agreements.nodes.find(({ id }: { id: string }) => id === 'hermanamiento-ciudad-de-mexico-nagoya');
    expect(nagoya).toMatchObject({
      agreementType: 'TWINNING',
      status: 'RATIFIED',
      parties: [{ party: { id: 'ciudad-de-mexico' } }, { party: { id: 'nagoya' } }],
      acts: [
        { act: 'SIGNED', on: '1977' },
        { act: 'RATIFIED', on: '2007' },
      ],
    });
    expect(nagoya.acts[0].citations[0].source.title).toBe('Dialogues for a Global Mexico City');
  },
  'recommendations-and-proposals.graphql': ({ recommendations }) => {
    expect(recommendations.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5]);
    for (const { number, proposals } of recommendations) {
      const [id] = seedValues('recommendations', 'id', (row) => row['number'] === String(number));
      expect(proposals).toHaveLength(
        seedValues('recommendation-proposals', 'id', ({ recommendation }) => recommendation === id).length,
      );
    }
    const proposed = recommendations.flatMap(({ proposals }: Answer['data']) => proposals);
    expect(proposed.filter(({ stance }: { stance: string }) => stance === 'ADVISED_AGAINST')).toHaveLength(1);
    expect(JSON.stringify(proposed)).toContain('julio-scherer-ibarra');
  },
  'what-is-said-about-a-theme.graphql': ({ node }) => {
    const positions = new Set(seedValues('positions', 'id'));
    const about = seedValues('topics', 'entity', ({ theme }) => theme === 'movilidad-internacional');
    expect(node.ties.totalCount).toBe(about.filter((id) => positions.has(id)).length);
    const people = node.ties.nodes.map(({ from }: Answer['data']) => from.person.id);
    expect(people).toEqual(expect.arrayContaining(['jose-narro-robles', 'leonardo-diaz-abraham']));
    for (const { from } of node.ties.nodes) expect(from.citations[0].place).toMatch(/parte/);
  },
  'cities-abroad.graphql': ({ cities }) => {
    expect(cities.totalCount).toBe(foreignCities);
    const chicago = cities.nodes.find(({ id }: { id: string }) => id === 'chicago');
    expect(chicago).toMatchObject({
      country: {
        name: 'Estados Unidos de América',
        regions: expect.arrayContaining([expect.objectContaining({ rank: 2 })]),
      },
      government: { name: 'Alcaldía de Chicago' },
    });
    expect(chicago.programs.totalCount).toBeGreaterThan(1);
    for (const { ties } of chicago.programs.edges) expect(ties).not.toEqual([]);
  },
  'collaborators-of-an-actor.graphql': ({ node: { collaborators } }) => {
    const people = seedValues(
      'affiliations',
      'person',
      ({ institution }) => institution === 'secretaria-de-salud-cdmx',
    );
    const programs = seedValues(
      'program-listings',
      'program',
      (row) => row['governmentEntity'] === 'secretaria-de-salud-cdmx',
    );
    const partners = seedValues('program-partners', 'partner', ({ program = '' }) => programs.includes(program));
    const ids = collaborators.edges.map(({ node }: Answer['data']) => node.id);
    // A country is no actor.
    expect([...ids].sort()).toEqual([...new Set([...people, ...partners])].filter((id) => id !== 'francia').sort());
    expect(collaborators.totalCount).toBe(ids.length);
    for (const { reasons } of collaborators.edges)
      for (const { ties } of reasons) for (const { citations } of ties) expect(citations).not.toEqual([]);
  },
  'who-could-work-on-something.graphql': ({ suggestCollaborators: { edges } }) => {
    const names = namesOf(edges.map(({ node }: Answer['data']) => node));
    expect(names.slice(0, 3)).toEqual([
      'Nagoya City Waterworks & Sewerage Bureau',
      'SACMEX',
      'Coordinación General de Asuntos Internacionales',
    ]);
    expect(edges[0].reasons[0].statement).toContain('«Agua»');
  },
  'compare-two-cities.graphql': ({ datasets, networks, ...of }) => {
    expect(datasets).toMatchObject([{ id: 'cdmx-2016', homeCity: { id: 'ciudad-de-mexico' } }]);
    expect(of.axesOfOne).toHaveLength(seedRows('priority-axes').length);
    expect(of.sectorsOfOne).toHaveLength(seedRows('sectors').length);
    expect(of.programsOfOne.totalCount).toBe(seedRows('programs').length);
    expect(of.abroadForOne.totalCount).toBe(foreignCities);
    expect(networks.totalCount).toBe(seedRows('networks').length);
    for (const network of networks.nodes) expect(network.datasets).toEqual([{ id: 'cdmx-2016' }]);
    // The seeds are one package: it is compared with itself until another one is named.
    for (const what of ['axes', 'sectors', 'programs']) expect(of[`${what}OfOther`]).toEqual(of[`${what}OfOne`]);
    expect(of.abroadForOther).toEqual(of.abroadForOne);
  },
  'brief-before-a-visit.graphql': ({ brief }) => {
    expect(brief.entity).toEqual({ name: 'Nagoya', kind: 'CITY' });
    const titles = brief.sections.map(({ title }: { title: string }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Acuerdos y sus actos', 'Programas y contrapartes']));
    const lines = brief.sections.flatMap((section: Answer['data']) => section.lines);
    for (const { citations } of lines) expect(citations).not.toEqual([]);
    expect(brief.markdown).toContain('Firma del hermanamiento (1977) [');
  },
  'conflicting-figures.graphql': ({ consultations }) => {
    const consultation = consultations.find(({ name }: { name: string }) => name === 'Diálogos para una CDMX Global');
    expect(consultation.claims).toHaveLength(
      seedValues('claims', 'id', ({ subject }) => subject === 'dialogos-para-una-cdmx-global').length,
    );
    expect(consultation.sectors).toHaveLength(4);
    for (const { participants, claims } of consultation.sectors) {
      const preferred = claims.find(
        ({ property, claimRank }: { property: string; claimRank: string }) =>
          property === 'participantCount' && claimRank === 'PREFERRED',
      );
      expect(preferred?.value).toBe(String(participants.totalCount));
    }
  },
  'every-entity.graphql': ({ entities }) => {
    expect(entities).toMatchObject({ nodes: { length: 100 }, pageInfo: { hasNextPage: true } });
    expect(entities.totalCount).toBeGreaterThan(300);
  },
  'find-by-text.graphql': ({ entities }) => {
    expect(entities.nodes.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining([
        'archivo-diseno-y-arquitectura',
        'festival-abierto-mexicano-de-diseno',
        'programa-1-3-04-diseno-para-la-ciudad',
      ]),
    );
  },
  'home-city-and-government.graphql': ({ datasets: [dataset] }) => {
    expect(dataset).toMatchObject({
      homeCity: { id: 'ciudad-de-mexico', country: { name: 'México' } },
      homeGovernment: { level: 'CITY', governs: [{ name: 'Ciudad de México' }] },
    });
    expect(dataset.homeGovernment.units).toHaveLength(
      seedValues('parts', 'unit', ({ parent }) => parent === 'gobierno-de-la-ciudad-de-mexico').length,
    );
  },
  'how-two-people-are-joined.graphql': ({ paths }) => {
    expect(paths).toMatchObject({ complete: true, leftOut: [], paths: [{ length: 4 }, { length: 4 }] });
    expect(paths.paths[0].statement).toBe(
      'Cuauhtémoc Cárdenas Batel tenía un papel en Jefatura de Gobierno de la Ciudad de México, que contaba con Cuauhtémoc Cárdenas Solórzano, que tomó parte en «Desayuno regional con embajadores de América Latina», que contó con Mara Robles Villaseñor.',
    );
    expect(paths.sharedThemes).toEqual([{ name: 'Internacionalización de la ciudad' }]);
    for (const { steps } of paths.paths) for (const { ties } of steps) expect(ties[0].citations[0].place).not.toBe('');
  },
  'hub-step-by-step.graphql': ({ node }) => {
    const units = seedValues('parts', 'id', ({ parent }) => parent === 'gobierno-de-la-ciudad-de-mexico').length;
    expect(node.tieCounts).toContainEqual({ tieKind: 'PART_OF', count: units });
    expect(node.ties).toMatchObject({ totalCount: units, nodes: { length: 10 }, pageInfo: { hasNextPage: true } });
    expect(new Set(node.ties.nodes.map(({ relation }: { relation: string }) => relation))).toEqual(
      new Set(['comprendía']),
    );
  },
  'one-person.graphql': ({ node }) => {
    expect(node).toMatchObject({ name: 'Alicia Ziccardi Contigiani', participations: [{ quoted: true }] });
    expect(node.affiliations).toEqual([
      expect.objectContaining({
        role: 'Directora',
        institution: expect.objectContaining({ id: 'programa-universitario-de-estudios-sobre-la-ciudad-unam' }),
      }),
    ]);
  },
  'people-by-sector.graphql': ({ people }) => {
    expect(people.totalCount).toBe(
      seedValues('participations', 'id', ({ sector }) => sector === 'sociedad-civil-y-medio-cultural').length,
    );
    const roxana = people.nodes.find(({ id }: { id: string }) => id === 'roxana-alejo');
    expect(roxana.affiliations).toEqual([
      expect.objectContaining({
        role: 'Directora Operativa',
        institution: expect.objectContaining({ id: 'ambulante-festival-de-documentales' }),
      }),
    ]);
    expect(roxana.affiliations[0].citations[0].source.year).toBe(2016);
  },
  'people-found-under-an-axis.graphql': ({ node }) => {
    expect(node.name).toMatch(/^Mega-laboratorio urbano/);
    expect(node.people.edges).toHaveLength(5);
    for (const { ties } of node.people.edges)
      expect(ties.map(({ tieKind }: { tieKind: string }) => tieKind)).toEqual(
        expect.arrayContaining([
          'UNDER_AXIS',
          ...(ties.some(({ tieKind }: { tieKind: string }) => tieKind === 'HOLDS')
            ? ['HOLDS', 'ABOUT']
            : ['AFFILIATED_WITH', 'LISTED_UNDER']),
        ]),
      );
  },
  'partners-that-several-bodies-share.graphql': ({ sharedPartners }) => {
    const expected = coverageByHand(seeds).sharedPartners(2);
    expect(sharedPartners.totalCount).toBe(expected.length);
    const [first] = sharedPartners.nodes;
    expect(first.partner).toEqual({
      id: 'metropolis',
      kind: 'NETWORK',
      name: 'Organización Mundial de Grandes Metrópolis',
    });
    expect(first.programs[0].citations[0].place).toMatch(/^Tabla del eje \d, /);
    expect(sharedPartners.nodes.map(({ coordination }: Answer['data']) => coordination.length)).toEqual(
      expected.map(() => 0),
    );
  },
  'programs-of-a-government-entity.graphql': ({ programs }) => {
    expect(programs.totalCount).toBe(listedUnder('secretaria-de-cultura-cdmx'));
    expect(programs.nodes[0]).toMatchObject({
      name: 'Premio CGLU-CDMX-Cultura 21',
      table: 1,
      row: 1,
      position: 1,
      axes: [{ rank: 1 }],
      partners: { nodes: [{ id: 'ciudades-y-gobiernos-locales-unidos' }] },
    });
  },
  'search.graphql': ({ search }) => {
    expect(search).toMatchObject({
      totalCount: 1,
      edges: [{ matched: 'Alicia Ziccardi Contigiani', node: { id: 'alicia-ziccardi-contigiani', kind: 'PERSON' } }],
      facets: [{ kind: 'PERSON', count: 1 }],
      suggestions: [],
    });
    expect(search.edges[0].distinction).toMatch(/^Directora, Programa Universitario .+ \(2016\)$/);
  },
  'sources-and-datasets.graphql': ({ datasets, sources }) => {
    expect(datasets).toEqual([
      expect.objectContaining({
        id: 'cdmx-2016',
        howToCite: expect.stringContaining('Sobremesa'),
        homeCity: { name: 'Ciudad de México' },
      }),
    ]);
    expect(sources.map(({ id }: { id: string }) => id).sort()).toEqual([...seedValues('sources', 'id')].sort());
    for (const { id, citedAt } of sources)
      expect(citedAt.totalCount).toBe(seedValues('citations', 'id', ({ source }) => source === id).length);
  },
  'vocabularies.graphql': ({ priorityAxes, themes, sectors, regions, countries }) => {
    expect(priorityAxes.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2, 3, 4, 5]);
    const lists = { themes, sectors, regions, countries };
    for (const [table, found] of Object.entries(lists))
      expect(found.map(({ id }: { id: string }) => id).sort()).toEqual([...seedValues(table, 'id')].sort());
  },
  'what-a-citation-states.graphql': ({ node }) => {
    const id = 'citation:cdmx-2016/anexo-1/gobierno';
    const facts = ['affiliations', 'participations', 'parts', 'consultation-parts', 'seats'].flatMap((table) =>
      seedValues(table, 'id', ({ citations }) => cellList(citations).includes(id)),
    );
    expect(node).toMatchObject({
      place: 'Anexo 1, Sector gobierno',
      source: { year: 2016 },
      ties: { nodes: { length: 10 } },
    });
    expect(node.ties.nodes.map((tie: { id: string }) => tie.id)).toEqual(facts.sort().slice(0, 10));
    expect(node.entities.totalCount).toBeGreaterThan(20);
  },
  'where-nothing-is-on-record.graphql': ({ coverage }) => {
    const { cells, rows, columns } = coverage;
    expect([rows.length, columns.length]).toEqual([5, seedRows('government-entities').length]);
    const culture = columns.findIndex(({ entity }: Answer['data']) => entity.id === 'secretaria-de-cultura-cdmx');
    expect(cells.map((row: Answer['data']) => row[culture].label)).toEqual([
      '10 programas',
      ...Array.from({ length: 4 }, () => 'sin registro'),
    ]);
    expect(cells[0][culture].entities[0].name).toBe('Copresidencia Comisión Cultura de CGLU');
  },
  'who-deals-with-a-network.graphql': ({ node }) => {
    expect(node.programs.totalCount).toBe(
      seedValues('program-partners', 'program', ({ partner }) => partner === 'ciudades-y-gobiernos-locales-unidos')
        .length,
    );
    expect(JSON.stringify(node.programs)).toContain('secretaria-de-salud-cdmx');
    expect(node.programs.edges[0].ties[0].statement).toMatch(
      /^Según «.+» \(2016\), «.+» nombraba como contraparte a Ciudades y Gobiernos Locales Unidos/,
    );
  },
};

describe('An example operation', () => {
  it('has its expected answer here', () => {
    expect(Object.keys(expectations).sort()).toEqual(files);
  });

  it.each(files)('%s says what it answers and gets that answer', async (file) => {
    const query = readFileSync(join(folder, file), 'utf8');
    expect(query).toMatch(/^# .{20,}[.?]\n/);
    const expectation = expectations[file];
    if (expectation === undefined)
      throw new Error(`Expected an entry for ${file} in this test. Add what its answer must hold.`);
    expectation(await ask(query));
  });
});
