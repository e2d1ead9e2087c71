import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

import { dayExists, isDateForm } from '../model/dates.ts';

/** Whether a text is an EDTF level 0 date that exists: `1977`, `2015-01` or `2015-01-27`. */
export function isPartialDate(text: string): boolean {
  return isDateForm(text) && dayExists(text);
}

export const PartialDate = new GraphQLScalarType<string, string>({
  name: 'PartialDate',
  description: 'A date as precise as the source says it: EDTF level 0, that is `1977`, `2015-01` or `2015-01-27`.',
  serialize: (value) => toPartialDate(value),
  parseValue: (value) => toPartialDate(value),
  parseLiteral: (node) => toPartialDate(node.kind === Kind.STRING ? node.value : undefined),
});

export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'A moment in UTC, as ISO 8601: `2026-11-20T21:37:00.000Z`.',
  serialize: (value) => {
    const date = typeof value === 'string' || value instanceof Date ? new Date(value) : new Date(Number.NaN);
    if (Number.isNaN(date.getTime())) throw new GraphQLError(`Expected a moment, but got ${String(value)}.`);
    return date.toISOString();
  },
});

function toPartialDate(value: unknown): string {
  if (typeof value === 'string' && isPartialDate(value)) return value;
  throw new GraphQLError(`Expected a date such as 1977, 2015-01 or 2015-01-27, but got ${JSON.stringify(value)}.`);
}
