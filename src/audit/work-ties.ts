import type { Finding } from '../dataset/problem.ts';
import type { EntityKind } from '../model/kinds.ts';
import { tieKinds, tieOf } from '../model/ties.ts';
import { placeOf, type Check, type Claim, type Standing } from './check.ts';

/** The property of the claims that tell why an entity has no ties. */
const PROPERTY = 'withoutTies';

/** They stand for the place alone: nobody works there as they work with a city. */
const placeHolders: readonly EntityKind[] = ['COUNTRY', 'REGION'];

/** The kinds that the table of ties lets work together. */
const working = new Set(
  tieKinds
    .map(tieOf)
    .filter((tie) => tie.class === 'WORK')
    .flatMap(({ from, to }) => [...from.kinds, ...to.kinds])
    .filter((kind) => !placeHolders.includes(kind)),
);

/** Every entity that could work with others has a tie of class WORK, or a claim that tells why it has none; not both. */
export const checkWorkTies: Check = ({ claims }, tell) => {
  const explanations = new Map(
    claims
      .filter(({ property, rank }) => property === PROPERTY && rank !== 'DEPRECATED')
      .map((claim) => [claim.subject, claim]),
  );
  const entities: (Standing & { readonly id: string; readonly kind: EntityKind })[] = [];
  const tied = new Map<string, Standing>();
  return {
    row({ table: { holds }, file, line, cell }) {
      if (holds.what === 'entities' && working.has(holds.kind))
        entities.push({ id: cell('id'), kind: holds.kind, file, line });
      if (holds.what !== 'ties' || tieOf(holds.kind).class !== 'WORK') return;
      const { from, to } = tieOf(holds.kind);
      for (const end of [cell(from.column), cell(to.column)]) if (!tied.has(end)) tied.set(end, { file, line });
    },
    end() {
      for (const entity of entities) {
        if (tied.has(entity.id)) continue;
        const claim = explanations.get(entity.id);
        if (claim === undefined) tell.problem(entity, 'id', unexplained(entity.id));
        else tell.explained({ id: entity.id, kind: entity.kind, why: claim.value });
      }
      for (const claim of explanations.values()) {
        const tie = tied.get(claim.subject);
        if (tie !== undefined) tell.problem(claim, 'subject', tiedAllTheSame(claim, tie));
      }
    },
  };
};

function unexplained(value: string): Finding {
  return {
    value,
    expected: {
      es: `un hecho de trabajo que lo nombre, o una afirmación ${PROPERTY} que diga por qué no lo hay`,
      en: `a fact of work that names it, or a claim ${PROPERTY} that tells why there is none`,
    },
    mend: {
      es: `agregue el hecho; si la fuente solo lo menciona, agregue a claims.csv una fila con property ${PROPERTY} y el porqué en value`,
      en: `add the fact; if the source only mentions it, add a row to claims.csv with property ${PROPERTY} and the reason in value`,
    },
  };
}

function tiedAllTheSame({ subject }: Claim, tie: Standing): Finding {
  return {
    value: subject,
    expected: {
      es: `una entidad sin hechos de trabajo; esta tiene uno en ${placeOf(tie)}`,
      en: `an entity without facts of work; this one has one in ${placeOf(tie)}`,
    },
    mend: { es: 'quite la afirmación, o el hecho', en: 'remove the claim, or the fact' },
  };
}
