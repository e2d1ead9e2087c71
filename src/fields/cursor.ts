import { createHash } from 'node:crypto';

import { badUserInput } from './errors.ts';

/** Where an entry stands in its list: the values that the list is ordered by. */
export type CursorKey = readonly string[];

/**
 * The list a cursor belongs to: its field, filter and order. A cursor of another list is refused, because its place would
 * mean nothing there.
 */
export class ListMark {
  readonly #parts: readonly unknown[];
  #text: string | undefined;

  constructor(...parts: readonly unknown[]) {
    this.#parts = parts;
  }

  /** Short; made when a cursor is first read or written, for most answers have none. */
  get text(): string {
    return (this.#text ??= createHash('sha256').update(JSON.stringify(this.#parts)).digest('base64url').slice(0, 8));
  }
}

/** The opaque form of a place in a list. */
export function encodeCursor(mark: ListMark, key: CursorKey): string {
  return Buffer.from(JSON.stringify([mark.text, ...key])).toString('base64url');
}

/** Reads a cursor back; throws BAD_USER_INPUT when it is not one of this list's. */
export function decodeCursor(argument: string, cursor: string, mark: ListMark, length: number): CursorKey {
  const [found, ...key] = parse(cursor);
  if (found !== mark.text || key.length !== length) {
    throw badUserInput(
      argument,
      'expected a cursor that this list gave, with the same filter and order, but got another text. Ask without it for the first page.',
    );
  }
  return key;
}

function parse(cursor: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : [];
  } catch {
    // Not JSON: the caller says what a cursor should be.
    return [];
  }
}
