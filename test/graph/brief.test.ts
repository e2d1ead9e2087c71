import { describe, expect, it } from 'vitest';

import { citationsOfLine } from '../../src/answers/brief/brief.document.ts';
import type { BriefRecord } from '../../src/answers/brief/brief.record.ts';
import { createContext } from '../../src/graphql/context.ts';
import { tables } from '../../src/model/tables.ts';
import { cellList, closure, seedPairs, seedRows, seedValues } from '../support/seed-rows.ts';
import { withSeeds } from '../support/seeded-graph.ts';

const { ask, post, graph } = withSeeds();

interface Line {
  readonly statement: string;
  readonly basis: string;
  readonly ties: readonly { readonly id: string }[];
  readonly citations: readonly { readonly id: string }[];
}
interface Section {
  readonly section: string;
  readonly title: string;
  readonly more: number;
  readonly lines: readonly Line[];
}

async function sectionsOf(id: string, lang = 'ES'): Promise<readonly Section[]> {
  const { brief } = await ask(
    `query ($id: ID!, $lang: Lang) { brief(id: $id) { complete
      sections { section title(lang: $lang) more lines { statement(lang: $lang) basis ties { id } citations { id } } } } }`,
    { id, lang },
  );
  expect(brief.complete).toBe(true);
  return brief.sections;
}

const statementsIn = (sections: readonly Section[]) =>
  Object.fromEntries(sections.map(({ section, lines }) => [section, lines.map(({ statement }) => statement)]));
const sizeOf = (sections: readonly Section[], wanted: string) =>
  sections.filter(({ section }) => section === wanted).reduce((sum, { lines, more }) => sum + lines.length + more, 0);

/** The names of things, as a statement writes those of another kind than actors and places. */
const nameOf = (table: string, id: string) => `«${seedValues(table, 'name', (row) => row['id'] === id)[0] ?? ''}»`;

// What lies below a place or a body: the same ties as the answers follow, read from the files.
const down = [
  seedPairs('parts', 'parent', 'unit'),
  seedPairs('governments', 'place', 'government'),
  seedPairs('seats', 'place', 'body'),
  seedPairs('city-states', 'state', 'city'),
  seedPairs('place-countries', 'country', 'place'),
  seedPairs('place-regions', 'region', 'place'),
].flat();
const below = (id: string) => closure([id], down);

/** The values of one column of the rows whose other column names a member. */
const touched = (members: ReadonlySet<string>, table: string, member: string, other: string) =>
  seedValues(table, other, (row) => members.has(row[member] ?? ''));

