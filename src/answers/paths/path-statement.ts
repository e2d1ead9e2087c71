import { nameWithin, stopped, type Lang } from '../../fields/statement.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import { kindOf, type EntityKind } from '../../model/kinds.ts';
import { tieOf } from '../../model/ties.ts';
import type { PathRecord, PathStepRecord } from './paths.record.ts';

/** Kinds besides the actors whose names stand in a sentence without quotation marks. */
const bare: ReadonlySet<EntityKind> = new Set(['COUNTRY', 'REGION', 'CONSULTATION']);

/**
 * A path as one sentence: "X tenía un papel en A, que era contraparte de «P», que estaba en la lista de B." Each step is
 * told by its first fact, which is a stated one where there is one.
 */
export function pathStatement({ steps }: PathRecord, lang: Lang): string {
  const parts = steps.map((step, at) => {
    const subject = at === 0 ? nameOf(step.from, lang) : pronounOf(step.from, lang);
    return `${subject} ${relationOf(step, lang)} ${nameOf(step.to, lang)}${inferred(step, lang)}`;
  });
  return stopped(parts.join(', '));
}

function relationOf({ from, ties: [tie] }: PathStepRecord, lang: Lang): string {
  if (tie === undefined) throw new Error(`Expected a fact for the step from ${from.id}, but the path has none.`);
  const { forward, backward } = tieOf(tie.tieKind);
  const names = tie.fromId === from.id ? forward : backward;
  return lang === 'EN' ? names.en : names.es;
}

function nameOf(entity: EntityRecord, lang: Lang): string {
  const name = nameWithin(entity, lang);
  if (kindOf(entity.kind).actor || bare.has(entity.kind)) return name;
  return lang === 'EN' ? `“${name}”` : `«${name}»`;
}

function pronounOf({ kind }: EntityRecord, lang: Lang): string {
  if (lang === 'ES') return 'que';
  return kind === 'PERSON' ? 'who' : 'which';
}

function inferred({ ties: [tie] }: PathStepRecord, lang: Lang): string {
  if (tie?.basis !== 'INFERRED') return '';
  return lang === 'EN' ? ' (inferred)' : ' (inferido)';
}
