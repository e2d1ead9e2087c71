import { getNullableType, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isScalarType } from 'graphql';
import { describe, expect, test } from 'vitest';

import { schema } from './fake-graph.ts';

/** The Core section of the contract: what clients rely on, as `field(arguments): type`. */
const core = `
Node: id: ID!
Entity & Node: id: ID!; kind: EntityKind!; name(lang: Lang = ES): String!; nameLang(lang: Lang = ES): Lang!; aliases: [String!]!; themes(statedOnly: Boolean = false): [Theme!]!; ties(kinds: [TieKind!], with: [EntityKind!], statedOnly: Boolean = false, first: Int, after: String): TieConnection!; tieCounts: [TieCount!]!; claims: [Claim!]!; citations: [Citation!]!; datasets: [Dataset!]!
Actor & Entity & Node: collaborators(filter: CollaboratorFilter, first: Int, after: String): CollaboratorConnection!
Tie & Node: id: ID!; tieKind: TieKind!; from: Entity!; to: Entity!; statement(lang: Lang = ES): String!; basis: Basis!; asOf: PartialDate; since: PartialDate; until: PartialDate; open: Boolean!; note: String; claims: [Claim!]!; citations: [Citation!]!; datasets: [Dataset!]!
Citation & Node: source: Source!; place(lang: Lang = ES): String!; ties(first: Int, after: String): TieConnection!; entities(first: Int, after: String): EntityConnection!
Claim & Node: subject: Node!; property: String!; value: String!; claimRank: ClaimRank!; note: String; citations: [Citation!]!
Person & Actor & Entity & Node: affiliations: [Affiliation!]!; participations: [Participation!]!; positions: [Position!]!; memberships: [Membership!]!; collaborators(filter: CollaboratorFilter, first: Int, after: String): CollaboratorConnection!
Organization & Actor & Entity & Node: organizationType: OrganizationType!; programs(…): ProgramConnection!; people(…): PersonConnection!; memberships: [Membership!]!; parent: Actor; units: [Actor!]!; collaborators(filter: CollaboratorFilter, first: Int, after: String): CollaboratorConnection!
GovernmentEntity & Actor & Entity & Node: level: GovernmentLevel!; acronym: String; programs(…): ProgramConnection!; people(…): PersonConnection!; memberships: [Membership!]!; parent: Actor; units: [Actor!]!; predecessors: [GovernmentEntity!]!; successors: [GovernmentEntity!]!; governs: [Entity!]!; collaborators(filter: CollaboratorFilter, first: Int, after: String): CollaboratorConnection!
Network & Actor & Entity & Node: acronym: String; members(…): ActorConnection!; programs(…): ProgramConnection!; people(…): PersonConnection!; memberships: [Membership!]!; collaborators(filter: CollaboratorFilter, first: Int, after: String): CollaboratorConnection!
City & Actor & Entity & Node: country: Country; state: State; coordinates: Coordinates; government: GovernmentEntity; programs(…): ProgramConnection!; agreements(…): AgreementConnection!; memberships: [Membership!]!; collaborators(filter: CollaboratorFilter, first: Int, after: String): CollaboratorConnection!
State & Actor & Entity & Node: collaborators(filter: CollaboratorFilter, first: Int, after: String): CollaboratorConnection!
Country & Entity & Node: cities: [City!]!; regions: [Region!]!
Region & Entity & Node: scheme: String!; rank: Int; countries: [Country!]!
Program & Entity & Node: origin: ProgramOrigin!; status: Status!; axes: [PriorityAxis!]!; governmentEntities(…): GovernmentEntityConnection!; partners(…): EntityConnection!; agreements(…): AgreementConnection!; table: Int; row: Int; position: Int
PriorityAxis & Entity & Node: rank: Int; programs(…): ProgramConnection!; people(…): PersonConnection!; axisThemes: [Theme!]!
Theme & Entity & Node: axes: [PriorityAxis!]!; programs(…): ProgramConnection!
Agreement & Entity & Node: agreementType: AgreementType!; status: Status!; acts: [AgreementAct!]!; parties: [AgreementParty!]!; themes(statedOnly: Boolean = false): [Theme!]!; programs(…): ProgramConnection!
Event & Entity & Node:
Recognition & Entity & Node:
Publication & Entity & Node:
Consultation & Entity & Node: sectors: [Sector!]!; phases: [Phase!]!; objectives: [Objective!]!; questionBlocks: [QuestionBlock!]!; sessions: [Session!]!; exclusions: [Exclusion!]!; participants(…): PersonConnection!; recommendations: [Recommendation!]!
Sector & Entity & Node: consultation: Consultation!; participants(…): PersonConnection!
Recommendation & Entity & Node: number: Int; title(lang: Lang = ES): String!; proposals: [Proposal!]!
Proposal & Entity & Node: stance: Stance!; text(lang: Lang = ES): String!; proposedBy: [Actor!]!
Position & Entity & Node: positionForm: PositionForm!; text(lang: Lang = ES): String!; themes(statedOnly: Boolean = false): [Theme!]!; regions: [Region!]!; partners(…): EntityConnection!; person: Person!; citations: [Citation!]!
Source & Node: title: String!; year: Int; publisher: String; url: String; licence: String; places: [Place!]!; citedAt(first: Int, after: String): CitationConnection!; datasets: [Dataset!]!
Affiliation & Tie & Node: person: Person!; institution: Actor!; role: String
Participation & Tie & Node: person: Person!; consultation: Consultation!; sector: Sector!; roleAsPrinted: String; affiliationAsPrinted: String; quoted: Boolean!; quotedName: String; quotedAffiliation: String
Membership & Tie & Node: member: Actor!; network: Network!; post: String
ProgramListing & Tie & Node: program: Program!; governmentEntity: GovernmentEntity!; joint: Boolean!
ProgramPartner & Tie & Node: program: Program!; partner: Entity!; part: String
AgreementParty & Tie & Node: party: Actor!; agreement: Agreement!
Collaboration & Tie & Node:
PlainTie & Tie & Node:
PathResult: paths: [Path!]!; leftOut: [Entity!]!; sharedThemes: [Theme!]!; complete: Boolean!
Path: length: Int!; steps: [PathStep!]!; statement(lang: Lang = ES): String!
PathStep: from: Entity!; to: Entity!; ties: [Tie!]!
Query: paths(from: ID!, to: ID!, maxLength: Int = 4, first: Int = 3, avoid: [ID!], through: [TieKind!], statedOnly: Boolean = false, includeHubs: Boolean = false): PathResult!
Query: node(id: ID!): Node; nodes(ids: [ID!]!): [Node]!; datasets: [Dataset!]!; priorityAxes(datasets: [ID!]): [PriorityAxis!]!; themes(datasets: [ID!]): [Theme!]!; regions(scheme: String, datasets: [ID!]): [Region!]!; countries(datasets: [ID!]): [Country!]!; sectors(consultation: ID, datasets: [ID!]): [Sector!]!; consultations(datasets: [ID!]): [Consultation!]!; recommendations(datasets: [ID!]): [Recommendation!]!; sources(datasets: [ID!]): [Source!]!
CoverageMatrix: rows: [CoverageHeading!]!; columns: [CoverageHeading!]!; cells: [[CoverageCell!]!]!; rowTotals: [Int!]!; columnTotals: [Int!]!; total: Int!
CoverageHeading: entity: Entity!
CoverageCell: count: Int!; entities(first: Int = 20): [Entity!]!
SharedPartner: partner: Entity!; governmentEntities: [GovernmentEntity!]!; programs: [Program!]!; coordination: [Tie!]!
Query: coverage(rows: CoverageDimension!, columns: CoverageDimension!, measure: CoverageMeasure! = PROGRAMS, rowIds: [ID!], columnIds: [ID!], regionScheme: String, omitEmpty: Boolean = false, datasets: [ID!]): CoverageMatrix!
Query: sharedPartners(with: [EntityKind!], minimum: Int = 2, governmentEntities: [ID!], datasets: [ID!], first: Int, after: String): SharedPartnerConnection!
Query: people(…): PersonConnection!; organizations(…): OrganizationConnection!; governmentEntities(…): GovernmentEntityConnection!; networks(…): NetworkConnection!; cities(…): CityConnection!; programs(…): ProgramConnection!; agreements(…): AgreementConnection!; events(…): EventConnection!; recognitions(…): RecognitionConnection!; publications(…): PublicationConnection!; entities(…): EntityConnection!
Query: suggestCollaborators(filter: SuggestionFilter!, first: Int, after: String): SuggestionConnection!
CollaboratorEdge: node: Actor!; reasons: [Reason!]!; cursor: String!
SuggestionEdge: node: Actor!; reasons: [Reason!]!; cursor: String!
Reason: statement(lang: Lang = ES): String!; ties: [Tie!]!; basis: Basis!
Query: brief(id: ID!): Brief
Brief: entity: Entity!; sections: [BriefSection!]!; markdown(lang: Lang = ES): String!; html(lang: Lang = ES): String!
BriefSection: title(lang: Lang = ES): String!; lines: [BriefLine!]!; more: Int!
BriefLine: statement(lang: Lang = ES): String!; citations: [Citation!]!; ties: [Tie!]!; basis: Basis!
Query: search(text: String!, kinds: [EntityKind!], first: Int, after: String): SearchConnection!
SearchConnection: edges: [SearchEdge!]!; nodes: [Entity!]!; pageInfo: PageInfo!; totalCount: Int!; facets(everyKind: Boolean = false): [SearchFacet!]!; suggestions: [String!]!
SearchEdge: node: Entity!; matched: String!; cursor: String!; distinction(lang: Lang = ES): String
SearchFacet: kind: EntityKind!; count: Int!
Query: planInvitations(input: InvitationInput!): InvitationResult!
InvitationPlan: invitees: [Invitee!]!; quotas: [QuotaOutcome!]!; axes: [AxisCount!]!; sectors: [SectorCount!]!; provenOptimal: Boolean!
Invitee: person: Person; guest: Guest; required: Boolean!; reasons: [Reason!]!; alternates: [Person!]!
Guest: name: String!; sector: Sector; institution: String; groups: [String!]!
QuotaOutcome: name(lang: Lang = ES): String!; min: Int!; max: Int; actual: Int; available: Int!; entity: Entity; group: String
AxisCount: axis: PriorityAxis!; count: Int!
SectorCount: sector: Sector!; count: Int!
InfeasibleInvitations: conflicts: [QuotaOutcome!]!; relaxations: [Relaxation!]!
Relaxation: statement(lang: Lang = ES): String!; quota: QuotaOutcome!; min: Int!; max: Int`;

