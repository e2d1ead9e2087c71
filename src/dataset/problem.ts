import type { InTwoLanguages } from '../model/column.ts';

/** What is wrong with a value: what was expected instead, and how to mend it. */
export interface Finding {
  /** What was found, as text; `null` where something is missing altogether. */
  readonly value: string | null;
  readonly expected: InTwoLanguages;
  readonly mend: InTwoLanguages;
}

/** A finding and where it stands. */
export interface Problem extends Finding {
  readonly file: string;
  /** `null` where the problem belongs to no line, such as a missing file. */
  readonly line: number | null;
  readonly column: string | null;
}

/** Every problem of a package. An empty report is a package that can be loaded. */
export interface Report {
  /** The first of them, in the order in which they were found. */
  readonly problems: readonly Problem[];
  /** How many there are, listed or not. */
  readonly total: number;
}

export interface ProblemList {
  add(file: string, line: number | null, column: string | null, finding: Finding): void;
  report(): Report;
}

/** More are counted and not listed: nobody reads on, and a wholly broken file must not fill the memory. */
export const LISTED = 1000;
const LONGEST_VALUE = 200;

/** Collects problems while a package is checked. */
export function problemList(): ProblemList {
  const problems: Problem[] = [];
  let total = 0;
  return {
    add(file, line, column, { value, expected, mend }) {
      total += 1;
      if (problems.length < LISTED)
        problems.push({ file, line, column, value: value?.slice(0, LONGEST_VALUE) ?? null, expected, mend });
    },
    report: () => ({ problems, total }),
  };
}
