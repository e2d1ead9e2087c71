import { describe, expect, it } from 'vitest';

import { tieKinds, tieOf } from '../../src/model/ties.ts';
import { withSeeds, type Answer } from '../support/seeded-graph.ts';

// Questions of an office and of researchers. Each expected answer was read in the documents, not in the graph.
const { ask } = withSeeds();

/** What a question asked for is known to the question alone, which reads every value. */
type Found = Answer['data'];
type Read = (data: Found) => unknown;
type Question = readonly [question: string, query: string, read: Read, answer: unknown];

interface Named {
  readonly name: string;
}
interface Cited {
  readonly citations: readonly { readonly place: string; readonly source: { readonly title: string } }[];
}

const byLetter = (one: string, other: string) => one.localeCompare(other, 'es');
/** Each once, in an order of its own: for answers whose order means nothing. */
const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort(byLetter);
const names = (things: readonly Named[]) => sorted(things.map(({ name }) => name));
/** Document and place of each citation. */
const places = (facts: readonly Cited[]) =>
  sorted(facts.flatMap(({ citations }) => citations.map(({ source, place }) => `${source.title} · ${place}`)));
/** What one list has and another has not: the way to ask for an absence. */
const without = (all: readonly string[], some: readonly string[]) => all.filter((text) => !some.includes(text));

const CITATIONS = 'citations { place source { title } }';
/** Kinds of facts that count as work together; lists of places and classifications do not. */
const WORK = tieKinds.filter((kind) => tieOf(kind).class === 'WORK').join(' ');
const book = 'La Ciudad de México en el mundo: hacia una política pública de acción internacional';
const terms = 'Diálogo para una Ciudad Global';
const newsletter = 'Dialogues for a Global Mexico City';
const ministry = 'Boletín Electrónico de Acción Internacional Local, onceava edición';
const cemeri = 'Mexican Local Diplomacy Newsletter January 2021';

const alliance = 'alianza-euro-latinoamericana-de-cooperacion-entre-ciudades';
const office = 'coordinacion-general-de-asuntos-internacionales-cdmx';
const government = 'gobierno-de-la-ciudad-de-mexico';
const mayor = 'jefatura-de-gobierno-cdmx';
const dialogues = 'dialogos-para-una-cdmx-global';
const unam = 'universidad-nacional-autonoma-de-mexico';
const c40 = 'grupo-de-ciudades-lideres-en-cambio-climatico-c40';

/** Asks each question of a group and compares the whole answer. */
function answers(group: string, questions: readonly Question[]): void {
  describe(group, () => {
    it.each(questions)('%s', async (_, query, read, answer) => {
      expect(read(await ask(query))).toEqual(answer);
    });
  });
}

answers('La oficina y su historia', [
  [
    '¿Quiénes de la CGAI fueron consultados, con qué cargo?',
    `{ people(filter: { institutions: ["${office}"], consulted: true }) { nodes { name affiliations { role institution { id } } } } }`,
    ({ people }) =>
      sorted(
        people.nodes.flatMap(({ name, affiliations }: Found) =>
          affiliations
            .filter(({ institution }: Found) => institution.id === office)
            .map(({ role }: Found) => `${name}: ${role}`),
        ),
      ),
    [
      'Cuauhtémoc Cárdenas Solórzano: Coordinador General de Asuntos Internacionales',
      'Enrique Pérez Claudin: Director General de Vinculación Institucional',
      'Tatiana Alcázar Carrasco: Directora General de Seguimiento y Enlace',
      'Víctor García Zapata: Director General de Cooperación Internacional',
    ],
  ],
  [
    '¿Qué oficinas precedieron a la CGAI, y desde cuándo?',
    `{ node(id: "${office}") { ... on GovernmentEntity { predecessors { name foundedOn predecessors { name foundedOn predecessors { name foundedOn } } } } } }`,
    ({ node }) =>
      sorted(
        [1, 2, 3]
          .reduce<readonly Found[]>(
            (offices) => [...offices, ...offices.flatMap(({ predecessors = [] }) => predecessors)],
            node.predecessors,
          )
          .map(({ name, foundedOn }) => `${foundedOn} ${name}`),
      ),
    [
      '1994 Oficina responsable de las relaciones internacionales de la Ciudad',
      '1997 Coordinación de Asuntos Internacionales',
      '2000 Subdirección de Protocolo',
      '2006 Coordinación General de Relaciones Internacionales',
    ],
  ],
  [
    '¿Dónde dice que en 2000 la Coordinación desaparece y queda una Subdirección?',
    '{ node(id: "subdireccion-de-protocolo-cdmx") { ... on Entity { ties(kinds: [SUCCEEDED]) { nodes { ... on Succession { on predecessor { name } citations { place source { title } } } } } } } }',
    ({ node }) =>
      node.ties.nodes
        .filter(({ on }: Found) => on === '2000')
        .map((fact: Found) => [fact.predecessor.name, places([fact])]),
    [
      [
        'Coordinación de Asuntos Internacionales',
        [`${book} · 1.1 Antecedentes, párrafo 6 («Con la llegada de Andrés Manuel López Obrador»)`],
      ],
    ],
  ],
  [
    '¿Quiénes fueron Jefes de Gobierno, y desde qué año?',
    `{ people(filter: { institutions: ["${mayor}"] }) { nodes { name affiliations { role since institution { id } } } } }`,
    ({ people }) =>
      sorted(
        people.nodes.flatMap(({ name, affiliations }: Found) =>
          affiliations
            .filter(({ role, institution }: Found) => institution.id === mayor && role.startsWith('Jefe de Gob'))
            .map(({ since }: Found) => `${since} ${name}`),
        ),
      ),
    [
      '1997 Cuauhtémoc Cárdenas Solórzano',
      '2000 Andrés Manuel López Obrador',
      '2006 Marcelo Ebrard Casaubon',
      '2012 Miguel Ángel Mancera Espinosa',
    ],
  ],
  [
    '¿Qué Jefes de Gobierno no fueron consultados?',
    `{ people(filter: { institutions: ["${mayor}"], consulted: false }) { nodes { name } } }`,
    ({ people }) => names(people.nodes),
    ['Andrés Manuel López Obrador', 'Marcelo Ebrard Casaubon', 'Miguel Ángel Mancera Espinosa'],
  ],
  [
    '¿Quién fue Regente?',
    '{ people(filter: { institutions: ["departamento-del-distrito-federal"] }) { nodes { name affiliations { role } } } }',
    ({ people }) => people.nodes.map(({ name, affiliations }: Found) => [name, affiliations[0].role]),
    [['Oscar Espinosa Villarreal', 'Regente']],
  ],
]);

/** The place that a member of a network stands for: the city it governs, or itself. */
const standsFor = ({ node }: Found): string => node.governs?.[0]?.name ?? node.name;
const MEMBERS = `members: node(id: "${alliance}") { ... on Network { members(first: 100) { edges { node { name ... on GovernmentEntity { governs { name ... on City { country { name } } } } ... on State { country { name } } } ties { ... on Membership { post ${CITATIONS} } } } } } }`;
const PARALLEL =
  'parallel: node(id: "consultas-paralelas-al-las") { ... on Consultation { ties(kinds: [CONTRIBUTED_TO], with: [CITY]) { nodes { from { name } } } claims { property value citations { place source { title } } } } }';
const coordinates = ({ ties }: Found): boolean => ties[0].post === 'coordinador';
const membersOf = ({ members }: Found): readonly Found[] =>
  members.members.edges.filter((edge: Found) => !coordinates(edge));
