import { isDeepStrictEqual } from 'node:util';

/** Where two answers differ first, in words, or `null` when they hold the same; cursors are each server's own. */
export function difference(ours: unknown, floor: unknown, path = 'data'): string | null {
  if (isDeepStrictEqual(ours, floor) || path.endsWith('.endCursor')) return null;
  if (!isObject(ours) || !isObject(floor)) return `${path}: ours has ${shown(ours)}, the floor has ${shown(floor)}`;
  for (const key of new Set([...Object.keys(ours), ...Object.keys(floor)])) {
    const below = difference(Reflect.get(ours, key), Reflect.get(floor, key), `${path}.${key}`);
    if (below !== null) return below;
  }
  return null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
