import { isObjectType, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

import { detailProperties, type EntityRecord } from '../graph/entity-record.ts';
import type { TieRecord } from '../graph/tie-record.ts';
import type { Column } from '../model/column.ts';
import { entityKinds, kindOf } from '../model/kinds.ts';
import { tieKinds, tieOf, type TieKind } from '../model/ties.ts';
import { detailOf } from './detail.ts';
import type { Requester } from './page.ts';
import { asksForDetail } from './selection.ts';
import { citationsOf } from './source-loaders.ts';
import { endOf } from './tie.resolvers.ts';

/**
 * Gives the fields that only repeat the model their resolvers: the own properties of each kind of entity, and the
 * ends and own properties of each kind of fact. A field that has a resolver keeps it.
 */
export function resolveFromModel(schema: GraphQLSchema): void {
  for (const kind of entityKinds) {
    const type = objectType(schema, kindOf(kind).label);
    for (const property of detailProperties[kind]) give(type, property, entityProperty(property));
  }
  for (const kind of tieKinds) {
    const { type: name, from, to } = tieOf(kind);
    if (name === undefined) continue;
    const type = objectType(schema, name);
    give(type, from.column, tieEnd('fromId'));
    give(type, to.column, tieEnd('toId'));
    for (const column of tieOf(kind).columns) give(type, column.name, tieProperty(kind, column));
  }
}

type Resolver<Parent> = GraphQLFieldResolver<Parent, Requester>;

function entityProperty(property: string): Resolver<EntityRecord> {
  return (entity, _args, { loaders }) => {
    const detail = detailOf(entity, loaders);
    return detail instanceof Promise ? detail.then((late) => valueOf(late, property)) : valueOf(detail, property);
  };
}

function tieEnd(end: 'fromId' | 'toId'): Resolver<TieRecord> {
  return (tie, _args, { loaders }, info) => endOf(tie[end], asksForDetail(info), loaders);
}

function tieProperty(kind: TieKind, { name, type, refersTo }: Column): Resolver<TieRecord> {
  if (refersTo?.includes('citations') === true) {
    return ({ own }, _args, { loaders }) => citationsOf(textsOf(valueOf(own, name)), loaders);
  }
  if (refersTo !== undefined) {
    return ({ own }, _args, { loaders }, info) => endOf(String(valueOf(own, name)), asksForDetail(info), loaders);
  }
  if (type === 'boolean') return ({ own }) => valueOf(own, name) === true;
  return ({ own, tieKind }) => {
    if (tieKind !== kind) throw new Error(`Expected a fact of kind ${kind}, but got ${tieKind}.`);
    return valueOf(own, name);
  };
}

function valueOf(properties: object, name: string): unknown {
  return Reflect.get(properties, name) ?? null;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function give<Parent>(type: GraphQLObjectType, fieldName: string, resolve: Resolver<Parent>): void {
  const field = type.getFields()[fieldName];
  if (field !== undefined && field.resolve === undefined) field.resolve = resolve;
}

function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (isObjectType(type)) return type;
  throw new Error(`Expected the type ${name} in schema/, because the model has it, but found none.`);
}
