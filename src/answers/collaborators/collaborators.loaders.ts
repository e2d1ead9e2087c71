import type DataLoader from 'dataloader';

import type { EntityLoaders } from '../../fields/entity-loaders.ts';
import { groupRows, loaderFamily } from '../../fields/loader-family.ts';
import { pairKey } from '../../fields/tie-loaders.ts';
import { ENTITY_COLUMNS, toEntity, type EntityRecord } from '../../graph/entity-record.ts';
import type { Reader } from '../../graph/graph.ts';
import type { FilterParameters } from '../../graph/listing.ts';
import { TIE_COLUMNS, toTie } from '../../graph/tie-record.ts';
import type { ReasonRecord } from '../reasons/reasons.record.ts';
import type { NamedParameters, RankedParameters, RankedQuery, RankedRow } from './ranked-page.ts';
import { fieldsOf } from './variants.ts';
import { collaboratorReasons } from './collaborator-reasons.cypher.ts';
import type { ReasonRow } from './reason-rows.cypher.ts';
import { suggestionReasons } from './suggestion-reasons.cypher.ts';
import { toReasons, type Fact, type Link } from './reason-sentence.ts';
import { suggestionCount, suggestionsByName } from './suggestions.cypher.ts';
import { MOST_REPEATED, weights } from './weights.ts';

/** Actors in the order of an answer, and how many there are in all. */
export interface Ranked {
  readonly actors: readonly EntityRecord[];
  readonly total: number;
}

export interface RankedRequest extends Omit<RankedParameters, 'parents' | 'weights' | 'mostRepeated'> {
  readonly query: RankedQuery;
}

export interface CollaboratorLoaders {
  /** Actors by whose list it is; the parent of a list of the root is the empty text. */
  ranked(request: RankedRequest): DataLoader<string, Ranked>;
  /** Suggestions by name, with the sort name of each; the key is the empty text. */
  namedSuggestions(
    request: NamedParameters,
  ): DataLoader<string, readonly (readonly [key: string, actor: EntityRecord])[]>;
  suggestionCount(filter: FilterParameters): DataLoader<string, number>;
  /** Why an actor is among the collaborators of another one; the key is `pairKey`. */
  collaboratorReasons(statedOnly: boolean): DataLoader<string, readonly ReasonRecord[]>;
  /** Why an actor was suggested, by its id. */
  suggestionReasons(filter: FilterParameters): DataLoader<string, readonly ReasonRecord[]>;
}

export function collaboratorLoaders(
  reader: Reader,
  { keep, tellKinds }: Pick<EntityLoaders, 'keep' | 'tellKinds'>,
): CollaboratorLoaders {
  const kept = (row: readonly unknown[], at: number) => {
    const entity = toEntity(row, at);
    keep(entity);
    return entity;
  };
  return {
    ranked: loaderFamily<RankedRequest, string, Ranked>(
      ({ query, ...rest }) => query.name + JSON.stringify(rest),
      async ({ query, ...rest }, parents) => {
        const rows = await reader.read(query, { ...rest, parents, weights, mostRepeated: MOST_REPEATED });
        tellKinds(rows[0]?.[2 + ENTITY_COLUMNS]);
        return new Map([...groupRows(rows, (row) => row)].map(([parent, found]) => [parent, toRanked(found, kept)]));
      },
      { actors: [], total: 0 },
    ),
    namedSuggestions: loaderFamily<NamedParameters, string, readonly (readonly [string, EntityRecord])[]>(
      (request) => JSON.stringify(request),
      async (request) =>
        new Map([
          [
            '',
            (await reader.read(suggestionsByName.of(fieldsOf(request.filter)), request)).map(
              (row) => [row[0], kept(row, 1)] as const,
            ),
          ],
        ]),
      [],
    ),
    suggestionCount: loaderFamily<FilterParameters, string, number>(
      (filter) => JSON.stringify(filter),
      async (filter) => new Map(await reader.read(suggestionCount.of(fieldsOf(filter)), { filter })),
      0,
    ),
    collaboratorReasons: loaderFamily<boolean, string, readonly ReasonRecord[]>(
      String,
      async (statedOnly, keys) => {
        const pairs = keys.map((key) => key.split(' '));
        const pages = [...groupRows(pairs, ([, actor = '']) => actor)];
        return reasonsOf(await reader.read(collaboratorReasons, { pages, statedOnly, full: false }), kept);
      },
      [],
    ),
    suggestionReasons: loaderFamily<FilterParameters, string, readonly ReasonRecord[]>(
      (filter) => JSON.stringify(filter),
      async (filter, ids) =>
        reasonsOf(await reader.read(suggestionReasons.of(fieldsOf(filter)), { ids, filter, full: false }), kept),
      [],
    ),
  };
}

type ToEntity = (row: readonly unknown[], at: number) => EntityRecord;

/** A list without actors on the page has one row, for the number of all. */
function toRanked(rows: readonly RankedRow[], entityAt: ToEntity): Ranked {
  const [first] = rows;
  return { total: first?.[1] ?? 0, actors: rows.filter((row) => row[2] !== null).map((row) => entityAt(row, 2)) };
}

/** By the pair of the two actors; of a list of the root, by the actor alone. */
function reasonsOf(rows: readonly ReasonRow[], entityAt: ToEntity): Map<string, readonly ReasonRecord[]> {
  const byActor = groupRows(
    rows.map((row) => [row[0] === '' ? row[1] : pairKey(row[0], row[1]), row] as const),
    ([, row]) => row,
  );
  return new Map([...byActor].map(([key, ofActor]) => [key, toReasons(linksOf(ofActor, entityAt))]));
}

const FACT = 5;
const FROM = FACT + TIE_COLUMNS;
const TO = FROM + ENTITY_COLUMNS;
const VIA = TO + ENTITY_COLUMNS;
const SECTOR = VIA + ENTITY_COLUMNS;

function linksOf(rows: readonly ReasonRow[], entityAt: ToEntity): readonly Link[] {
  const optional = (row: readonly unknown[], at: number) => (row[at] === null ? null : entityAt(row, at));
  const byReason = groupRows(
    rows.map((row) => [row.slice(2, FACT).join(' '), row] as const),
    ([, row]) => row,
  );
  return [...byReason.values()].flatMap((facts): readonly Link[] => {
    const [first] = facts;
    return first === undefined
      ? []
      : [
          {
            way: first[3],
            via: optional(first, VIA),
            sector: optional(first, SECTOR),
            facts: facts.map((row): Fact => ({
              tie: toTie(row, FACT),
              from: entityAt(row, FROM),
              to: entityAt(row, TO),
            })),
          },
        ];
  });
}
