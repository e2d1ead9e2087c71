import type { EntityLoaders } from '../../fields/entity-loaders.ts';
import { badUserInput, shown } from '../../fields/errors.ts';
import type { QueryPathsArgs } from '../../generated/resolvers.ts';
import type { PathQuestion } from './paths.record.ts';
import { LONGEST } from './paths.cypher.ts';

const MOST_PATHS = 5;
/** No id is longer than the importer allows. */
const LONGEST_ID = 1000;

/** The question that the arguments put; throws BAD_USER_INPUT for what can be told without the graph. */
export function questionOf(args: QueryPathsArgs): PathQuestion {
  const { avoid, through } = args;
  if (through?.length === 0)
    throw badUserInput(
      'through',
      'expected at least one kind of fact, but got none. Leave it out to walk facts of work.',
    );
  const named = [
    ['from', args.from] as const,
    ['to', args.to] as const,
    ...(avoid ?? []).map((id) => ['avoid', id] as const),
  ];
  for (const [argument, id] of named) if (id.length > LONGEST_ID) throw unknownId(argument, id);
  return checkedEnds({
    from: args.from,
    to: args.to,
    maxLength: numberIn('maxLength', args.maxLength ?? 4, LONGEST),
    first: numberIn('first', args.first ?? 3, MOST_PATHS),
    avoid: [...new Set(avoid)],
    through: through ?? null,
    statedOnly: args.statedOnly ?? false,
    includeHubs: args.includeHubs ?? false,
  });
}

/** The same question with living ids: a retired one stands for its heir. Throws BAD_USER_INPUT for an unknown one. */
export async function withLivingIds(
  question: PathQuestion,
  loaders: Pick<EntityLoaders, 'entity'>,
): Promise<PathQuestion> {
  const living = async (argument: string, id: string): Promise<string> => {
    const entity = await loaders.entity(id, false);
    if (entity === null) throw unknownId(argument, id);
    return entity.id;
  };
  const [from, to, ...avoid] = await Promise.all([
    living('from', question.from),
    living('to', question.to),
    ...question.avoid.map((id) => living('avoid', id)),
  ]);
  return checkedEnds({ ...question, from, to, avoid: [...new Set(avoid)] });
}

function checkedEnds(question: PathQuestion): PathQuestion {
  const { from, to, avoid } = question;
  if (from === to)
    throw badUserInput('to', `expected another entity than from, but got "${shown(to)}" for both. Name two entities.`);
  const end = [from, to].find((id) => avoid.includes(id));
  if (end !== undefined)
    throw badUserInput('avoid', `expected entities between the ends, but got the end "${shown(end)}". Leave it out.`);
  return question;
}

function numberIn(argument: string, value: number, most: number): number {
  if (value >= 1 && value <= most) return value;
  throw badUserInput(argument, `expected a number from 1 to ${most}, but got ${value}. Ask for one of these.`);
}

function unknownId(argument: string, id: string) {
  return badUserInput(
    argument,
    `expected the id of an entity, but got "${shown(id)}", which is not known. Take ids from what this API answers.`,
  );
}
