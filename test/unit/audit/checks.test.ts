import { describe, expect, it } from 'vitest';

import { withCells, withRow, withRows, type PackageDraft, type Row } from '../../support/packages.ts';
import { auditOf, cited, clean, foundIn, stated, withoutTies } from './drafts.ts';

const words = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`).join(' ');
const source = { id: 'source:late', title: 'Anuario', publishedOn: '2019', language: 'es' };
const place = { id: 'place:late/1', source: 'source:late', name: 'Página 1' };
const citation = { id: 'citation:late/1', source: 'source:late', place: 'place:late/1' };

/** The package with one more place, which a claim cites by a citation of its own. */
const citing = (placeCells: Row, citationCells: Row = {}, draft: PackageDraft = clean) => {
  const withPlace = withRow(draft, 'places', { ...place, ...placeCells });
  const withCitation = withRow(withPlace, 'citations', {
    ...citation,
    source: placeCells['source'] ?? '',
    ...citationCells,
  });
  return withRow(withCitation, 'claims', withoutTies('sector-gobierno', { citations: citation.id }));
};

const member = (name: string, cells: Row = {}) => ({
  id: `membership:${name}/red-de-puertos`,
  member: name,
  network: 'red-de-puertos',
  ...stated,
  ...cells,
});
const about = (entity: string, cells: Row = {}) =>
  withRow(withRow(clean, 'themes', { id: 'mareas', name: 'Mareas', ...cited }), 'topics', {
    id: `topic:${entity}/mareas`,
    entity,
    theme: 'mareas',
    ...stated,
    ...cells,
  });
const collaboration = (form: string, cells: Row = {}) => ({
  id: `collaboration:facultad-de-mareas/gobierno-de-puerto-claro/${form.toLowerCase()}`,
  actor: 'facultad-de-mareas',
  collaborator: 'gobierno-de-puerto-claro',
  form,
  ...stated,
  ...cells,
});
const university = 'universidad-de-puerto-claro';
const affiliation = (number: number, cells: Row = {}) => ({
  id: `affiliation:ana-luz-mar/${university}/${number}`,
  person: 'ana-luz-mar',
  institution: university,
  ...stated,
  ...cells,
});
const without = (draft: PackageDraft, subject: string) =>
  withRows(draft, 'claims', (rows) =>
    rows.filter((row) => row['property'] !== 'withoutTies' || row['subject'] !== subject),
  );
const claim = (number: number, rank: string) => ({
  id: `claim:consulta/size/${number}`,
  subject: 'consulta',
  property: 'size',
  value: `${number}`,
  rank,
  ...cited,
});
const bothSources = 'citation:report/1 | citation:note/1';
const announced = (subject: string, property: string, value: string) => ({
  ...claim(1, 'NORMAL'),
  subject,
  property,
  value,
  note: 'Anunciado.',
});
const position = (name: string, cells: Row = {}) =>
  withRow(clean, 'positions', { id: 'postura', name, positionForm: 'VIEW', ...cited, ...cells });

it('A clean package has no problems, and tells why things have no ties', async () => {
  const { report, found, explained } = await auditOf(clean);
  expect(report).toEqual({ problems: [], total: 0 });
  expect(new Set(Object.values(found))).toEqual(new Set([0]));
  expect(explained.map(({ id, why }) => `${id}: ${why}`)).toContain('beto-rio: solo como ejemplo');
  expect(explained).toHaveLength(7);
});

describe('An audit finds', () => {
  it.each<readonly [string, PackageDraft, readonly string[]]>([
    [
      'a body without ties and without a reason',
      without(clean, 'facultad-de-mareas'),
      ['work-ties · organizations.csv:3 · id · facultad-de-mareas'],
    ],
    [
      'a consultation without ties, whatever belongs to it',
      without(clean, 'consulta'),
      ['work-ties · consultations.csv:2 · id · consulta'],
    ],
    [
      'a reason that is known to be false',
      withRows(clean, 'claims', (rows) =>
        rows.map((row) => (row['subject'] === 'consulta' ? { ...row, rank: 'DEPRECATED' } : row)),
      ),
      ['work-ties · consultations.csv:2 · id · consulta'],
    ],
    [
      'a reason for a thing that has ties',
      withRow(clean, 'claims', withoutTies('puerto-claro')),
      ['work-ties · claims.csv:10 · subject · puerto-claro'],
    ],
    [
      'a fact that stands twice between the same ends',
      withRows(clean, 'affiliations', (rows) => [...rows, affiliation(2, { role: 'RECTORA' })]),
      [`facts · affiliations.csv:3 · id · affiliation:ana-luz-mar/${university}/2`],
    ],
    [
      'two that are held the same and distinct',
      withRow(clean, 'possible-identities', {
        id: 'possible-identity:ana-luz-mar/beto-rio',
        entity: 'ana-luz-mar',
        other: 'beto-rio',
        ...stated,
      }),
      ['facts · distinctions.csv:2 · id · distinction:ana-luz-mar/beto-rio'],
    ],
    [
      'a year after the only source',
      withRow(clean, 'recognitions', { id: 'premio', name: 'Premio', year: '2017', ...cited }),
      ['work-ties · recognitions.csv:2 · id · premio', 'dates · recognitions.csv:2 · year · 2017'],
    ],
    [
      'a month after the source, which says its month',
      withCells(clean, 'events', { endsOn: '2016-04', citations: 'citation:note/1' }),
      ['dates · events.csv:2 · endsOn · 2016-04'],
    ],
    [
      'an act after the source',
      withCells(clean, 'agreement-acts', { on: '2017' }),
      ['dates · agreement-acts.csv:2 · on · 2017'],
    ],
    [
      'a date after the source, of which a claim tells another value',
      withRow(withCells(clean, 'events', { endsOn: '2017' }), 'claims', announced('feria-de-mareas', 'endsOn', '2018')),
      ['dates · events.csv:2 · endsOn · 2017'],
    ],
    [
      'a tie that begins after the source',
      withCells(clean, 'memberships', { since: '2018-01' }),
      ['dates · memberships.csv:2 · since · 2018-01'],
    ],
    ['a source without places', withRow(clean, 'sources', source), ['citations · sources.csv:4 · id · source:late']],
    [
      'a place that no citation names',
      withRow(clean, 'places', { ...place, source: 'source:note' }),
      ['citations · places.csv:4 · id · place:late/1'],
    ],
    [
      'a citation that no row names',
      withRow(clean, 'citations', { ...citation, source: 'source:note', place: 'place:note/1', detail: 'nota 2' }),
      ['citations · citations.csv:4 · id · citation:late/1'],
    ],
    [
      'a place that says the title of its document alone',
      withCells(clean, 'places', { name: 'INFORME' }),
      ['citations · places.csv:2 · name · INFORME'],
    ],
    [
      'two places of one source under one name',
      citing({ source: 'source:report', name: 'ANEXO 1.' }),
      ['citations · places.csv:4 · name · ANEXO 1.'],
    ],
    [
      'a citation that tells where in English alone',
      withCells(clean, 'citations', { detailEn: 'note 2' }),
      ['citations · citations.csv:2 · detailEn · note 2'],
    ],
    [
      'two citations of one place that say the same',
      citing({ source: 'source:note' }, { place: 'place:note/1' }),
      ['citations · citations.csv:4 · id · citation:late/1', 'citations · places.csv:4 · id · place:late/1'],
    ],
    [
      'a row of an open list that is not open',
      withRow(without(clean, 'gobierno-de-puerto-claro'), 'memberships', member('gobierno-de-puerto-claro')),
      ['open-lists · memberships.csv:3 · open · -'],
    ],
    [
      'once a row that stands in two open lists',
      withRow(
        withRows(without(clean, 'gobierno-de-puerto-claro'), 'memberships', (rows) => [
          ...rows,
          member('gobierno-de-puerto-claro'),
          member('gobierno-de-puerto-claro', {
            id: 'membership:gobierno-de-puerto-claro/liga-del-faro',
            network: 'liga-del-faro',
            open: 'true',
          }),
        ]),
        'networks',
        { id: 'liga-del-faro', name: 'Liga del Faro', ...cited },
      ),
      ['open-lists · memberships.csv:3 · open · -'],
    ],
    [
      'a preferred claim about a fact, which says otherwise',
      withRow(clean, 'claims', {
        ...claim(1, 'PREFERRED'),
        subject: 'part:facultad-de-mareas/universidad-de-puerto-claro',
        property: 'since',
        value: '2010',
      }),
      ['claims · claims.csv:10 · value · 2010'],
    ],
    [
      'several claims of which none is preferred',
      withRows(clean, 'claims', (rows) => [...rows, claim(1, 'NORMAL'), claim(2, 'DEPRECATED')]),
      ['claims · claims.csv:10 · rank · NORMAL'],
    ],
    [
      'several claims of which two are preferred',
      withRows(clean, 'claims', (rows) => [...rows, claim(1, 'PREFERRED'), claim(2, 'NORMAL'), claim(3, 'PREFERRED')]),
      ['claims · claims.csv:12 · rank · PREFERRED'],
    ],
    [
      'a preferred claim whose value the row itself does not carry',
      withRow(clean, 'claims', {
        ...claim(1, 'PREFERRED'),
        property: 'startsOn',
        value: '2014',
      }),
      ['claims · claims.csv:10 · value · 2014'],
    ],
    [
      'a theme that is inferred about a person',
      about('beto-rio', { basis: 'INFERRED', note: 'Por su cargo.' }),
      ['themes · topics.csv:2 · entity · beto-rio'],
    ],
    [
      'a position of more than 20 words, in either language',
      position(words(21), { nameEn: words(22) }),
      [`long-texts · positions.csv:2 · name · ${words(21)}`, `long-texts · positions.csv:2 · nameEn · ${words(22)}`],
    ],
    [
      'a preferred claim of which a list lacks one value',
      withRow(clean, 'claims', {
        ...claim(1, 'PREFERRED'),
        subject: 'ana-luz-mar',
        property: 'aliases',
        value: 'Anita Luz | Anita',
      }),
      ['claims · claims.csv:10 · value · Anita Luz | Anita'],
    ],
    [
      'a recommendation and a proposal of more than 20 words',
      withRow(withRow(clean, 'recommendations', { id: 'pide', name: words(21), ...cited }), 'proposals', {
        id: 'propone',
        name: `${words(20)} y`,
        stance: 'ADVISED',
        ...cited,
      }),
      [
        `long-texts · recommendations.csv:2 · name · ${words(21)}`,
        `long-texts · proposals.csv:2 · name · ${words(20)} y`,
      ],
    ],
    [
      'a claimed value of more than 30 words',
      withRow(clean, 'claims', { ...claim(1, 'NORMAL'), value: words(31) }),
      [`long-texts · claims.csv:10 · value · ${words(31)}`],
    ],
    [
      'an act that is told in more than 20 words',
      withCells(clean, 'agreement-acts', { text: words(20), textEn: words(21) }),
      [`long-texts · agreement-acts.csv:2 · textEn · ${words(21)}`],
    ],
    [
      'a note of more than 40 words, whatever signs are among them',
      withCells(clean, 'distinctions', { note: `${words(30)} | ${words(11)}` }),
      [`long-texts · distinctions.csv:2 · note · ${`${words(30)} | ${words(11)}`.slice(0, 200)}`],
    ],
  ])('%s', async (_, draft, expected) => {
    expect(await foundIn(draft)).toEqual(expected);
  });
});

describe('An audit finds nothing in', () => {
  it.each<readonly [string, PackageDraft]>([
    [
      'countries and regions without ties',
      withRow(clean, 'countries', { id: 'pais-claro', name: 'País Claro', ...cited }),
    ],
    [
      'two posts of one person at one body, or one post twice at different times',
      withRows(clean, 'affiliations', (rows) => [
        ...rows,
        affiliation(2, { role: 'Consejera' }),
        affiliation(3, { role: 'Rectora', since: '2010', until: '2012' }),
      ]),
    ],
    ['a date as late as a source that is less precise', withCells(clean, 'events', { endsOn: '2016-12-31' })],
    [
      'a date as late as one of two sources, the other being more precise',
      withCells(clean, 'events', { endsOn: '2016-05', citations: bothSources }),
    ],
    ['places of two sources under one name', citing({ source: 'source:note', name: 'Anexo 1' })],
    [
      'a date after a source, where a newer one states the row too',
      withCells(citing({ source: 'source:late' }, {}, withRow(clean, 'sources', source)), 'events', {
        endsOn: '2019',
        citations: 'citation:report/1 | citation:late/1',
      }),
    ],
    [
      'a date of a row of which one source has no date',
      withRows(
        withCells(clean, 'events', { endsOn: '2030', citations: bothSources }),
        'sources',
        ([first = {}, ...others]) => [{ ...first, publishedOn: '' }, ...others],
      ),
    ],
    [
      'a date that the source announces, as a claim tells',
      withRow(withCells(clean, 'events', { endsOn: '2017' }), 'claims', announced('feria-de-mareas', 'endsOn', '2017')),
    ],
    [
      'an act that the source announces, as a claim about the agreement tells',
      withRow(
        withCells(clean, 'agreement-acts', { on: '2017' }),
        'claims',
        announced('convenio-de-mareas', 'on', '2017'),
      ),
    ],
    [
      'a session that the source announces, as a claim about the consultation tells',
      withRow(
        withRow(clean, 'consultation-sessions', {
          id: 'session:consulta/1',
          consultation: 'consulta',
          number: '1',
          text: 'Mesa de cierre.',
          textEn: 'Closing table.',
          on: '2017-02',
          ...cited,
        }),
        'claims',
        announced('consulta', 'on', '2017-02'),
      ),
    ],
    [
      'an open list and a closed one of another citation, kind of work or note',
      [
        member('facultad-de-mareas', { citations: 'citation:note/1' }),
        member('gobierno-de-puerto-claro', { note: 'Tiene además la presidencia.' }),
      ].reduce((draft, row) => withRow(without(draft, row.member), 'memberships', row), clean),
    ],
    [
      'a list to which an open row belongs that another place states too, and may leave open there',
      withRow(
        withCells(without(clean, 'gobierno-de-puerto-claro'), 'memberships', { citations: bothSources }),
        'memberships',
        member('gobierno-de-puerto-claro'),
      ),
    ],
    [
      'a network whose members are all open, of which one is in a closed network too',
      withRow(
        withRows(without(clean, 'gobierno-de-puerto-claro'), 'memberships', (rows) => [
          ...rows,
          member('gobierno-de-puerto-claro', { open: 'true' }),
          member('puerto-claro', { id: 'membership:puerto-claro/liga-del-faro', network: 'liga-del-faro' }),
        ]),
        'networks',
        { id: 'liga-del-faro', name: 'Liga del Faro', ...cited },
      ),
    ],
    [
      'a list that is open at one end, beside closed lists at the other',
      [collaboration('VISIT', { open: 'true' }), collaboration('FUNDING')].reduce(
        (draft, row) => withRow(draft, 'collaborations', row),
        without(without(clean, 'facultad-de-mareas'), 'gobierno-de-puerto-claro'),
      ),
    ],
    ['a single claim of any rank', withRow(clean, 'claims', claim(1, 'DEPRECATED'))],
    [
      'several claims of which one is preferred',
      withRows(clean, 'claims', (rows) => [...rows, claim(1, 'PREFERRED'), claim(2, 'NORMAL')]),
    ],
    [
      'a preferred claim whose value the row carries, alone, in a list or written otherwise',
      withRows(clean, 'claims', (rows) => [
        ...rows,
        { ...claim(1, 'PREFERRED'), property: 'startsOn', value: '2015' },
        { ...claim(2, 'PREFERRED'), subject: 'ana-luz-mar', property: 'aliases', value: 'Anita Luz' },
        { ...claim(3, 'PREFERRED'), subject: 'puerto-claro', property: 'latitude', value: '19.50' },
        {
          ...claim(4, 'PREFERRED'),
          subject: 'part:facultad-de-mareas/universidad-de-puerto-claro',
          property: 'open',
          value: 'false',
        },
      ]),
    ],
    ['a theme that is stated of a person', about('beto-rio')],
    [
      'a theme that is inferred about a program',
      about('programa-mareas', { basis: 'INFERRED', note: 'Por su nombre.' }),
    ],
    ['a position of 20 words', position(words(20), { nameEn: words(20) })],
    [
      'a note of 40 words and a claimed value of 30',
      withRow(withCells(clean, 'distinctions', { note: words(40) }), 'claims', {
        ...claim(1, 'NORMAL'),
        value: words(30),
      }),
    ],
    [
      'an official name, however long',
      withRow(
        withRow(clean, 'publications', { id: 'libro', name: words(60), ...cited }),
        'claims',
        withoutTies('libro'),
      ),
    ],
  ])('%s', async (_, draft) => {
    expect(await foundIn(draft)).toEqual([]);
  });
});

it('An audit counts each row once for its source and once for each place that states it', async () => {
  const { sources } = await auditOf(clean);
  const [report, note] = sources;
  expect(note).toMatchObject({ id: 'source:note', entities: 0, facts: 1, claims: 0, others: 0 });
  expect(note?.places).toEqual([
    { id: 'place:note/1', name: 'Párrafo 1', entities: 0, facts: 1, claims: 0, others: 0 },
  ]);
  expect(report).toMatchObject({ entities: 12, facts: 5, claims: 8, others: 3 });
});

it('A row that two places of one source state is counted once for the source', async () => {
  const draft = citing({ source: 'source:note', name: 'Párrafo 2' });
  const { sources } = await auditOf(
    withCells(draft, 'events', { startsOn: '', citations: `citation:note/1 | ${citation.id}` }),
  );
  const note = sources.find(({ id }) => id === 'source:note');
  expect(note).toMatchObject({ entities: 1, places: [{ entities: 1 }, { entities: 1 }] });
});

it('An audit lists the first thousand problems and counts the rest, in all and for each check', async () => {
  const people = Array.from({ length: 1100 }, (_, at) => ({
    id: `persona-${at}`,
    name: `${at}`,
    givenName: `${at}`,
    surname1: `${at}`,
    ...cited,
  }));
  const { report, found } = await auditOf(
    withRows(withCells(clean, 'agreement-acts', { on: '2017' }), 'people', (rows) => [...rows, ...people]),
  );
  expect([report.problems.length, report.total]).toEqual([1000, 1101]);
  expect(found).toMatchObject({ 'work-ties': 1100, dates: 1 });
});
