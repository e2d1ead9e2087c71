import highsModule, { type Highs, type Model, type ModelData } from 'highs';

import type { IntegerProgram } from './integer-program.ts';
import { wholeValues } from './whole-values.ts';

/** When the search for a problem's answer ends though nothing is proven: limits of all its programs together. */
export interface SearchLimits {
  /** Nodes of search trees and iterations of the simplex method: the same on every machine, so that the answer is. */
  readonly steps: number;
  /** The last resort: what it ends may have another answer on a faster machine. */
  readonly milliseconds: number;
}

export type Solution =
  | { readonly outcome: 'best' | 'found'; readonly values: readonly number[] }
  /** `unknown`: a limit ended the search before it found anything. */
  | { readonly outcome: 'impossible' | 'unknown' };

/** Solves the programs of one problem. */
export interface Optimiser {
  /** The best values (`best`), or those that a limit left as the best so far (`found`). */
  solve(program: IntegerProgram): Solution;
  /** What one more of each row would be worth if columns could be fractions: multipliers, one for each row. */
  prices(program: IntegerProgram): readonly number[];
}

/** Every option of HiGHS that is set, and why; what is not named is as HiGHS has it. */
const OPTIONS = {
  output_flag: false,
  // Equal input, equal search. Threads need no option: the WebAssembly build has one.
  random_seed: 0,
  // The default of 1e-4 would take a table for the best that is worth up to 0.01 % less.
  mip_rel_gap: 0,
  // Points are whole numbers: what is less than one point better is no better.
  mip_abs_gap: 0.5,
  // Searches within the search, whose steps HiGHS neither counts in time nor can be stopped in: seconds on hard problems,
  // and on none of those measured did they help.
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
};

/** highs 1.15.3 describes its CommonJS file to the compiler also where Node imports the other, whose default is this. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

export async function loadOptimiser(): Promise<(limits: SearchLimits) => Optimiser> {
  const highs = await loadHighs();
  return (limits) => {
    const budget = { stepsLeft: limits.steps, end: performance.now() + limits.milliseconds };
    return {
      solve: (program) => {
        const empty = program.rows.filter(({ terms }) => terms.length === 0);
        // Left to HiGHS, a program without columns is no model at all.
        if (empty.some(({ least, most }) => least > 0 || most < 0)) return { outcome: 'impossible' };
        if (program.columns.length === 0) return { outcome: 'best', values: [] };
        return run(highs, toModel(highs, program, true), budget, (model) => toSolution(highs, model, program));
      },
      prices: (program) => {
        if (program.columns.length === 0) return program.rows.map(() => 0);
        return run(highs, toModel(highs, program, false), budget, (model) => [...model.getSolution().rowDual]);
      },
    };
  };
}

interface Budget {
  stepsLeft: number;
  /** On the clock of `performance.now()`. */
  readonly end: number;
}

/** A fresh model each time: what one solve leaves behind, such as a basis, would guide the next one. */
function run<T>(highs: Highs, data: ModelData, budget: Budget, read: (model: Model) => T): T {
  return highs.withModel(data, (model) => {
    // No time at all is a limit, too.
    model.options.set({ ...OPTIONS, time_limit: Math.max(0, (budget.end - performance.now()) / 1000) });
    let steps = 0;
    model.run({
      [highs.constants.callbackType.mipInterrupt]: ({
        data: { mip_node_count, mip_total_lp_iterations },
        interrupt,
      }) => {
        steps = Number(mip_node_count ?? 0) + Number(mip_total_lp_iterations ?? 0);
        if (steps > budget.stepsLeft) interrupt();
      },
    });
    budget.stepsLeft -= steps;
    return read(model);
  });
}

function toModel(highs: Highs, { columns, rows }: IntegerProgram, whole: boolean): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const factors: number[] = [];
  for (const { terms } of rows) {
    for (const { column, factor } of terms) {
      indices.push(column);
      factors.push(factor);
    }
    starts.push(indices.length);
  }
  const { integer, continuous } = highs.constants.variableType;
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: columns.map(({ points }) => points),
    colLower: columns.map(({ least }) => least),
    colUpper: columns.map(({ most }) => most),
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(({ most }) => most),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns.length, starts, indices, values: factors },
    integrality: columns.map(() => (whole ? integer : continuous)),
  };
}

function toSolution(highs: Highs, model: Model, program: IntegerProgram): Solution {
  const { modelStatus, solutionStatus } = highs.constants;
  const status = model.getModelStatus();
  switch (status) {
    case modelStatus.optimal:
    case modelStatus.empty:
      return { outcome: 'best', values: valuesOf(model, program) };
    case modelStatus.infeasible:
    // Every column is bounded, so that the points are.
    case modelStatus.unboundedOrInfeasible:
      return { outcome: 'impossible' };
    case modelStatus.interrupted:
    case modelStatus.timeLimit:
      return model.info.get('primal_solution_status') === solutionStatus.feasible
        ? { outcome: 'found', values: valuesOf(model, program) }
        : { outcome: 'unknown' };
    default:
      throw new Error(
        `Expected HiGHS to solve the program or to come to a limit, but it ended with model status ${status}. Report this with the problem.`,
      );
  }
}

function valuesOf(model: Model, program: IntegerProgram): readonly number[] {
  return wholeValues(program, [...model.getSolution().colValue], model.getObjectiveValue());
}
