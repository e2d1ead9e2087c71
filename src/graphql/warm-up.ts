import type { Reader } from '../graph/graph.ts';
import { fixedStatements, standInParameters } from './statements.ts';

/** What nearly every client asks for first; planning all of the statements would take half a minute. */
const usual: ReadonlySet<string> = new Set([
  'entitiesById',
  'citationsById',
  'tiesOfEntity',
  'tieDegrees',
  'labelsById',
  'ties.from.AFFILIATED_WITH',
  'ties.from.CONSULTED_IN',
  'vocabulary.PRIORITY_AXIS',
  'allDatasets',
  ...['people', 'programs', 'organizations', 'governmentEntities'].map((list) => `${list}.sortName.ascending`),
  'people.sortName.ascending.filtered',
  'people.count',
  'people.count.filtered',
  'programsOfAxis.sortName.ascending',
  'peopleOfBody.sortName.ascending',
  'governmentEntitiesOfProgram.sortName.ascending',
]);

/**
 * Sends the usual statements once, so that the database has planned them before a client asks: a text seen for the
 * first time costs 20 to 400 ms, and more in the first seconds of a database. One after the other, for planning
 * keeps a processor busy. A statement that fails is planned when a request sends it, and that request tells.
 */
export async function warmUp(reader: Reader): Promise<void> {
  for (const statement of fixedStatements().filter(({ name }) => usual.has(name))) {
    await reader.read(statement, standInParameters(statement)).catch(() => undefined);
  }
}
