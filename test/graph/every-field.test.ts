import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  parse,
  validate,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';

import { buildSchema } from '../../src/graphql/schema.ts';
import { fullPackage } from '../support/full-package.ts';
import { withDraft } from '../support/seeded-graph.ts';

const full = withDraft(fullPackage);
const schema = buildSchema();

/** Ids of everything that has one, so that every type of node is met. */
const ids = ['sources', 'places', 'citations', 'claims']
  .flatMap((table) => fullPackage.rows[table] ?? [])
  .map(({ id = '' }) => id);
const nodeIds = [
  ...Object.entries(fullPackage.rows).flatMap(([table, rows]) =>
    /^(redirects|agreement-acts|consultation-(?!parts).*)$/.test(table) ? [] : rows.map(({ id = '' }) => id),
  ),
  ...ids,
];

/** Fields met in answers with a value that is neither null nor an empty list: proof that their resolvers ran. */
const answered = new Set<string>();

function note(value: unknown, of: GraphQLNamedType): void {
  if (Array.isArray(value)) {
    value.forEach((member) => note(member, of));
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const fields = new Map<string, unknown>(Object.entries(value));
  const typename = fields.get('__typename');
  const type = schema.getType(typeof typename === 'string' ? typename : of.name);
  if (!isObjectType(type)) return;
  for (const [name, member] of fields) {
    const field = type.getFields()[name];
    if (field === undefined || member === null || (Array.isArray(member) && member.length === 0)) continue;
    answered.add(`${type.name}.${field.name}`);
    note(member, getNamedType(field.type));
  }
}

/** Asks every field of a type, down to a depth; no name means two things under one selection, so that none needs an alias. */
function selection(type: GraphQLCompositeType, depth: number): string {
  if (isUnionType(type)) return '{ __typename }';
  const own = Object.values(type.getFields()).flatMap((field) => selectionOf(field, depth));
  const parts =
    isAbstractType(type) && depth > 0
      ? possible(schema, type).map((name) => `... on ${name} ${selection(composite(name), depth - 1)}`)
      : [];
  return `{ __typename ${[...own, ...parts].join(' ')} }`;
}

function selectionOf({ name, type: output, args }: GraphQLField<unknown, unknown>, depth: number): readonly string[] {
  const named = getNamedType(output);
  const call = `${name}${args.some((argument) => argument.name === 'first') ? '(first: 2)' : ''}`;
  if (!isCompositeType(named)) return [call];
  const isPage = named.name.endsWith('Connection') || named.name.endsWith('Edge') || named.name === 'PageInfo';
  if (depth <= 0 && !isPage) return [`${call} { __typename }`];
  return [`${call} ${selection(named, isPage ? Math.min(depth, 0) : depth - 1)}`];
}

function possible(of: GraphQLSchema, type: GraphQLCompositeType): readonly string[] {
  return isAbstractType(type) ? of.getPossibleTypes(type).map(({ name }) => name) : [];
}

function composite(name: string): GraphQLCompositeType {
  const type = schema.getType(name);
  if (isCompositeType(type)) return type;
  throw new Error(`Expected ${name} to be a type with fields.`);
}

const objectTypes = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
  .filter((type) => isObjectType(type));
const nodeTypes = objectTypes.filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));
const rootFields = Object.values(schema.getQueryType()?.getFields() ?? {});

async function askAndNote(query: string, variables: object = {}): Promise<void> {
  note({ __typename: 'Query', ...(await full.ask(query, variables)) }, composite('Query'));
}

/**
 * Edges of lists that hang on no entity show no facts, a theme is about no theme, `nodes` is asked by its ids above, and of
 * two people of different sectors neither is the other's alternate.
 */
const alwaysEmpty = new Set([
  'Query.nodes',
  'OrganizationEdge.ties',
  'NetworkEdge.ties',
  'CityEdge.ties',
  'EventEdge.ties',
  'RecognitionEdge.ties',
  'PublicationEdge.ties',
  'Theme.themes',
  'Invitee.alternates',
]);