const parallelCities = ({ parallel }: Found) => names(parallel.ties.nodes.map((tie: Found) => tie.from));
const memberPlaces = [
  'Belo Horizonte',
  'Ciudades Unidas de Francia',
  'Fondo Andaluz de Municipios para la Solidaridad Internacional',
  'Lima',
  'Madrid',
  'Medellín',
  'Minas Gerais',
  'Montevideo',
  'París',
  'Quito',
  'Río de Janeiro',
];

answers('AL-LAs', [
  [
    '¿Quiénes eran sus miembros, y dónde está escrito?',
    `{ ${MEMBERS} }`,
    (data) => [sorted(membersOf(data).map(standsFor)), places(membersOf(data).flatMap(({ ties }) => ties))],
    [memberPlaces, [`${book} · Presentación, recuadro La Alianza AL-LAs`]],
  ],
  [
    '¿Quién la coordinaba?',
    `{ ${MEMBERS} }`,
    ({ members }) => names(members.members.edges.filter(coordinates).map(({ node }: Found) => node)),
    ['Gobierno de la Ciudad de México'],
  ],
  [
    '¿De qué países eran las ciudades y estados miembros?',
    `{ ${MEMBERS} }`,
    (data) =>
      sorted(
        membersOf(data)
          .map(({ node }) => (node.governs?.[0] ?? node).country?.name)
          .filter(Boolean),
      ),
    ['Brasil', 'Colombia', 'Ecuador', 'España', 'Francia', 'Perú', 'Uruguay'],
  ],
  [
    '¿Quiénes la financiaron o patrocinaron?',
    `{ node(id: "${alliance}") { ... on Entity { ties(kinds: [COLLABORATES_WITH], statedOnly: true) { nodes { from { name } ... on Collaboration { form } ${CITATIONS} } } } } }`,
    ({ node }) =>
      node.ties.nodes
        .filter(({ form }: Found) => form === 'FUNDING')
        .map((fact: Found) => [
          fact.from.name,
          places([fact]).find((place) => /La Alianza AL-LAs$|nota 13$/.test(place)),
        ]),
    [
      ['Delegación de la Unión Europea en México', `${book} · Primera parte, notas, nota 13`],
      ['Unión Europea', `${book} · Presentación, recuadro La Alianza AL-LAs`],
    ],
  ],
  [
    '¿Quiénes trabajaban en ella?',
    `{ node(id: "${alliance}") { ... on Network { people { nodes { name affiliations { role } } } } } }`,
    ({ node }) => sorted(node.people.nodes.map(({ name, affiliations }: Found) => `${name}: ${affiliations[0].role}`)),
    [
      'Braulio Díaz Castro: Responsable comunicaciones AL-LAs',
      'Eugene D. Zapata Garesché: Coordinador del proyecto AL-LAs',
      'Paola Andrea Arjona Caycedo: Coordinadora técnica AL-LAs',
    ],
  ],
  [
    '¿En qué otras ciudades se hizo la consulta en paralelo?',
    `{ ${PARALLEL} }`,
    parallelCities,
    ['Belo Horizonte', 'Lima', 'Medellín', 'Montevideo', 'Morón', 'Quito'],
  ],
  [
    '¿Qué ciudad con consulta paralela no era miembro?',
    `{ ${PARALLEL} ${MEMBERS} }`,
    (data) => without(parallelCities(data), membersOf(data).map(standsFor)),
    ['Morón'],
  ],
  [
    '¿Qué miembros no tuvieron consulta paralela?',
    `{ ${PARALLEL} ${MEMBERS} }`,
    (data) => without(sorted(membersOf(data).map(standsFor)), parallelCities(data)),
    [
      'Ciudades Unidas de Francia',
      'Fondo Andaluz de Municipios para la Solidaridad Internacional',
      'Madrid',
      'Minas Gerais',
      'París',
      'Río de Janeiro',
    ],
  ],
]);

const NOTEBOOKS = `publications(filter: { text: "Cuadernos para la Internacionalización de las Ciudades" }) { nodes { name aliases publishedIn { name } ties(kinds: [PUBLISHED_IN]) { nodes { ${CITATIONS} } } } }`;
const numberOf = ({ aliases }: Found) => /número (\d)/.exec(aliases.join())?.[1];

answers('Lo publicado', [
  [
    '¿Dónde se publicó cada Cuaderno para la Internacionalización de las Ciudades?',
    `{ ${NOTEBOOKS} }`,
    ({ publications }) =>
      sorted(publications.nodes.map((one: Found) => `${numberOf(one)}: ${names(one.publishedIn).join(', ')}`)),
    [
      '1: Ciudad de México',
      '2: Ciudad de México, Quito',
      '3: Ciudad de México, Medellín',
      '4: Belo Horizonte, Ciudad de México',
      '5: Ciudad de México, Lima',
      '6: Ciudad de México, Morón',
      '7: Ciudad de México, Montevideo',
    ],
  ],
  [
    '¿Qué Cuaderno no se publicó también en otra ciudad?',
    `{ ${NOTEBOOKS} }`,
    ({ publications }) =>
      publications.nodes
        .filter(({ publishedIn }: Found) => publishedIn.length < 2)
        .map((one: Found) => [one.name, places(one.ties.nodes)]),
    [
      [
        'Marco legal e institucional para la acción internacional de las ciudades: Diagnóstico y prospectiva euro-latinoamericana',
        [`${book} · Documentos útiles, entrada 4`],
      ],
    ],
  ],
  [
    '¿En qué ciudad latinoamericana miembro de AL-LAs no se publicó ningún Cuaderno?',
    `{ ${NOTEBOOKS} cities(filter: { networks: ["${alliance}"], regions: ["america-latina"], foreign: true }) { nodes { name } } }`,
    ({ publications, cities }) =>
      without(names(cities.nodes), names(publications.nodes.flatMap(({ publishedIn }: Found) => publishedIn))),
    ['Río de Janeiro'],
  ],
  [
    '¿Qué se publicó en Medellín?',
    '{ node(id: "medellin") { ... on Entity { ties(kinds: [PUBLISHED_IN]) { nodes { from { name } } } } } }',
    ({ node }) => names(node.ties.nodes.map((tie: Found) => tie.from)),
    ['Estrategias participativas para internacionalizar el territorio; miradas desde América Latina y Europa'],
  ],
]);

const NAGOYA = 'agreements(filter: { types: [TWINNING], places: ["nagoya"] }) { nodes';

