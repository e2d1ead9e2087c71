import type { Ends, RowChecks } from './checked-row.ts';

interface Step {
  readonly id: string;
  readonly line: number;
}

/** Finds circles in a table of ties that must lead upwards only; tells each with the line of the tie that closes it. */
export function cycleCheck(
  isKnown: (id: string) => boolean,
  ends: Ends,
  onCycle: (line: number, path: readonly string[]) => void,
): RowChecks {
  const parents = new Map<string, Step[]>();
  return {
    check(row) {
      const [from, to] = ends(row);
      // A tie with itself or to nothing has been told already.
      if (from === to || !isKnown(from)) return;
      const known = parents.get(from);
      if (known === undefined) parents.set(from, [{ id: to, line: row.line }]);
      else known.push({ id: to, line: row.line });
    },
    end() {
      const done = new Set<string>();
      for (const start of parents.keys()) climb(start, parents, done, onCycle);
    },
  };
}

/** Walks up depth first, without recursion: a chain of parts may be longer than the call stack. */
function climb(
  start: string,
  parents: ReadonlyMap<string, readonly Step[]>,
  done: Set<string>,
  onCycle: (line: number, path: readonly string[]) => void,
): void {
  const path: { readonly id: string; next: number }[] = [];
  const onPath = new Set<string>();
  const enter = (id: string) => {
    if (done.has(id)) return;
    path.push({ id, next: 0 });
    onPath.add(id);
  };
  enter(start);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const step = parents.get(top.id)?.[top.next];
    top.next += 1;
    if (step === undefined) {
      path.pop();
      onPath.delete(top.id);
      done.add(top.id);
    } else if (onPath.has(step.id)) {
      const names = path.map(({ id }) => id);
      onCycle(step.line, [...names.slice(names.indexOf(step.id)), step.id]);
    } else {
      enter(step.id);
    }
  }
}