describe('No field fails', () => {
  it('and all can be asked in one selection', () => {
    const parts = nodeTypes.map(({ name }) => `... on ${name} ${selection(composite(name), 0)}`);
    expect(validate(schema, parse(`{ node(id: "any") { ${parts.join(' ')} } }`))).toEqual([]);
  });

  it.each(
    rootFields.filter(({ args }) => args.every(({ type }) => !String(type).endsWith('!'))).map(({ name }) => name),
  )('at the root: %s', async (name) => {
    const field = schema.getQueryType()?.getFields()[name];
    if (field === undefined) throw new Error(`Expected a root field ${name}.`);
    await askAndNote(`{ ${selectionOf(field, 1).join(' ')} }`);
  });

  it.each(nodeTypes.map(({ name }) => name))('of type %s', async (name) => {
    const found: string[] = [];
    for (let at = 0; at < nodeIds.length; at += 100) {
      const { nodes } = await full.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
        ids: nodeIds.slice(at, at + 100),
      });
      for (const node of nodes) if (node?.__typename === name) found.push(node.id);
    }
    expect(found, `an instance of ${name} in the full package`).not.toEqual([]);
    for (const id of found)
      await askAndNote(
        `query ($id: ID!) { node(id: $id) { __typename ... on ${name} ${selection(composite(name), 1)} } }`,
        { id },
      );
  });

  it('of the parts of a consultation and the acts of an agreement', async () => {
    const below = (name: string) => selection(composite(name), 1);
    await askAndNote(
      `{ consultations { objectives ${below('Objective')} phases ${below('Phase')} questionBlocks ${below('QuestionBlock')} sessions ${below('Session')} exclusions ${below('Exclusion')} partnerPreferences ${below('PartnerPreference')} } }`,
    );
    await askAndNote(
      `{ agreements { nodes { acts ${below('AgreementAct')} } } cities { nodes { coordinates ${below('Coordinates')} } } }`,
    );
  });

  it('of paths, and of the hub that stands between two members of a network', async () => {
    const below =
      '{ complete leftOut { id } sharedThemes { id } paths { length statement steps { from { id } to { id } ties { id } } } }';
    await askAndNote(`{ paths(from: "programa-mareas", to: "gobierno-de-puerto-claro", first: 1) ${below} }`);
    await askAndNote(`{ paths(from: "costa-clara", to: "universidad-de-puerto-claro", first: 1) ${below} }`);
  });

  it('of the answers that need a filter, and of reasons', async () => {
    const page = selection(composite('SuggestionConnection'), 0);
    const reasons = `edges { reasons ${selection(composite('Reason'), 0)} }`;
    await askAndNote(`{ suggestCollaborators(filter: { themes: ["mareas"] }) ${page} }`);
    await askAndNote(`{ suggestCollaborators(filter: { themes: ["mareas"] }) { ${reasons} } }`);
  });

  it('of a matrix and of shared partners', async () => {
    await askAndNote(
      `{ coverage(rows: GOVERNMENT_ENTITY, columns: PRIORITY_AXIS) ${selection(composite('CoverageMatrix'), 2)} }`,
    );
    await askAndNote(`{ sharedPartners(first: 2) { nodes ${selection(composite('SharedPartner'), 1)} } }`);
  });

  it('of a table, and of one that cannot be', async () => {
    const groups = '[{ name: "own", members: ["beto-rio"] }]';
    const guests =
      '[{ name: "Zoe", sector: "sector-gobierno", institution: "universidad-de-puerto-claro", groups: ["own"] }]';
    const quotas = '[{ group: "own", min: 1, max: 3 }, { sector: "sector-gobierno", max: 3 }]';
    const below = (name: string) => selection(composite(name), 0);
    // Everything of a plan at a depth of one would cost more than a request may.
    const plans = [
      'provenOptimal invitees { required person { id } alternates { id } }',
      `invitees { reasons ${below('Reason')} guest ${below('Guest')} }`,
      `quotas ${below('QuotaOutcome')} axes ${below('AxisCount')} sectors ${below('SectorCount')}`,
    ];
    for (const plan of plans)
      for (const size of [1, 2])
        await askAndNote(
          `{ planInvitations(input: { size: ${size}, candidates: {}, maxPerInstitution: 3, groups: ${groups}${size === 2 ? `, guests: ${guests}, quotas: ${quotas}` : ''} }) { __typename ... on InvitationPlan { __typename ${plan} } } }`,
        );
    await askAndNote(
      `{ planInvitations(input: { size: 2, candidates: {}, quotas: [{ sector: "sector-gobierno", min: 2, max: 2 }, { institution: "universidad-de-puerto-claro", max: 0 }, { group: "own", max: 0 }], maxPerInstitution: 3, groups: [{ name: "own", members: ["beto-rio", "ana-luz-mar"] }] }) { __typename ... on InfeasibleInvitations { __typename conflicts ${below('QuotaOutcome')} relaxations ${selection(composite('Relaxation'), 1)} } } }`,
    );
  });

  it('of a brief', async () => {
    // At a depth of two, what hangs on entities and facts would cost more than a request may.
    const lines = selection(composite('BriefLine'), 0);
    await askAndNote(
      `{ brief(id: "puerto-claro") { entity { id } sections { section title more lines ${lines} } complete markdown html } }`,
    );
  });

  it('of a search, of what it finds and of what is near', async () => {
    const below = selection(composite('SearchConnection'), 1);
    for (const text of ['ana luz', 'ana lzu']) await askAndNote(`{ search(text: "${text}") ${below} }`);
    await askAndNote('{ search(text: "puertoo") { suggestions } }');
  });

  it('in English', async () => {
    const { entities } = await full.ask(
      '{ entities(first: 100) { nodes { __typename name(lang: EN) nameLang(lang: EN) ties(first: 3) { nodes { statement(lang: EN) relation(lang: EN) } } } } }',
    );
    expect(entities.nodes.find(({ name }: { name: string }) => name === 'Name of mareas')).toMatchObject({
      nameLang: 'EN',
    });
  });

  it('and each has a value for something in the full package', () => {
    const missing = objectTypes
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
      .filter((field) => !answered.has(field));
    expect(missing.filter((field) => !alwaysEmpty.has(field))).toEqual([]);
  });
});