answers('Lo que cuenta el boletín de enero de 2015', [
  [
    '¿Quiénes estuvieron en el desayuno con embajadores, y qué día fue?',
    `{ events(filter: { participants: ["mara-robles-villasenor"] }) { nodes { startsOn attendance { participant { name } } contributions { contributor { name } } } } }`,
    ({ events: { nodes } }) =>
      nodes.map(({ startsOn, attendance, contributions }: Found) => [
        startsOn,
        names(attendance.map(({ participant }: Found) => participant)),
        names(contributions.map(({ contributor }: Found) => contributor)),
      ]),
    [
      [
        '2015-01-27',
        ['Cuauhtémoc Cárdenas Solórzano', 'Eduardo Vázquez Martín', 'Mara Robles Villaseñor'],
        ['Miguel Ángel Mancera Espinosa'],
      ],
    ],
  ],
  [
    '¿Quiénes son «Mara Villaseñor Robles» y «Eduardo Martín Vázquez», y en qué sector se les consultó?',
    '{ mara: people(filter: { text: "Mara Villaseñor Robles" }) { nodes { name participations { sector { name } } } } eduardo: people(filter: { text: "Eduardo Martín Vázquez" }) { nodes { name participations { sector { name } } } } }',
    ({ mara, eduardo }) =>
      [...mara.nodes, ...eduardo.nodes].map(({ name, participations }) => [name, participations[0].sector.name]),
    [
      ['Mara Robles Villaseñor', 'Academia y líderes de opinión'],
      ['Eduardo Vázquez Martín', 'Sector gobierno'],
    ],
  ],
  [
    '¿Quién recibió a la delegación de Nagoya, y cuándo?',
    `{ events(filter: { participants: ["nagoya"] }) { nodes { startsOn contributions { contributor { name } ${CITATIONS} } } } }`,
    ({ events: { nodes } }) =>
      nodes.map(({ startsOn, contributions }: Found) => [
        startsOn,
        names(contributions.map(({ contributor }: Found) => contributor)),
        places(contributions),
      ]),
    [['2015-01-27', ['Cuauhtémoc Cárdenas Solórzano'], [`${newsletter} · Nota sobre Nagoya, párrafo 1`]]],
  ],
  [
    '¿Cuándo se firmó y cuándo se ratificó el hermanamiento con Nagoya, y entre quiénes?',
    `{ ${NAGOYA} { acts { act on } parties { party { name } } } } }`,
    ({ agreements: { nodes } }) =>
      nodes.map(({ acts, parties }: Found) => [
        acts.map(({ act, on }: Found) => `${act} ${on}`),
        names(parties.map(({ party }: Found) => party)),
      ]),
    [
      [
        ['SIGNED 1977', 'RATIFIED 2007'],
        ['Ciudad de México', 'Nagoya'],
      ],
    ],
  ],
  [
    '¿Quiénes operaron el proyecto que descansa en ese hermanamiento, y desde qué año?',
    `{ ${NAGOYA} { programs(first: 5) { nodes { name ties(kinds: [RUNS], first: 5) { nodes { since from { name } } } } } } } }`,
    ({ agreements: { nodes } }) =>
      nodes[0].programs.nodes.map(({ name, ties }: Found) => [
        name,
        sorted(ties.nodes.map(({ since, from }: Found) => `${since} ${from.name}`)),
      ]),
    [
      [
        'Proyecto de mejora del drenaje de la Ciudad de México',
        ['2011 Nagoya City Waterworks & Sewerage Bureau', '2011 SACMEX'],
      ],
    ],
  ],
  [
    '¿Quién presentó «Sonrisas por tu ciudad», dónde, cuándo y por invitación de quién?',
    '{ events(filter: { participants: ["sonrisas-por-tu-ciudad"] }) { nodes { startsOn endsOn heldIn { name } attendance { participant { name kind } } contributions { contributor { name } } } } }',
    ({ events: { nodes } }) =>
      nodes.map(({ startsOn, endsOn, heldIn, attendance, contributions }: Found) => [
        [startsOn, endsOn],
        names(heldIn),
        names(attendance.map(({ participant }: Found) => participant).filter(({ kind }: Found) => kind === 'PERSON')),
        names(contributions.map(({ contributor }: Found) => contributor)),
      ]),
    [
      [
        ['2015-01-28', '2015-02-01'],
        ['Madrid'],
        ['Miguel Torruco Marqués'],
        ['Unión de Ciudades Capitales de Iberoamérica'],
      ],
    ],
  ],
]);

const LISTED_FOR = (place: string) => `programs(filter: { places: ["${place}"], origin: LISTED })`;