describe('The brief of a city', () => {
  it('says of Nagoya what the newsletter says, each line with its source', async () => {
    const sections = await sectionsOf('nagoya');
    expect(sections.map(({ section, more }) => [section, more])).toEqual(
      ['WHO', 'OPERATORS', 'AGREEMENTS', 'PROGRAMS', 'WORK', 'PEOPLE', 'EVENTS', 'DOUBTS', 'MISSING'].map((section) => [
        section,
        0,
      ]),
    );
    const said = statementsIn(sections);
    expect(said['WHO']?.[0]).toBe('Según «Nota sobre Nagoya, párrafo 1» (2015), Nagoya estaba en Japón.');
    expect(said['OPERATORS']).toEqual([
      'Según «Nota sobre Nagoya, párrafo 2» (2015), Nagoya City Waterworks & Sewerage Bureau tenía sede en Nagoya (inferido: Por su nombre); llevaba «Proyecto de mejora del drenaje de la Ciudad de México» (desde 2011).',
    ]);
    expect(said['AGREEMENTS']).toEqual([
      'Según «Nota sobre Nagoya, párrafo 3» (2015), «Hermanamiento entre la Ciudad de México y Nagoya» tenía por parte a Nagoya y Ciudad de México; Firma del hermanamiento (1977); Ratificación, según la palabra del boletín (2007); daba marco a «Proyecto de mejora del drenaje de la Ciudad de México».',
    ]);
    expect(said['PROGRAMS']).toEqual([
      expect.stringMatching(
        /^Según «Nota sobre Nagoya, párrafo 2» \(2015\), «Proyecto de mejora .+» estaba a cargo de Nagoya City Waterworks & Sewerage Bureau y SACMEX \(desde 2011\); según «Nota sobre Nagoya, título» \(2015\), nombraba como contraparte a Nagoya \(inferido: .+\); según «Nota sobre Nagoya, párrafo 3» \(2015\), se apoyaba en «Hermanamiento .+»\.$/,
      ),
    ]);
    expect(said['PEOPLE']).toEqual([
      expect.stringMatching(
        /Cuauhtémoc Cárdenas Solórzano figuraba como «Coordinador General de Asuntos Internacionales».+ contribuyó a «Encuentro con una delegación de la ciudad de Nagoya» como anfitrión; Nagoya tomó parte en/,
      ),
    ]);
    expect(said['EVENTS']?.[0]).toContain(
      '«Encuentro con una delegación de la ciudad de Nagoya» (27 de enero de 2015)',
    );
    expect(said['DOUBTS']?.[0]).toContain('estado «en curso»');
    expect(said['MISSING']).toEqual([
      'Sin registro de su gobierno.',
      'Sin registro de redes compartidas con la ciudad sede.',
      'Sin registro de posiciones que lo nombren.',
    ]);
  });

  it('is the same in English, where the package has English names', async () => {
    const [spanish, english] = [await sectionsOf('nagoya'), await sectionsOf('nagoya', 'EN')];
    expect(english.map(({ section }) => section)).toEqual(spanish.map(({ section }) => section));
    expect(english.map(({ title }) => title)).toContain('Agreements and their acts');
    expect(english.flatMap(({ lines }) => lines.map(({ ties }) => ties))).toEqual(
      spanish.flatMap(({ lines }) => lines.map(({ ties }) => ties)),
    );
    expect(statementsIn(english)['AGREEMENTS']).toEqual([
      expect.stringContaining('had as a party Nagoya and Mexico City; The twinning was signed (1977)'),
    ]);
    expect(statementsIn(english)['MISSING']).toContain('No government on record.');
  });

  it('takes Chicago and the mayor’s office that governs it for one', async () => {
    const [city, office] = [await sectionsOf('chicago'), await sectionsOf('alcaldia-de-chicago')];
    const withoutMissing = (sections: readonly Section[]) => sections.filter(({ section }) => section !== 'MISSING');
    expect(withoutMissing(office)).toEqual(withoutMissing(city));
    expect(statementsIn(office)['MISSING']).toEqual(statementsIn(city)['MISSING']);
    const said = statementsIn(city);
    const chicago = [...below('chicago')];
    for (const program of new Set(touched(new Set(chicago), 'program-partners', 'partner', 'program')))
      expect(said['PROGRAMS']?.filter((statement) => statement.includes(nameOf('programs', program)))).toHaveLength(1);
    expect(said['OPERATORS']).toEqual([
      expect.stringContaining(
        'Alcaldía de Chicago era contraparte de «Diálogo estratégico con la alcaldía de Chicago»',
      ),
      expect.stringContaining('Cámara de Comercio de Chicago tenía sede en Chicago (inferido: Por su nombre)'),
      expect.stringContaining('Universidad de Illinois en Chicago'),
    ]);
    // Two entries of the tables may be the same dialogue, and the brief says so.
    expect(said['DOUBTS']).toContainEqual(expect.stringContaining('podían ser lo mismo (inferido: Puede ser el mismo'));
    // Whose body listed a program is said to deal with the city through it.
    const salomon = city
      .find(({ section }) => section === 'PEOPLE')
      ?.lines.find(({ statement }) => statement.includes('Salomón'));
    expect(salomon).toMatchObject({ basis: 'INFERRED' });
    expect(salomon?.statement).toContain('a través de esa institución (inferido), por «Diálogo estratégico');
  });

  it('counts what the files hold of every city and country, and tells how many lines it leaves out', async () => {
    const places = [...seedValues('cities', 'id'), ...seedValues('countries', 'id')];
    const briefs = await briefsOf(places);
    for (const [at, id] of places.entries()) {
      const members = below(id);
      const programs = [
        ...touched(members, 'program-listings', 'governmentEntity', 'program'),
        ...touched(members, 'program-operations', 'operator', 'program'),
        ...touched(members, 'program-partners', 'partner', 'program'),
        ...touched(members, 'contributions', 'contributor', 'work').filter((work) => programIds.has(work)),
      ];
      const positions = new Set([
        ...touched(members, 'position-references', 'entity', 'position'),
        ...positionsOfPeople(id),
        ...touched(new Set(ownOf(id)), 'proposal-origins', 'proposer', 'proposal'),
      ]);
      const counted = {
        programs: new Set(programs).size,
        agreements: new Set(touched(members, 'agreement-parties', 'party', 'agreement')).size,
        asked: positions.size,
      };
      const of = (wanted: string) =>
        (briefs[at]?.sections ?? [])
          .filter(({ section }) => section === wanted)
          .reduce((sum, { lines, more }) => sum + lines.length + more, 0);
      expect([id, of('PROGRAMS'), of('AGREEMENTS'), of('ASKED')]).toEqual([
        id,
        counted.programs,
        counted.agreements,
        counted.asked,
      ]);
    }
  });
});

const programIds = new Set(seedValues('programs', 'id'));
const succeeded = new Set(seedValues('successions', 'predecessor'));
/** The governments that are one with a city. */
const governmentsOf = (id: string) =>
  seedValues('governments', 'government', ({ place, government }) => place === id && !succeeded.has(government ?? ''));
