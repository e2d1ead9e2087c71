import type { Reader } from '../graph/graph.ts';
import { fixedStatements, standInParameters } from './statements.ts';

/** What nearly every client asks for first; planning all of the statements would take half a minute. */
const usual: ReadonlySet<string> = new Set([
  'entitiesById',
  'citationsById',
  'tiesOfEntity.few',
  'tiesOfEntityOfKinds.few',
  'ties.from.AFFILIATED_WITH',
  'vocabulary.PRIORITY_AXIS',
  ...['people', 'programs', 'governmentEntities'].map((list) => `${list}.sortName.ascending`),
  'labelsById',
  'shortestPaths.names.4',
  'longerPaths.3',
  'longerPaths.4',
  ...['Members', 'Facts', 'Bodies', 'People', 'Surroundings'].map((part) => `brief${part}`),
  'searchPage.few',
  'distinctionFacts',
  'people.count',
  'people.sortName.ascending.by.consulted',
  'people.count.by.consulted',
  'people.sortName.ascending.by.sectors.few',
  'collaborators',
  'collaborators.reasons',
  'suggestions.by.themes',
  'suggestionReasons.by.themes',
  'seatFacts',
  'ownTopics',
  'institutionTopics',
  'placesOfPeople',
  'seatReasons',
]);

/**
 * Sends the usual statements once, so that the database has planned them before a client asks: a text seen for the
 * first time costs 20 to 400 ms, and more in the first seconds of a database. Those of entities and lists come first,
 * two at a time, for planning keeps a processor busy. A statement that fails is planned when a request sends it, and
 * that request tells.
 * @param signal ends it before the next statement
 */
export async function warmUp(reader: Reader, signal: AbortSignal): Promise<void> {
  const waiting = fixedStatements()
    .filter(({ name }) => usual.has(name))
    .values();
  const plan = async () => {
    for (const statement of waiting) {
      if (signal.aborted) return;
      await reader.read(statement, standInParameters(statement)).catch(() => undefined);
    }
  };
  await Promise.all([plan(), plan()]);
}