answers('Redes, socios y lugares', [
  [
    '¿En qué redes tenía la Ciudad posiciones de liderazgo? ¿Es la lista completa?',
    `{ node(id: "ciudad-de-mexico") { ... on City { memberships { post open network { name } ${CITATIONS} } } } }`,
    ({ node }) => {
      const leading = node.memberships.filter(({ post }: Found) => post !== null);
      return [
        names(leading.map(({ network }: Found) => network)),
        leading.every(({ open }: Found) => open),
        places(leading).some((place) => place.includes('1.1 Antecedentes, párrafo 9')),
      ];
    },
    [
      [
        'Ciudades y Gobiernos Locales Unidos',
        'Grupo de Ciudades Líderes en Cambio Climático',
        'Organización Mundial de Grandes Metrópolis',
        'Red de Gobiernos Locales por la Sustentabilidad',
        'Unión de Ciudades Capitales de Iberoamérica',
      ],
      true,
      true,
    ],
  ],
  [
    '¿Con qué ciudades hay acuerdos de cooperación estratégica?',
    `{ agreements(filter: { types: [STRATEGIC] }) { nodes { parties { party { name kind } ${CITATIONS} } } } }`,
    ({ agreements: { nodes } }) => {
      const parties = nodes
        .flatMap((agreement: Found) => agreement.parties)
        .filter(({ party }: Found) => party.kind === 'CITY');
      return [names(parties.map(({ party }: Found) => party)), places(parties)];
    },
    [
      ['Buenos Aires', 'Nueva York', 'París', 'Sao Paulo'],
      [`${book} · 1.1 Antecedentes, párrafo 10 («Se firma una nueva generación»)`],
    ],
  ],
  [
    '¿Dónde hay Casas de la Ciudad de México?',
    `{ node(id: "${government}") { ... on Entity { ties(kinds: [COLLABORATES_WITH], first: 100) { nodes { to { name } ... on Collaboration { form } } } } } }`,
    ({ node }) =>
      names(node.ties.nodes.filter(({ form }: Found) => form === 'HOUSE_ABROAD').map((tie: Found) => tie.to)),
    ['Chicago', 'Los Ángeles'],
  ],
  [
    '¿Qué dependencias tratan con Chicago, en cuántos programas?',
    `{ ${LISTED_FOR('chicago')} { nodes { governmentEntities { nodes { name } } } } }`,
    ({ programs: { nodes } }) =>
      nodes
        .flatMap(({ governmentEntities }: Found) => governmentEntities.nodes.map(({ name }: Named) => name))
        .sort(byLetter),
    [
      'Coordinación General de Asuntos Internacionales',
      'Coordinación General de Asuntos Internacionales',
      'Coordinación General de Asuntos Internacionales',
      'Coordinación General de Asuntos Internacionales',
      'Secretaría de Desarrollo Económico',
    ],
  ],
  [
    '¿Quiénes de los consultados son de las dependencias que tratan con Chicago?',
    `{ ${LISTED_FOR('chicago')} { nodes { governmentEntities(first: 5) { nodes { people(filter: { consulted: true }) { nodes { name } } } } } } }`,
    ({ programs: { nodes } }) =>
      names(
        nodes
          .flatMap(({ governmentEntities }: Found) => governmentEntities.nodes)
          .flatMap(({ people }: Found) => people.nodes),
      ),
    [
      'Cuauhtémoc Cárdenas Solórzano',
      'Enrique Pérez Claudin',
      'Salomón Chertorivski Woldenberg',
      'Tatiana Alcázar Carrasco',
      'Víctor García Zapata',
    ],
  ],
  [
    '¿Qué programas tratan con Chicago y no con Los Ángeles?',
    `{ chicago: ${LISTED_FOR('chicago')} { nodes { name } } losAngeles: ${LISTED_FOR('los-angeles')} { nodes { name } } }`,
    ({ chicago, losAngeles }) => without(names(chicago.nodes), names(losAngeles.nodes)),
    [
      'Convenio de colaboración en educación (SEDU y la Universidad de Illinois en Chicago)',
      'Diálogo estratégico con la alcaldía de Chicago',
    ],
  ],
  [
    '¿Qué programas tienen contraparte en Estados Unidos, sus ciudades incluidas?',
    '{ programs(filter: { partners: ["estados-unidos"] }) { nodes { name } } }',
    ({ programs }) => names(programs.nodes),
    [
      'Convenio de colaboración en educación (SEDU y la Universidad de Illinois en Chicago)',
      'Convenios bilaterales (Medellín, Lima, Francia, NY y otros)',
      'Convenios comerciales (Cámara de Comercio de Chicago y Los Ángeles)',
      'Diálogo estratégico con la alcaldía de Chicago',
      'Diálogo estratégico con la alcaldía de Los Ángeles',
      'Diálogos Estratégicos Chicago - Ciudad de México - Los Ángeles',
      'Iniciativa Ciudad de México: Casas de la CDMX en Chicago y Los Ángeles para atención a la población migrante',
    ],
  ],
  [
    '¿Y en Francia?',
    '{ programs(filter: { partners: ["francia"] }) { nodes { name governmentEntities { nodes { name } } } } }',
    ({ programs: { nodes } }) =>
      sorted(
        nodes.map(({ name, governmentEntities }: Found) => `${name}: ${names(governmentEntities.nodes).join(', ')}`),
      ),
    [
      'Convenios bilaterales (Medellín, Lima, Francia, NY y otros): Secretaría de Salud',
      'Diálogo urbano París-CDMX: Autoridad del Centro Histórico de la Ciudad de México, Fideicomiso del Centro Histórico',
    ],
  ],
  [
    '¿Con qué ciudades europeas se mantienen relaciones privilegiadas, y dónde está escrito?',
    `{ cities(filter: { regions: ["europa"] }) { nodes { name ties(kinds: [COLLABORATES_WITH]) { nodes { from { id } ${CITATIONS} } } } } }`,
    ({ cities }) => {
      const cooperating = cities.nodes.filter(({ ties }: Found) =>
        ties.nodes.some(({ from }: Found) => from.id === 'ciudad-de-mexico'),
      );
      return [names(cooperating), places(cooperating.flatMap(({ ties }: Found) => ties.nodes))];
    },
    [['Berlín', 'Madrid', 'París', 'Roma'], [`${book} · 2.4 Ciudad Planetaria, apartado 4, Europa`]],
  ],
  [
    '¿Qué ciudades de Brasil nombran los documentos?',
    '{ node(id: "brasil") { ... on Country { cities { name } } } }',
    ({ node }) => names(node.cities),
    ['Belo Horizonte', 'Río de Janeiro', 'Sao Paulo'],
  ],
  [
    '¿Y qué ciudades de la región Norte América, fuera de México?',
    '{ cities(filter: { regions: ["norte-america"], foreign: true }) { nodes { name country { name } } } }',
    ({ cities: { nodes } }) => sorted(nodes.map(({ name, country }: Found) => `${name}, ${country.name}`)),
    [
      'Chicago, Estados Unidos de América',
      'Los Ángeles, Estados Unidos de América',
      'Montreal, Canadá',
      'Nueva York, Estados Unidos de América',
      'Toronto, Canadá',
      'Vancouver, Canadá',
    ],
  ],
  [
    '¿Con qué países de Asia pide el documento reforzar la vinculación?',
    `{ node(id: "${dialogues}") { ... on Entity { ties(kinds: [PRIORITIZED_IN], with: [COUNTRY]) { nodes { from { name ... on Country { regions { id } } } } } } } }`,
    ({ node }) =>
      names(
        node.ties.nodes
          .map(({ from }: Found) => from)
          .filter(({ regions }: Found) => regions.some(({ id }: Found) => id === 'asia')),
      ),
    ['China', 'Corea', 'India', 'Japón'],
  ],
  [
    '¿Con quiénes hubo relación en el Medio Oriente?',
    '{ node(id: "asia-occidental") { ... on Region { countries { name ties(kinds: [COLLABORATES_WITH]) { totalCount } cities { name ties(kinds: [COLLABORATES_WITH]) { totalCount } } } } } }',
    ({ node }) =>
      names(
        node.countries
          .flatMap((country: Found) => [country, ...country.cities])
          .filter(({ ties }: Found) => ties.totalCount > 0),
      ),
    ['Dubái', 'Emiratos Árabes', 'Kuwait'],
  ],
  [
    '¿Con qué país de Oceanía que el documento nombra no consta ningún trabajo?',
    `{ node(id: "australia-y-nueva-zelandia") { ... on Region { countries { name ties(kinds: [${WORK}]) { totalCount } } } } }`,
    ({ node }) => names(node.countries.filter(({ ties }: Found) => ties.totalCount === 0)),
    ['Nueva Zelanda'],
  ],
  [
    '¿Con cuáles de las siete ciudades de oficinas robustas no consta ningún trabajo?',
    `{ nodes(ids: ["nueva-york", "paris", "londres", "barcelona", "guangzhou", "johannesburgo", "sao-paulo"]) { ... on City { name ties(kinds: [${WORK}]) { totalCount } government { ties(kinds: [${WORK}]) { totalCount } } } } }`,
    ({ nodes }) =>
      names(
        nodes.filter(
          ({ ties, government: governing }: Found) => ties.totalCount === 0 && (governing?.ties.totalCount ?? 0) === 0,
        ),
      ),
    ['Barcelona', 'Guangzhou', 'Londres'],
  ],
  [
    '¿De qué instituciones de la lista de siglas no consta ningún trabajo con nadie?',
    `{ amaie: entities(filter: { text: "AMAIE" }) { ...bodies } arricod: entities(filter: { text: "ARRICOD" }) { ...bodies } ifal: entities(filter: { text: "IFAL" }) { ...bodies } cuf: entities(filter: { text: "CUF" }) { ...bodies } }
    fragment bodies on EntityConnection { nodes { name ties(kinds: [${WORK}]) { totalCount } ${CITATIONS} } }`,
    ({ amaie, arricod, ifal, cuf }) => {
      const idle = [amaie, arricod, ifal, cuf]
        .flatMap(({ nodes }) => nodes)
        .filter(({ ties }) => ties.totalCount === 0);
      return [names(idle), places(idle)];
    },
    [
      [
        'Asociación Francesa de Profesionales de la Acción Europea e Internacional de los Gobiernos Locales',
        'Asociación Mexicana de Oficinas de Asuntos Internacionales de los Estados',
        'Instituto Francés de América Latina',
      ],
      [`${book} · Siglas y abreviaturas`],
    ],
  ],
]);

const BY_AXIS = `programs(filter: { origin: LISTED }, first: 100) { nodes { name axes { rank } governmentEntities { nodes { name } } } }`;
/** The ranks of the axes under which each body has programs, by its own listings only. */
const axesByBody = ({ programs }: Found): readonly (readonly [body: string, ranks: readonly string[]])[] => {
  const listings: readonly { readonly body: string; readonly rank: string }[] = programs.nodes.flatMap(
    ({ axes, governmentEntities }: Found) =>
      governmentEntities.nodes.flatMap(({ name }: Named) =>
        axes.map(({ rank }: Found) => ({ body: name, rank: String(rank) })),
      ),
  );
  return sorted(listings.map(({ body }) => body)).map((body) => [
    body,
    sorted(listings.filter((listing) => listing.body === body).map(({ rank }) => rank)),
  ]);
};
const laboratory = 'Laboratorio para la Ciudad';

