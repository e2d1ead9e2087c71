import { entityKinds, type EntityKind } from '../model/kinds.ts';
import { tieKinds, tieOf, type TieClass, type TieKind } from '../model/ties.ts';
import { wrongUse } from './export-error.ts';

/** Which entities and ties an export takes. A tie goes with its two ends or not at all. */
export interface Selection {
  readonly kinds: readonly EntityKind[];
  readonly ties: readonly TieKind[];
  /** Ties were chosen: an entity that none of them touches is left out. */
  readonly onlyTied: boolean;
}

interface Choice {
  readonly kinds: readonly EntityKind[] | undefined;
  readonly ties: readonly TieKind[] | undefined;
  readonly classes: readonly TieClass[] | undefined;
}

/**
 * Works out what a choice means. Without ties chosen it is every entity of the kinds, and every tie between two of them;
 * with ties chosen, by kind or by class or both, it is those ties and what they touch. Throws ExportError for a choice
 * that nothing can fulfil.
 */
export function selectionOf({ kinds = entityKinds, ties, classes }: Choice): Selection {
  const onlyTied = ties !== undefined || classes !== undefined;
  const isWanted = (kind: TieKind) =>
    !onlyTied || ties?.includes(kind) === true || classes?.includes(tieOf(kind).class) === true;
  const isPossible = (kind: TieKind) =>
    (['from', 'to'] as const).every((end) => tieOf(kind)[end].kinds.some((joined) => kinds.includes(joined)));
  const impossible = ties?.find((kind) => !isPossible(kind));
  if (impossible !== undefined) throw withoutEnds(impossible, kinds);
  const possible = tieKinds.filter((kind) => isWanted(kind) && isPossible(kind));
  if (onlyTied && possible.length === 0)
    throw wrongUse({
      es: `Se esperaban vínculos que puedan unir los tipos elegidos, pero ninguno de ${classes?.join(', ') ?? ''} une ${kinds.join(', ')}. Agregue tipos, o quite --kinds.`,
      en: `Expected ties that can join the kinds chosen, but none of ${classes?.join(', ') ?? ''} joins ${kinds.join(', ')}. Add kinds, or leave --kinds out.`,
    });
  return { kinds: onlyTied ? kinds.filter((kind) => possible.some(touches(kind))) : kinds, ties: possible, onlyTied };
}

function touches(kind: EntityKind): (tie: TieKind) => boolean {
  return (tie) => tieOf(tie).from.kinds.includes(kind) || tieOf(tie).to.kinds.includes(kind);
}

function withoutEnds(kind: TieKind, kinds: readonly EntityKind[]): Error {
  const [from, to] = [tieOf(kind).from.kinds.join(', '), tieOf(kind).to.kinds.join(', ')];
  return wrongUse({
    es: `Se esperaban tipos que ${kind} pueda unir (de ${from} a ${to}), pero --kinds solo tiene ${kinds.join(', ')}. Agregue tipos, o quite --kinds o --ties ${kind}.`,
    en: `Expected kinds that ${kind} can join (from ${from} to ${to}), but --kinds has only ${kinds.join(', ')}. Add kinds, or leave --kinds or --ties ${kind} out.`,
  });
}