const cityIds = new Set(seedValues('cities', 'id'));
/** A city and the governments that are one with it. */
const ownOf = (id: string) => (cityIds.has(id) ? [id, ...governmentsOf(id)] : [id]);
/** What the people of the government of a city hold. */
const positionsOfPeople = (id: string) => {
  const people = new Set(touched(new Set(ownOf(id)), 'affiliations', 'institution', 'person'));
  return touched(people, 'position-holders', 'person', 'position');
};

/** Briefs without GraphQL: a hundred in a batch. */
async function briefsOf(ids: readonly string[]): Promise<readonly BriefRecord[]> {
  const briefs: BriefRecord[] = [];
  for (let at = 0; at < ids.length; at += 100) {
    const { loaders } = createContext(graph, 'test');
    const loaded = await Promise.all(ids.slice(at, at + 100).map((id) => loaders.brief.load(id)));
    briefs.push(...loaded.filter((brief) => brief !== null));
  }
  return briefs;
}

describe('The brief of a country, a body and a person', () => {
  it('says of France who there works with the city, and the network that both are in', async () => {
    const said = statementsIn(await sectionsOf('francia'));
    expect(said['PROGRAMS']).toEqual([
      expect.stringContaining(
        'nombraba como contraparte a Francia, Lima y Medellín, entre otros (convenios bilaterales)',
      ),
      expect.stringContaining('«Diálogo urbano París-CDMX»'),
    ]);
    expect(said['AGREEMENTS']).toEqual([
      expect.stringContaining('tenía por parte a París y Gobierno de la Ciudad de México, entre otros'),
    ]);
    expect(said['SHARED_NETWORKS']).toEqual([
      expect.stringMatching(
        /Alianza Euro-latinoamericana.+Alcaldía de París.+Gobierno de la Ciudad de México, como coordinador/,
      ),
    ]);
    expect(said['PLACES']).toEqual([expect.stringContaining('Francia comprendía París')]);
    expect(said['MISSING']).toContain('Sin registro de posiciones que lo nombren.');
  });

  it('says of a ministry what it listed, with whom, and who spoke for it', async () => {
    const sections = await sectionsOf('secretaria-de-salud-cdmx');
    const said = statementsIn(sections);
    const listed = seedValues(
      'program-listings',
      'program',
      ({ governmentEntity }) => governmentEntity === 'secretaria-de-salud-cdmx',
    );
    expect(said['PROGRAMS']).toHaveLength(listed.length);
    for (const program of listed)
      expect(said['PROGRAMS']?.join()).toContain(
        `${nameOf('programs', program)} estaba en la lista de Secretaría de Salud`,
      );
    expect(said['WHO']).toEqual([
      expect.stringContaining('Secretaría de Salud formaba parte de Gobierno de la Ciudad de México'),
    ]);
    expect(said['PEOPLE']).toEqual([
      expect.stringMatching(
        /José Armando Ahued Ortega figuraba como «Secretario de Salud».+figuraba entre las personas consultadas.+Sector gobierno/,
      ),
      expect.stringContaining(
        'Ana Moreno figuraba como «Responsable de Asuntos Internacionales» en Secretaría de Salud',
      ),
    ]);
    const people = new Set(
      seedValues('affiliations', 'person', ({ institution }) => institution === 'secretaria-de-salud-cdmx'),
    );
    expect(sizeOf(sections, 'ASKED')).toBe(
      seedValues('position-holders', 'position', ({ person }) => people.has(person ?? '')).length,
    );
    expect(said['MISSING']).toEqual([
      'Sin registro de acuerdos.',
      'Sin registro de otra colaboración.',
      'Sin registro de redes.',
    ]);
  });

  it('says of a person who she was, what she asked, and what comes through her body', async () => {
    const sections = await sectionsOf('ana-moreno');
    const said = statementsIn(sections);
    expect(said['WHO']).toEqual([
      expect.stringMatching(/^Según «Anexo 1, Sector gobierno» \(2016\), .+consultadas en .+\(Sector gobierno\)\.$/),
      'Según «Anexo 1, Sector gobierno» (2016), Ana Moreno figuraba como «Responsable de Asuntos Internacionales» en Secretaría de Salud.',
    ]);
    expect(said['ASKED']).toHaveLength(
      seedValues('position-holders', 'position', ({ person }) => person === 'ana-moreno').length,
    );
    for (const statement of said['ASKED'] ?? []) expect(statement).toMatch(/, Ana Moreno pidió: .+\.$/);
    const programs = sections.find(({ section }) => section === 'PROGRAMS')?.lines ?? [];
    expect(programs).toHaveLength(4);
    for (const { statement, basis, ties } of programs) {
      expect(statement).toMatch(/^A través de Secretaría de Salud \(inferido\): según «/);
      expect(basis).toBe('INFERRED');
      expect(ties.map(({ id }) => id)).toContain('affiliation:ana-moreno/secretaria-de-salud-cdmx');
    }
    // Someone with a near name was checked, and is told apart.
    expect(said['DOUBTS']).toEqual([expect.stringContaining('no eran lo mismo (inferido: Mismo apellido e inicial')]);
  });

  it('knows no more of an id that is unknown, too long or no entity’s than that it has none', async () => {
    const long = 'a'.repeat(10_000);
    const { a, b, c } = await ask(
      'query ($long: ID!) { a: brief(id: "nadie") { complete } b: brief(id: $long) { complete } c: brief(id: "citation:cdmx-2016/siglas") { complete } }',
      { long },
    );
    expect([a, b, c]).toEqual([null, null, null]);
  });
});