answers('Programas por dependencia y eje', [
  [
    '¿En qué ejes tiene programas el Laboratorio para la Ciudad?',
    `{ ${BY_AXIS} }`,
    (data) => new Map(axesByBody(data)).get(laboratory),
    ['1', '3', '4'],
  ],
  [
    '¿Y en cuáles no?',
    `{ ${BY_AXIS} priorityAxes { rank } }`,
    (data) =>
      without(
        data.priorityAxes.map(({ rank }: Found) => String(rank)),
        new Map(axesByBody(data)).get(laboratory) ?? [],
      ),
    ['2', '5'],
  ],
  [
    '¿Qué dependencias tienen programas en más de un eje?',
    `{ ${BY_AXIS} }`,
    (data) => axesByBody(data).filter(([, ranks]) => ranks.length > 1),
    [
      ['Coordinación General de Asuntos Internacionales', ['2', '3']],
      [laboratory, ['1', '3', '4']],
    ],
  ],
  [
    '¿Qué dependencias hay bajo el eje 3?',
    '{ governmentEntities(filter: { axes: ["eje-3-mega-laboratorio-urbano"] }) { nodes { name } } }',
    ({ governmentEntities }) => names(governmentEntities.nodes),
    [
      'Autoridad del Espacio Público',
      'Coordinación General de Asuntos Internacionales',
      'Laboratorio para la Ciudad',
      'Metrobus',
      'Secretaría de Desarrollo Urbano y Vivienda',
      'Secretaría de Medio Ambiente',
      'Secretaría de Movilidad',
      'Secretaría de Protección Civil',
      'STC Metro',
    ],
  ],
  [
    '¿Qué dependencias del eje 5 no tienen ninguna contraparte nombrada?',
    '{ governmentEntities(filter: { axes: ["eje-5-ciudad-atractiva"] }) { nodes { name programs(filter: { axes: ["eje-5-ciudad-atractiva"] }) { nodes { partners { totalCount } } } } } }',
    ({ governmentEntities: { nodes } }) =>
      names(
        nodes.filter(({ programs }: Found) => programs.nodes.every(({ partners }: Found) => partners.totalCount === 0)),
      ),
    ['Fondo Mixto de Promoción Turística de la Ciudad de México', 'Instituto del Deporte de la Ciudad de México'],
  ],
  [
    '¿Qué programas son con CGLU, de qué dependencia, y en qué tabla?',
    `{ programs(filter: { networks: ["ciudades-y-gobiernos-locales-unidos"] }) { nodes { name governmentEntities { nodes { name } } ${CITATIONS} } } }`,
    ({ programs: { nodes } }) => [
      sorted(
        nodes.map(({ name, governmentEntities }: Found) => `${name}: ${names(governmentEntities.nodes).join(', ')}`),
      ),
      places(nodes),
    ],
    [
      [
        'Copresidencia Comisión Cultura de CGLU: Secretaría de Cultura',
        'Copresidencia de la Comisión de Inclusión Social y Democracia Participativa de CGLU: Secretaría de Desarrollo Social',
        'Liderazgo en temas de obesidad y diabetes en el Grupo de Trabajo sobre Salud en CGLU: Secretaría de Salud',
        'Premio CGLU-CDMX-Cultura 21: Secretaría de Cultura',
      ],
      [
        `${book} · Tabla del eje 1, Secretaría de Cultura, entrada 1`,
        `${book} · Tabla del eje 1, Secretaría de Cultura, entrada 2`,
        `${book} · Tabla del eje 2, Secretaría de Desarrollo Social, entrada 3`,
        `${book} · Tabla del eje 2, Secretaría de Salud, entrada 2`,
      ],
    ],
  ],
  [
    '¿Qué dependencias coinciden en METROPOLIS?',
    '{ programs(filter: { networks: ["metropolis"] }) { nodes { governmentEntities { nodes { name } } } } }',
    ({ programs: { nodes } }) => names(nodes.flatMap(({ governmentEntities }: Found) => governmentEntities.nodes)),
    [
      'Autoridad del Espacio Público',
      'Escuela de Administración Pública de la Ciudad de México',
      'Laboratorio para la Ciudad',
      'Secretaría de Desarrollo Social',
      'Secretaría de Desarrollo Urbano y Vivienda',
    ],
  ],
  [
    '¿Qué dependencias de las tablas no tienen a nadie consultado?',
    '{ governmentEntities(first: 100) { nodes { name programs(filter: { origin: LISTED }) { totalCount } people(filter: { consulted: true }) { totalCount } } } }',
    ({ governmentEntities: { nodes } }) =>
      names(nodes.filter(({ programs, people }: Found) => programs.totalCount > 0 && people.totalCount === 0)),
    [
      'Autoridad del Espacio Público',
      'Fideicomiso del Centro Histórico',
      'Metrobus',
      'PROCDMX',
      'Secretaría de Ciencia y Tecnología',
      'Secretaría de Desarrollo Social',
      'Secretaría de Gobierno',
      'Secretaría de Movilidad',
      'Secretaría de Protección Civil',
      'STC Metro',
    ],
  ],
  [
    '¿Qué secretaría de la Ciudad con personas consultadas no está en las tablas?',
    `{ governmentEntities(filter: { institutions: ["${government}"], text: "Secretaría" }, first: 100) { nodes { name programs(filter: { origin: LISTED }) { totalCount } people(filter: { consulted: true }) { totalCount } } } }`,
    ({ governmentEntities: { nodes } }) =>
      names(nodes.filter(({ programs, people }: Found) => programs.totalCount === 0 && people.totalCount > 0)),
    ['Secretaría de Turismo'],
  ],
  [
    '¿Qué programas comparten varias dependencias?',
    '{ programs(filter: { origin: LISTED }, first: 100) { nodes { name governmentEntities { totalCount edges { ties { ... on ProgramListing { joint } } } } } } }',
    ({ programs: { nodes } }) =>
      names(
        nodes.filter(
          ({ governmentEntities }: Found) =>
            governmentEntities.totalCount > 1 &&
            governmentEntities.edges.every(({ ties }: Found) => ties.every((tie: Found) => tie.joint)),
        ),
      ),
    sorted([
      'Ciudad Refugio (en coordinación con ICORN, la Secretaría de Cultura y la Casa Refugio Citlaltépetl)',
      'Diálogo urbano París-CDMX',
      'Espacio público, parques de bolsillo',
      'Programa de reconversión urbana (EAPDF)',
      'Programa de visitas técnicas Metrobus',
      'Programas de Derechos Humanos',
      'Red de Ciudades Patrimonio',
      'Red mundial de metros',
      'Redes de intercambio en temas urbanos',
      'Redes de intercambios en materia urbana, METROPOLIS',
      'Relaciones con UNESCO en temas patrimoniales',
    ]),
  ],
  [
    '¿Con quiénes se coordina Ciudad Refugio?',
    '{ programs(filter: { text: "Ciudad Refugio" }) { nodes { partners { nodes { name } } } } }',
    ({ programs: { nodes } }) => nodes.map(({ partners }: Found) => names(partners.nodes)),
    [['Casa Refugio Citlaltépetl', 'ICORN', 'Secretaría de Cultura']],
  ],
  [
    '¿Qué universidades son contraparte de algún programa?',
    '{ organizations(filter: { types: [UNIVERSITY] }, first: 100) { nodes { name programs { totalCount } } } }',
    ({ organizations: { nodes } }) => names(nodes.filter(({ programs }: Found) => programs.totalCount > 0)),
    ['Harvard', 'MIT', 'Universidad de Illinois en Chicago', 'Yale'],
  ],
]);

