import { entityKinds, type EntityKind } from '../../model/kinds.ts';
import { AnswerError } from './question.ts';

/** Kinds of entities as somebody types them. Throws AnswerError that names the option. */
export function toKinds(option: string, texts: readonly string[]): readonly EntityKind[] {
  return texts.map((text) => {
    const wanted = text.toUpperCase().replaceAll('-', '_');
    const kind = entityKinds.find((one) => one === wanted);
    if (kind === undefined)
      throw new AnswerError(
        `${option}: expected some of ${entityKinds.join(', ')}, but got "${text}". Correct it, or leave it out.`,
      );
    return kind;
  });
}
