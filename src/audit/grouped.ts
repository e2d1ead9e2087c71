/** Values by what they have in common, in the order in which they come; without a key they are left out. */
export function grouped<K, V>(values: Iterable<V>, keyOf: (value: V) => K | null): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