describe('Each entity', () => {
  const ids = tables.flatMap(({ name, holds }) => (holds.what === 'entities' ? seedValues(name, 'id') : []));

  it('has a brief whose lines are cited, whose facts and sources exist, and that says nothing twice', async () => {
    const briefs = await briefsOf(ids);
    expect(briefs.map(({ entity }) => entity.id)).toEqual(ids);
    const tieIds = new Set(tables.flatMap(({ name, holds }) => (holds.what === 'ties' ? seedValues(name, 'id') : [])));
    const citationsOfTie = new Map(
      tables.flatMap(({ name, holds }) =>
        holds.what === 'ties'
          ? seedRows(name).map((row) => [row['id'] ?? '', cellList(row['citations'])] as const)
          : [],
      ),
    );
    const citationIds = new Set(seedValues('citations', 'id'));
    for (const { entity, sections } of briefs) {
      expect([entity.id, sections.length > 0]).toEqual([entity.id, true]);
      for (const { section, lines, more } of sections) {
        const texts = lines.map(
          ({ lead, clauses }) => `${lead?.es ?? ''} ${clauses.map(({ text }) => text.es).join()}`,
        );
        expect([entity.id, section, lines.length > 0 && lines.length <= 24, more >= 0]).toEqual([
          entity.id,
          section,
          true,
          true,
        ]);
        expect([entity.id, section, new Set(texts).size]).toEqual([entity.id, section, texts.length]);
        for (const line of lines) {
          const cited = new Set(citationsOfLine(line).map(({ id }) => id));
          expect([entity.id, section, line.clauses.every(({ citations }) => citations.length > 0)]).toEqual([
            entity.id,
            section,
            true,
          ]);
          expect([...cited].filter((id) => !citationIds.has(id))).toEqual([]);
          expect(line.ties.filter(({ id }) => !tieIds.has(id))).toEqual([]);
          // A claim about a fact names the fact, and rests on sources of its own.
          if (section !== 'DOUBTS')
            for (const { id } of line.ties)
              expect([entity.id, id, citationsOfTie.get(id)?.filter((one) => !cited.has(one))]).toEqual([
                entity.id,
                id,
                [],
              ]);
        }
      }
    }
  });

  it('gets the same brief each time, alone or with others', async () => {
    const some = ['nagoya', 'chicago', 'ciudad-de-mexico', 'ana-moreno', 'metropolis', 'america-latina'];
    const together = await briefsOf(some);
    expect(await briefsOf([...some].reverse())).toEqual([...together].reverse());
    expect((await briefsOf(['ciudad-de-mexico']))[0]).toEqual(together[2]);
  });
});

describe('The statements of a brief', () => {
  const query =
    'brief(id: $id) { sections { lines { statement citations { id source { title } } ties { id } } } markdown html }';

  it('are as many for the home city as for a city of a few lines, and as many for five briefs as for one', async () => {
    const of = async (body: object) => (await post(body)).statements;
    const nagoya = await of({ query: `query ($id: ID!) { ${query} }`, variables: { id: 'nagoya' } });
    expect(nagoya).toBe(11);
    expect(await of({ query: `query ($id: ID!) { ${query} }`, variables: { id: 'ciudad-de-mexico' } })).toBe(nagoya);
    const five = ['nagoya', 'chicago', 'ciudad-de-mexico', 'francia', 'ana-moreno'].map(
      (id, at) => `a${at}: ${query.replace('$id', `"${id}"`)}`,
    );
    expect(await of({ query: `{ ${five.join(' ')} }` })).toBe(nagoya);
  });

  it('are refused for twenty briefs in one request', async () => {
    const twenty = Array.from({ length: 20 }, (_, at) => `a${at}: brief(id: "nagoya") { markdown }`);
    expect((await post({ query: `{ ${twenty.join(' ')} }` })).codes).toEqual(['QUERY_TOO_COMPLEX']);
    expect((await post({ query: '{ brief(id: "nagoya") { markdown html } }' })).codes).toEqual([]);
  });
});