const paged = { first: 'Int', after: 'String', last: 'Int', before: 'String' };

const types = core
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', ...interfaces] = line.slice(0, line.indexOf(':')).split(' & ');
    return {
      name,
      interfaces,
      fields: line
        .slice(line.indexOf(':') + 1)
        .split(';')
        .map((field) => field.trim())
        .filter((field) => field !== ''),
    };
  });

/** The signature of a field, with `…` for arguments that page. */
function signatureOf(typeName: string, wanted: string): string {
  const name = /^\w+/.exec(wanted)?.[0] ?? '';
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (field === undefined) return `no field ${name}`;
  const args = Object.fromEntries(field.args.map((argument) => [argument.name, String(argument.type)]));
  const isPaged =
    Object.entries(paged).every(([argument, argumentType]) => args[argument] === argumentType) &&
    args['orderBy']?.endsWith('Order') === true;
  const written = field.args.map(
    ({ name: argument, type: argumentType, defaultValue }) =>
      `${argument}: ${argumentType}${defaultValue === undefined ? '' : ` = ${typeof defaultValue === 'string' ? defaultValue : JSON.stringify(defaultValue)}`}`,
  );
  return `${name}${isPaged ? '(…)' : written.length === 0 ? '' : `(${written.join(', ')})`}: ${field.type}`;
}

