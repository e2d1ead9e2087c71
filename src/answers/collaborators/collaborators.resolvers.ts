import type { GraphQLResolveInfo } from 'graphql';

import { toConnection, type Slice } from '../../fields/connection.ts';
import type { ConnectionOf } from '../../fields/connection.record.ts';
import { ListMark } from '../../fields/cursor.ts';
import { badUserInput } from '../../fields/errors.ts';
import { checkFilterIds, filterParameters, type FilterDefinition } from '../../fields/filter.ts';
import { onceForField } from '../../fields/once-for-field.ts';
import { startKey, windowOf, type PageArguments } from '../../fields/page-arguments.ts';
import { readsAhead } from '../../fields/read-ahead.ts';
import { asksForDetail, selectsPage } from '../../fields/selection.ts';
import { pairKey } from '../../fields/tie-loaders.ts';
import type { Context } from '../../graphql/context.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import { actorKinds, kindOf, type EntityKind } from '../../model/kinds.ts';
import type { ReasonRecord } from '../reasons/reasons.record.ts';
import { collaborators } from './collaborators.cypher.ts';
import type { RankedRequest } from './collaborators.loaders.ts';
import type { ReasonedEdge } from './collaborators.record.ts';
import { collaboratorReasons } from './collaborator-reasons.cypher.ts';
import { suggestionReasons } from './suggestion-reasons.cypher.ts';
import { suggestionCount, suggestions, suggestionsByName, wayFields } from './suggestions.cypher.ts';
import { fieldsOf } from './variants.ts';

export const statements = [
  collaborators.of([]),
  ...collaborators.queries,
  collaboratorReasons,
  ...suggestions.queries,
  ...suggestionsByName.queries,
  ...suggestionCount.queries,
  ...suggestionReasons.queries,
];

const ids = {
  themes: ['THEME'],
  axes: ['PRIORITY_AXIS'],
  places: ['CITY', 'STATE', 'COUNTRY', 'REGION'],
  networks: ['NETWORK'],
  sectors: ['SECTOR'],
} as const satisfies FilterDefinition['ids'];
const collaboratorFilter: FilterDefinition = { ids, values: ['kinds', 'text'] };
const suggestionFilter: FilterDefinition = {
  ids: { ...ids, notYetLinkedTo: actorKinds },
  values: ['kinds', 'text', 'lacking'],
};

type RankedConnection = ConnectionOf<EntityRecord, ReasonedEdge>;
type Reasons = (actor: EntityRecord) => Promise<readonly ReasonRecord[]>;

const ofActor = { collaborators: readsAhead(collaboratorsOf) };

export const resolvers: Resolvers = {
  Person: ofActor,
  Organization: ofActor,
  GovernmentEntity: ofActor,
  Network: ofActor,
  City: ofActor,
  State: ofActor,
  Query: { suggestCollaborators: (_root, args, { loaders }, info) => suggested(args, loaders, info) },
};

interface FilterArgument extends PageArguments {
  readonly filter?: (CommonFilter & { readonly statedOnly?: boolean | null | undefined }) | null | undefined;
}

interface CommonFilter {
  readonly kinds?: readonly EntityKind[] | null | undefined;
}

/** What a client asks for of the collaborators of any actor. */
const askedOfActors = onceForField((args: FilterArgument, info) => {
  const { statedOnly: stated, ...rest } = args.filter ?? {};
  const filter = { ...filterParameters(collaboratorFilter, rest), kinds: labelsOf(rest) };
  const query = collaborators.of(fieldsOf(filter));
  return { query, filter, statedOnly: stated === true, full: asksForDetail(info), wantsPage: selectsPage(info) };
});

async function collaboratorsOf(
  { id }: { readonly id: string },
  args: FilterArgument,
  { loaders }: Pick<Context, 'loaders'>,
  info: GraphQLResolveInfo,
): Promise<RankedConnection> {
  const asked = askedOfActors(args, info);
  const [connection] = await Promise.all([
    rankedPage(id, args, asked, loaders, (actor) =>
      loaders.collaboratorReasons(asked.statedOnly).load(pairKey(id, actor.id)),
    ),
    checkFilterIds(collaboratorFilter, asked.filter, loaders),
  ]);
  return connection;
}

interface SuggestionArguments extends PageArguments {
  readonly filter: CommonFilter & { readonly notYetLinkedTo?: string | null | undefined };
}