answers('Reconocimientos y reuniones', [
  [
    '¿Qué reconocimientos dio C40 a la Ciudad, y en qué año?',
    `{ recognitions(filter: { givers: ["${c40}"], receivers: ["ciudad-de-mexico"] }) { nodes { name year ${CITATIONS} } } }`,
    ({ recognitions: { nodes } }) => [sorted(nodes.map(({ name, year }: Found) => `${year} ${name}`)), places(nodes)],
    [
      [
        '2013 1er Lugar en Calidad del Aire de los C40 Climate Leadership Awards',
        '2015 Reconocimiento de C40 por el Pacto de Alcaldes, nivel BASIC+',
      ],
      [
        `${book} · 2.2, apartado 3, recuadro Principales reconocimientos internacionales, cuarta celda, Pacto de Alcaldes`,
        `${book} · 2.2, apartado 3, recuadro Principales reconocimientos internacionales, primera celda, C40 2013`,
      ],
    ],
  ],
  [
    '¿De qué reconocimientos no afirma ningún documento quién los dio?',
    '{ recognitions { nodes { name ties(kinds: [GRANTED], statedOnly: true) { totalCount } } } }',
    ({ recognitions: { nodes } }) => names(nodes.filter(({ ties }: Found) => ties.totalCount === 0)),
    [
      '1er Lugar en Calidad del Aire de los C40 Climate Leadership Awards',
      'Elección para la Red de 100 Ciudades Resilientes',
    ],
  ],
  [
    '¿Quién reconoció «Sonrisas por tu ciudad»?',
    '{ recognitions(filter: { receivers: ["sonrisas-por-tu-ciudad"] }) { nodes { givers { name } } } }',
    ({ recognitions: { nodes } }) => nodes.map(({ givers }: Found) => names(givers)),
    [['International Social Tourism Organization']],
  ],
  [
    '¿Qué programa de la Ciudad reconoció la Unesco?',
    `{ recognitions(filter: { givers: ["unesco"] }) { nodes { receivers { name } ${CITATIONS} } } }`,
    ({ recognitions: { nodes } }) => nodes.map((one: Found) => [names(one.receivers), places([one])]),
    [
      [
        ['PILARES'],
        [`${cemeri} · Texto, párrafo 5 («In the North Central region»), lo que dice de «Central South region»`],
      ],
    ],
  ],
  [
    '¿Qué reunión de la OCDE hubo en 2015, y dónde?',
    '{ events(filter: { text: "OCDE" }) { nodes { name startsOn heldIn { name } } } }',
    ({ events }) => events.nodes,
    [
      {
        name: 'Mesa Redonda de OCDE de Alcaldes y Ministros',
        startsOn: '2015',
        heldIn: [{ name: 'Ciudad de México' }],
      },
    ],
  ],
]);

answers('La consulta', [
  [
    '¿Quién le dio asistencia técnica, y quiénes eran de ahí?',
    `{ node(id: "${dialogues}") { ... on Entity { ties(kinds: [CONTRIBUTED_TO], with: [ORGANIZATION], first: 100) { nodes { ... on Contribution { role contributor { name ... on Organization { people { nodes { name affiliations { role } } } } } ${CITATIONS} } } } } } }`,
    ({ node }) =>
      node.ties.nodes
        .filter(({ role }: Found) => role === 'asistencia técnica')
        .map((fact: Found) => [
          fact.contributor.name,
          fact.contributor.people.nodes.map(({ name, affiliations }: Found) => `${name}: ${affiliations[0].role}`),
          places([fact]),
        ]),
    [
      [
        'Centro de Gestión y Cooperación Internacional para el Desarrollo',
        ['Andrea Parra: Asistente técnica metodológica del CGCID', 'Esther Ponce Adame: Directora General'],
        [`${book} · Presentación, nota 1`],
      ],
    ],
  ],
  [
    '¿A qué personas consultadas no cita el documento?',
    '{ people(filter: { consulted: true, quoted: false }) { nodes { name } } }',
    ({ people }) => names(people.nodes),
    [
      'Clorinda Romo',
      'Cristina Girardo',
      'Enrique Pérez Claudin',
      'Gabriela Álvarez',
      'Jesús González Schmal',
      'Luz Araceli González Uresti',
      'Tatiana Alcázar Carrasco',
    ],
  ],
  [
    '¿En qué sector no falta nadie por citar?',
    '{ sectors { name participants(filter: { quoted: false }) { totalCount } } }',
    ({ sectors }) => names(sectors.filter(({ participants }: Found) => participants.totalCount === 0)),
    ['Sociedad civil y medio cultural'],
  ],
  [
    '¿Quiénes del sector gobierno no son del Gobierno de la Ciudad? ¿Constan en el anexo?',
    `{ all: people(filter: { sectors: ["sector-gobierno"] }, first: 100) { nodes { name participations { ${CITATIONS} } } } own: people(filter: { sectors: ["sector-gobierno"], institutions: ["${government}"] }, first: 100) { nodes { name } } }`,
    ({ all, own }) => {
      const others = without(names(all.nodes), names(own.nodes));
      const facts = all.nodes.filter(({ name }: Named) => others.includes(name));
      const inAnnex = ({ participations }: Found) =>
        places(participations).includes(`${book} · Anexo 1, Sector gobierno`);
      return [others, facts.every(inAnnex)];
    },
    [['Adrián Michel Espino', 'Inti Muñoz Santini', 'Marie-Paulle Neuville', 'Montserrat Iglesias Servín'], true],
  ],
  [
    '¿Quiénes eran de la UNAM o de una unidad suya, y quién de ellos no estaba en academia?',
    `{ people(filter: { institutions: ["${unam}"] }) { nodes { name participations { sector { id } } } } }`,
    ({ people: { nodes } }) => [
      names(nodes),
      names(
        nodes.filter(({ participations }: Found) =>
          participations.every(({ sector }: Found) => sector.id !== 'academia-y-lideres-de-opinion'),
        ),
      ),
    ],
    [
      [
        'Alicia Ziccardi Contigiani',
        'Johannes Cabannes',
        'José Narro Robles',
        'Julieta Fierro Gossman',
        'Luis Zambrano González',
        'Nicolás Alvarado',
      ],
      ['Nicolás Alvarado'],
    ],
  ],
  [
    '¿A qué instituciones pertenecía Paula Astorga?',
    '{ people(filter: { text: "Paula Astorga" }) { nodes { affiliations { institution { name } } } } }',
    ({ people: { nodes } }) =>
      nodes.map(({ affiliations }: Found) => names(affiliations.map(({ institution }: Found) => institution))),
    [['Buró de Desarrollo Cultural', 'Circo 2, 12 A.C.', 'Festival Distrital']],
  ],
  [
    '¿Quiénes quedaron fuera de la consulta, y quién fue la excepción?',
    `{ node(id: "${dialogues}") { ... on Consultation { exclusions { number text ${CITATIONS} } } } people(filter: { institutions: ["delegacion-de-la-union-europea-en-mexico"], consulted: true }) { nodes { name } } }`,
    ({ node, people }) => [
      [
        'embajadas',
        'consulados',
        'agencias',
        'organismos',
        'cámaras',
        'centros culturales',
        'migrantes',
        'lenguas',
        'Delegación',
      ].map((word, at) => node.exclusions[at].text.includes(word)),
      node.exclusions.length,
      places(node.exclusions.slice(0, 8)),
      names(people.nodes),
    ],
    [
      Array.from({ length: 9 }, () => true),
      9,
      [`${book} · Primera parte, 1.2.4 Actores consultados, párrafo 3: a quién no se invitó`],
      ['Marie-Paulle Neuville'],
    ],
  ],
  [
    '¿Qué días fueron las sobremesas?',
    `{ node(id: "${dialogues}") { ... on Consultation { sessions { on } } } }`,
    ({ node }) => node.sessions.map(({ on }: Found) => on),
    ['2015-01-28', '2015-01-29', '2015-01-30'],
  ],
  [
    '¿En qué orden quedaron los ejes?',
    '{ priorityAxes { name } }',
    ({ priorityAxes }) => priorityAxes.map(({ name }: Named) => name.split(':')[0]),
    [
      'Ciudad creativa y diversa',
      'Ciudad de derechos',
      'Mega-laboratorio urbano',
      'Ciudad del conocimiento',
      'Ciudad atractiva',
    ],
  ],
  [
    '¿Y las regiones?',
    '{ regions(scheme: "dialogos-cdmx-2016") { name } }',
    ({ regions }) => regions.map(({ name }: Named) => name),
    ['América Latina', 'Norte América', 'Asia', 'Europa', 'África, Medio Oriente y Oceanía'],
  ],
]);