describe('the contract', () => {
  test.each(types.flatMap(({ name, fields }) => fields.map((field) => [name, field] as const)))(
    'has %s.%s',
    (name, field) => {
      expect(signatureOf(name, field)).toBe(field);
    },
  );

  test.each(types)('has $name, which is $interfaces', ({ name, interfaces }) => {
    const type = schema.getType(name);
    expect(isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().map((one) => one.name) : []).toEqual(
      interfaces,
    );
  });

  test.each([
    [
      'PersonFilter',
      'consultations: [ID!], consulted: Boolean, sectors: [ID!], institutions: [ID!], axes: [ID!], themes: [ID!], places: [ID!], networks: [ID!], quoted: Boolean, datasets: [ID!], text: String',
    ],
    ['CityFilter', 'foreign: Boolean, countries: [ID!], regions: [ID!], datasets: [ID!], text: String'],
    [
      'ProgramFilter',
      'axes: [ID!], governmentEntities: [ID!], partners: [ID!], themes: [ID!], places: [ID!], networks: [ID!], origin: ProgramOrigin, datasets: [ID!], text: String',
    ],
    [
      'InvitationInput',
      'size: Int, focus: FocusInput, quotas: [QuotaInput!], groups: [GroupInput!], guests: [GuestInput!], maxPerInstitution: Int, invite: [ID!], exclude: [ID!], candidates: PersonFilter, alternates: Int, dataset: ID',
    ],
    ['FocusInput', 'axes: [WeightedId!], themes: [WeightedId!], places: [WeightedId!]'],
    ['WeightedId', 'id: ID!, weight: Float'],
    ['QuotaInput', 'sector: ID, axis: ID, theme: ID, place: ID, institution: ID, group: String, min: Int, max: Int'],
    ['GroupInput', 'name: String!, members: [ID!]!, apartFrom: [String!]'],
    ['GuestInput', 'name: String!, sector: ID, institution: String, groups: [String!]'],
    [
      'CollaboratorFilter',
      'kinds: [EntityKind!], themes: [ID!], axes: [ID!], places: [ID!], networks: [ID!], sectors: [ID!], statedOnly: Boolean, datasets: [ID!], text: String',
    ],
    [
      'SuggestionFilter',
      'themes: [ID!], axes: [ID!], places: [ID!], networks: [ID!], sectors: [ID!], kinds: [EntityKind!], text: String, notYetLinkedTo: ID, lacking: [Lacking!], datasets: [ID!]',
    ],
  ])('has %s with its fields', (name, fields) => {
    const type = schema.getType(name);
    const found = isInputObjectType(type)
      ? Object.values(type.getFields()).map((field) => `${field.name}: ${field.type}`)
      : [];
    expect(found).toEqual(expect.arrayContaining(fields.split(', ')));
  });

  test('takes the packages that are wanted in every filter, and in every list of the root that has none', () => {
    const filters = Object.values(schema.getTypeMap()).filter(
      (type) => isInputObjectType(type) && type.name.endsWith('Filter'),
    );
    const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
      ({ name, type, args }) =>
        String(type).startsWith('[') && !args.some((argument) => argument.name === 'ids') && name !== 'datasets',
    );
    expect(filters.length * lists.length).toBeGreaterThan(0);
    expect(
      filters.filter((type) => isInputObjectType(type) && String(type.getFields()['datasets']?.type) !== '[ID!]'),
    ).toEqual([]);
    expect(
      lists.filter(({ args }) => !args.some(({ name, type }) => name === 'datasets' && String(type) === '[ID!]')),
    ).toEqual([]);
  });

  test('has a filter on every root field that pages both ways', () => {
    const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) =>
      args.some(({ name }) => name === 'last'),
    );
    expect(
      lists
        .filter(
          ({ args }) => !args.some(({ name, type }) => name === 'filter' && isInputObjectType(getNullableType(type))),
        )
        .map(({ name }) => name),
    ).toEqual([]);
    expect(lists).toHaveLength(11);
  });

  test.each([
    'Person',
    'Organization',
    'GovernmentEntity',
    'Network',
    'City',
    'Program',
    'Agreement',
    'Event',
    'Recognition',
    'Publication',
    'Entity',
    'Actor',
    'Tie',
    'Citation',
    'SharedPartner',
  ])('has connections of %s with edges, nodes, pageInfo and totalCount', (node) => {
    const signatures = ['edges', 'nodes', 'pageInfo', 'totalCount'].map((field) =>
      signatureOf(`${node}Connection`, field),
    );
    expect(signatures).toEqual([
      `edges: [${node}Edge!]!`,
      `nodes: [${node}!]!`,
      'pageInfo: PageInfo!',
      'totalCount: Int!',
    ]);
    expect([signatureOf(`${node}Edge`, 'cursor'), signatureOf(`${node}Edge`, 'node')]).toEqual([
      'cursor: String!',
      `node: ${node}!`,
    ]);
  });

  test.each(['Collaborator', 'Suggestion'])('has connections of %ss, of actors with their reasons', (name) => {
    expect(
      ['edges', 'nodes', 'pageInfo', 'totalCount'].map((field) => signatureOf(`${name}Connection`, field)),
    ).toEqual([`edges: [${name}Edge!]!`, 'nodes: [Actor!]!', 'pageInfo: PageInfo!', 'totalCount: Int!']);
  });

  test('has the facts on every edge of entities but those with reasons', () => {
    const entities = Object.values(schema.getTypeMap()).filter(
      (type) =>
        type.name.endsWith('Edge') &&
        !/^(Tie|Citation|SharedPartner|Search|Collaborator|Suggestion)Edge$/.test(type.name),
    );
    expect(
      entities.filter(({ name }) => signatureOf(name, 'ties') !== 'ties: [Tie!]!').map(({ name }) => name),
    ).toEqual([]);
  });

  test('can only be read: neither mutations nor subscriptions', () => {
    expect([schema.getMutationType(), schema.getSubscriptionType()]).toEqual([undefined, undefined]);
  });

  test('has two languages, and no scalar that could hold just anything', () => {
    const lang = schema.getType('Lang');
    expect(isEnumType(lang) ? lang.getValues().map(({ name }) => name) : []).toEqual(['ES', 'EN']);
    const scalars = Object.values(schema.getTypeMap())
      .filter(isScalarType)
      .map(({ name }) => name);
    expect(scalars.sort()).toEqual(['Boolean', 'DateTime', 'Float', 'ID', 'Int', 'PartialDate', 'String']);
  });
});