const askedOfSuggestions = onceForField((args: SuggestionArguments, info) => {
  const one = args.filter.notYetLinkedTo ?? null;
  const wanted = { ...args.filter, notYetLinkedTo: one === null ? null : [one] };
  const filter = { ...filterParameters(suggestionFilter, wanted), kinds: labelsOf(wanted) };
  const fields = fieldsOf(filter);
  if (fields.length === 0)
    throw badUserInput(
      'filter',
      'expected at least one field with a value, but got none. Say what suggestions are wanted for, such as a theme, an axis or a place.',
    );
  // Without one that leads to actors, no fact puts one before the other.
  const query = fields.some((field) => wayFields.includes(field)) ? suggestions.of(fields) : null;
  return { query, filter, statedOnly: false, full: asksForDetail(info), wantsPage: selectsPage(info) };
});

async function suggested(
  args: SuggestionArguments,
  loaders: Context['loaders'],
  info: GraphQLResolveInfo,
): Promise<RankedConnection> {
  const { query, ...asked } = askedOfSuggestions(args, info);
  const { filter } = asked;
  const check = () => checkFilterIds(suggestionFilter, filter, loaders);
  if (query === null) {
    const [connection] = await Promise.all([pageByName(args, asked, loaders), check()]);
    return connection;
  }
  const reasons: Reasons = ({ id }) => loaders.suggestionReasons(filter).load(id);
  const connection = await rankedPage('', args, { query, ...asked }, loaders, reasons);
  // Its statement tells the kinds of the ids in its filter.
  await check();
  return connection;
}

/** What is asked for of a list, whatever its page. */
interface RankedQuestion extends Omit<RankedRequest, 'afterId' | 'limit'> {
  /** Whether more than the number of all is wanted. */
  readonly wantsPage: boolean;
}

/**
 * A page of a list that is ordered by reasons. Its cursors hold an id alone: a place in such a list is a number that ranks
 * people, and a client could read it. The statement finds the place again.
 */
async function rankedPage(
  parent: string,
  args: PageArguments,
  { wantsPage, ...asked }: RankedQuestion,
  loaders: Context['loaders'],
  reasons: Reasons,
): Promise<RankedConnection> {
  const mark = new ListMark(asked.query.name, parent, asked.filter, asked.statedOnly);
  const window = windowOf(args, mark, 1);
  const [afterId = ''] = window.start ?? [];
  const limit = window.size === 0 || !wantsPage ? 0 : window.size + (afterId === '' ? 1 : 2);
  const { actors, total } = await loaders.ranked({ ...asked, afterId, limit }).load(parent);
  const entries = (afterId === '' || limit === 0 ? actors : afterAnchor(actors, afterId)).map((node) => ({
    key: [node.id],
    node,
  }));
  return connectionOf({ window, mark, entries }, () => Promise.resolve(total), reasons);
}

function afterAnchor([anchor, ...others]: readonly EntityRecord[], afterId: string): readonly EntityRecord[] {
  if (anchor?.id === afterId) return others;
  throw badUserInput(
    'after',
    'expected a cursor of an actor in this list, but it is in it no more. Ask without it for the first page.',
  );
}

async function pageByName(
  args: PageArguments,
  { filter, full, wantsPage }: Omit<RankedQuestion, 'query'>,
  loaders: Context['loaders'],
): Promise<RankedConnection> {
  const mark = new ListMark('suggestionsByName', filter);
  const window = windowOf(args, mark, 2);
  const rows =
    window.size === 0 || !wantsPage
      ? []
      : await loaders
          .namedSuggestions({ filter, ...startKey(window.start, false), limit: window.size + 1, full })
          .load('');
  const entries = rows.map(([key, node]) => ({ key: [key, node.id], node }));
  return connectionOf(
    { window, mark, entries },
    () => loaders.suggestionCount(filter).load(''),
    () => Promise.resolve([]),
  );
}

function connectionOf(
  slice: Slice<EntityRecord>,
  totalCount: () => Promise<number>,
  reasons: Reasons,
): RankedConnection {
  return toConnection(slice, totalCount, (edge) => ({ ...edge, reasons: () => reasons(edge.node) }));
}

/** The labels of the kinds of a filter, all of which must be kinds of actors. */
function labelsOf({ kinds }: CommonFilter): readonly string[] | null {
  const other = kinds?.find((kind) => !actorKinds.some((actor) => actor === kind));
  if (other !== undefined)
    throw badUserInput(
      'filter.kinds',
      `expected kinds of actors (${actorKinds.join(', ')}), but got ${other}, which cannot work with others. Leave it out.`,
    );
  return kinds?.map((kind) => kindOf(kind).label) ?? null;
}