const POSITIONS = `nodes { ... on Position { positionForm person { name } ${CITATIONS} } }`;
const about = (theme: string) =>
  `{ entities(filter: { kinds: [POSITION], themes: ["${theme}"] }, first: 100) { ${POSITIONS} } }`;
const holders: Read = ({ entities }) => names(entities.nodes.map(({ person }: Found) => person));

answers('Quién dice qué', [
  [
    '¿Quién pide becas?',
    `{ entities(filter: { kinds: [POSITION], text: "becas" }) { ${POSITIONS} } }`,
    ({ entities: { nodes } }) => nodes.map((one: Found) => [one.positionForm, one.person.name, places([one])]),
    [['ASK', 'José Narro Robles', [`${book} · Segunda parte, Voces, cita de José Narro Robles`]]],
  ],
  [
    '¿Quiénes hablan de la educación superior?',
    about('educacion-superior'),
    holders,
    ['José Narro Robles', 'Leonardo Díaz Abraham'],
  ],
  ['¿De la gastronomía?', about('gastronomia'), holders, ['Ana Saldaña', 'Regina Pozo']],
  ['¿De la ciencia?', about('ciencia-y-tecnologia'), holders, ['Juan Villoro Ruiz', 'Julieta Fierro Gossman']],
  ['¿Del deporte?', about('deporte'), holders, ['Horacio De la Vega Flores']],
  ['¿De los barrios?', about('vivienda-y-barrios'), holders, ['Alberto Martínez Flores', 'Bárbara del Castillo Niño']],
  [
    '¿Quién nombra a una región del mundo, y cuál?',
    `{ regions(scheme: "dialogos-cdmx-2016") { name ties(kinds: [NAMES]) { nodes { from { ... on Position { person { name } } } } } } }`,
    ({ regions }) =>
      regions.flatMap(({ name, ties }: Found) => ties.nodes.map(({ from }: Found) => `${name}: ${from.person.name}`)),
    ['América Latina: Luis Zambrano González', "Europa: Jacqueline L'Hoist Tapia"],
  ],
  [
    '¿Qué consejos desaconseja el documento que una persona consultada pide?',
    '{ recommendations { number proposals { stance text proposedBy { name } } } entities(filter: { kinds: [POSITION], text: "consejo consultivo" }) { nodes { ... on Position { positionForm person { name } } } } }',
    ({ recommendations, entities }) => {
      const against = recommendations.flatMap(({ number, proposals }: Found) =>
        proposals
          .filter(({ stance }: Found) => stance === 'ADVISED_AGAINST')
          .map(({ text, proposedBy }: Found) => [number, /consejos consultivos/i.test(text), names(proposedBy)]),
      );
      return [against, entities.nodes.map(({ positionForm, person }: Found) => `${positionForm} ${person.name}`)];
    },
    [[[3, true, ['Jorge Schiavon']]], ['ASK Jorge Schiavon']],
  ],
]);

const PROPOSALS = `{ recommendations { number proposals { name number stance ${CITATIONS} } } }`;

answers('Recomendaciones', [
  [
    '¿Cuántas propuestas lista cada recomendación?',
    PROPOSALS,
    ({ recommendations }) =>
      recommendations.map(
        ({ proposals }: Found) =>
          proposals.filter((proposal: Cited) =>
            places([proposal]).some((place) => place.includes('lista de propuestas')),
          ).length,
      ),
    [7, 4, 4, 7, 5],
  ],
  [
    '¿Qué propuesta listada en el cuerpo no está en el Resumen ejecutivo?',
    PROPOSALS,
    ({ recommendations }) =>
      recommendations.flatMap(({ number, proposals }: Found) =>
        proposals
          .filter(
            (one: Found) => one.number !== null && !places([one]).some((place) => place.includes('Resumen ejecutivo')),
          )
          .map((one: Found) => [number, one.number, places([one])]),
      ),
    [[1, 3, [`${book} · 3.1 Recomendaciones, apartado 1, lista de propuestas, viñeta 3`]]],
  ],
  [
    '¿Quién propuso el fideicomiso, cuándo, y a solicitud de quién?',
    `{ node(id: "propuesta-2-1-fideicomiso") { ... on Proposal { proposedBy { name ties(kinds: [COLLABORATES_WITH]) { nodes { to { name } since } } } ties(kinds: [PROPOSED]) { nodes { ... on ProposalOrigin { on } ${CITATIONS} } } } } }`,
    ({ node }) => [
      names(node.proposedBy),
      node.ties.nodes.map(({ on }: Found) => on),
      node.proposedBy[0].ties.nodes,
      places(node.ties.nodes).includes(`${book} · 3.1 Recomendaciones, notas, nota 2`),
    ],
    [
      ['Julio Scherer Ibarra'],
      ['2013-07'],
      [
        {
          to: { name: 'Consejería Jurídica y de Servicios Legales del Gobierno de la Ciudad de México' },
          since: '2013-07',
        },
      ],
      true,
    ],
  ],
]);

/** The rival values of a property with the documents that give each, the preferred one first. */
const rivals = (
  claims: readonly Found[],
  property: string,
): readonly (readonly [value: string, where: readonly string[]])[] =>
  claims.filter((claim) => claim.property === property).map((claim) => [claim.value, places([claim])]);
const documentOf = (place: string) => place.split(' · ')[0] ?? '';
const CLAIMS = `claims { property value ${CITATIONS} }`;
const ofDialogues = `{ node(id: "${dialogues}") { ... on Entity { ${CLAIMS} } } }`;

