import type { Check } from './check.ts';
import { checkCitations } from './citations.ts';
import { checkClaims } from './claims.ts';
import { checkFacts } from './facts.ts';
import { checkLateDates } from './late-dates.ts';
import { checkLongTexts } from './long-texts.ts';
import { checkNames } from './names.ts';
import { checkOpenLists } from './open-lists.ts';
import { checkThemes } from './themes.ts';
import { checkWorkTies } from './work-ties.ts';

/**
 * The checks of an audit, in the order in which they are reported. What `validate` judges is not judged again: ends of
 * other kinds, the order of symmetric ends, periods that end before they begin, INFERRED ties without a note.
 */
export const checks = {
  'work-ties': checkWorkTies,
  names: checkNames,
  facts: checkFacts,
  dates: checkLateDates,
  citations: checkCitations,
  'open-lists': checkOpenLists,
  claims: checkClaims,
  themes: checkThemes,
  'long-texts': checkLongTexts,
} as const satisfies Readonly<Record<string, Check>>;