answers('Donde los documentos se contradicen', [
  [
    '¿En cuántas ciudades más se hizo la consulta?',
    `{ ${PARALLEL} }`,
    ({ parallel }) => rivals(parallel.claims, 'cityCount'),
    [
      ['6', [`${book} · Presentación`]],
      ['7', [`${book} · Resumen ejecutivo, punto 2`]],
    ],
  ],
  [
    '¿En qué sectores no cuentan lo mismo el texto y el anexo?',
    `{ sectors { name participants { totalCount } ${CLAIMS} } }`,
    ({ sectors }) =>
      sectors
        .map(({ name, participants, claims }: Found) => [
          name,
          participants.totalCount,
          rivals(claims, 'participantCount').map(([value]) => value),
        ])
        .filter(([, , values]: readonly [string, number, readonly string[]]) => new Set(values).size > 1),
    [
      ['Sociedad civil y medio cultural', 21, ['21', '20']],
      ['Academia y líderes de opinión', 18, ['18', '13']],
    ],
  ],
  [
    '¿Cuántas fases tuvo la consulta?',
    ofDialogues,
    ({ node }) => rivals(node.claims, 'phaseCount'),
    [
      [
        '5',
        [
          `${book} · Primera parte, 1.2.3 Fases de los Diálogos, párrafo 1: primera fase`,
          `${book} · Resumen ejecutivo, punto 8`,
        ],
      ],
      ['3', [`${terms} · 5. Etapas del Diálogo`]],
    ],
  ],
  [
    '¿Cuántos bloques de preguntas?',
    ofDialogues,
    ({ node }) =>
      rivals(node.claims, 'questionBlockCount').map(([value, where]) => [value, sorted(where.map(documentOf))]),
    [
      ['4', [book]],
      ['3', [terms, newsletter]],
    ],
  ],
  [
    '¿Cuándo empezó?',
    ofDialogues,
    ({ node }) => rivals(node.claims, 'startsOn').map(([value, where]) => [value, sorted(where.map(documentOf))]),
    [
      ['2014-08', [book]],
      ['2014', [book]],
      ['2014-09', [terms]],
    ],
  ],
  [
    '¿Qué cargo tenía Enrique Ortiz en la Coalición Internacional para el Hábitat?',
    `{ people(filter: { text: "Enrique Ortiz" }) { nodes { participations { ${CLAIMS} } affiliations { role institution { name } } } } }`,
    ({ people: { nodes } }) => [
      rivals(nodes[0].participations[0].claims, 'roleAsPrinted'),
      sorted(nodes[0].affiliations.map(({ role }: Found) => role)),
    ],
    [
      [
        ['Coordinador de programas', [`${book} · Anexo 1, Sociedad civil y medio cultural`]],
        [
          'Presidente',
          [`${book} · Primera parte, 1.2.4 Actores consultados, último párrafo: personas nombradas como ejemplo`],
        ],
      ],
      ['Coordinador de programas', 'Presidente'],
    ],
  ],
  [
    '¿Qué cargo tenía Gabriella Gómez-Mont en el Laboratorio?',
    `{ people(filter: { text: "Gabriella Gómez-Mont" }) { nodes { affiliations { ${CLAIMS} } } } }`,
    ({ people: { nodes } }) =>
      rivals(nodes[0].affiliations[0].claims, 'role').map(([value, where]) => [value, where.map(documentOf)]),
    [
      ['Directora General Creativa', [book]],
      ['Directora Creativa', [terms]],
    ],
  ],
  [
    '¿Qué era Mara Robles: politóloga o secretaria?',
    `{ people(filter: { text: "Mara Robles" }) { nodes { participations { roleAsPrinted } affiliations { role institution { name } ${CITATIONS} } } } }`,
    ({ people: { nodes } }) =>
      nodes.map(({ participations, affiliations }: Found) => [
        participations[0].roleAsPrinted,
        affiliations.map((fact: Found) => [fact.role, fact.institution.name, places([fact])]),
      ]),
    [
      [
        'Politóloga',
        [
          [
            'Secretary of Education',
            'Secretaría de Educación',
            [`${newsletter} · Nota «Regional breakfast with Latin American Ambassadors», párrafo 1`],
          ],
        ],
      ],
    ],
  ],
]);

answers('Los otros boletines', [
  [
    '¿Con qué estados trabaja la OCDE, y dónde está escrito?',
    `{ node(id: "ocde") { ... on Entity { ties(kinds: [COLLABORATES_WITH]) { nodes { from { id ...state } to { id ...state } ${CITATIONS} } } } } }
    fragment state on Entity { name ... on GovernmentEntity { governs { name } } }`,
    ({ node }) => [
      sorted(
        node.ties.nodes
          .map(({ from, to }: Found) => (from.id === 'ocde' ? to : from))
          .map(({ name, governs = [] }: Found) => governs[0]?.name ?? name),
      ),
      places(node.ties.nodes),
    ],
    [
      ['Puebla', 'Yucatán'],
      [
        `${cemeri} · Texto, párrafo 4 («Within the Western region»), lo que dice de «eastern region»`,
        `${cemeri} · Texto, párrafo 6 («Finally, in the last two regions»), lo que dice de «Southeast region»`,
      ],
    ],
  ],
  [
    '¿En qué región está Zacatecas, y con quién firmó? ¿Y Guerrero?',
    '{ nodes(ids: ["zacatecas", "guerrero"]) { ... on Entity { name regions: ties(kinds: [IN_REGION]) { nodes { to { name } } } agreements: ties(kinds: [PARTY_TO]) { nodes { ... on AgreementParty { agreement { parties { party { name } } } } } } } } }',
    ({ nodes }) =>
      nodes.map(({ name, regions, agreements }: Found) => [
        name,
        names(regions.nodes.map((tie: Found) => tie.to)),
        without(
          names(agreements.nodes.flatMap(({ agreement }: Found) => agreement.parties.map(({ party }: Found) => party))),
          [name],
        ),
      ]),
    [
      ['Zacatecas', ['Centro Norte de México'], ['Microsoft']],
      ['Guerrero', ['Suroeste de México'], ['Mercado Libre']],
    ],
  ],
  [
    '¿Con quién se reunió el gobernador de Jalisco?',
    '{ events(filter: { participants: ["enrique-alfaro-ramirez"] }) { nodes { attendance { participant { name } role } } } }',
    ({ events: { nodes } }) =>
      nodes.flatMap(({ attendance }: Found) =>
        sorted(attendance.map(({ participant, role }: Found) => `${participant.name}: ${role}`)),
      ),
    ['Enrique Alfaro Ramírez: Governor of Jalisco', 'Zhu Qingqiao: Chinese Ambassador to Mexico'],
  ],
  [
    '¿Qué memorando estaba firmado, desde cuándo, y cuál no?',
    `{ agreements(filter: { types: [MEMORANDUM] }) { nodes { acts { act on } parties { party { name } } ${CITATIONS} } } }`,
    ({ agreements: { nodes } }) =>
      nodes
        .map(({ acts, parties, ...one }: Found) => [
          names(parties.map(({ party }: Found) => party)),
          acts.filter(({ act }: Found) => act === 'SIGNED').map(({ on }: Found) => on),
          places([one]),
        ])
        .sort(([[one]]: readonly [readonly string[]], [[other]]: readonly [readonly string[]]) =>
          byLetter(one ?? '', other ?? ''),
        ),
    [
      [
        ['Comisión Reguladora de Energía de México', 'Oficina Nacional de Energía de Canadá'],
        ['2017-06'],
        [
          `${ministry} · Sección «Se firmaron iniciativas en distintos rubros», punto 3: cooperación en materia energética`,
        ],
      ],
      [
        ['Policía Federal de México', 'Real Policía Montada de Canadá'],
        [],
        [
          `${ministry} · Sección «Se firmaron iniciativas en distintos rubros», punto 4: protección y seguridad de las poblaciones`,
        ],
      ],
    ],
  ],
  [
    '¿Quién preside Mercociudades, y qué más es?',
    '{ node(id: "mercociudades") { ... on Network { people { nodes { name affiliations { role } } } } } }',
    ({ node }) =>
      node.people.nodes.map(({ name, affiliations }: Found) => [
        name,
        sorted(affiliations.map(({ role }: Found) => role)),
      ]),
    [['Javier Ramón Mestre', ['Intendente de Córdoba, Argentina', 'presidente']]],
  ],
  [
    '¿Con quién se hermana Yucatán?',
    '{ agreements(filter: { types: [TWINNING], places: ["yucatan"] }) { nodes { parties { party { name } } } } }',
    ({ agreements: { nodes } }) => nodes.map(({ parties }: Found) => names(parties.map(({ party }: Found) => party))),
    [['Gobierno del Estado de Yucatán', 'Petra']],
  ],
  [
    '¿De qué regiones de México no nombra el boletín ningún estado ni ciudad?',
    '{ regions(scheme: "cemeri-regiones-de-mexico") { name ties(kinds: [IN_REGION], statedOnly: true) { totalCount } } }',
    ({ regions }) => names(regions.filter(({ ties }: Found) => ties.totalCount === 0)),
    ['Noreste de México'],
  ],
]);
