import type { EntityKind } from '../../model/kinds.ts';
import { doubtLines } from './brief.doubts.ts';
import {
  actLines,
  bodyLine,
  entityLines,
  missingLines,
  otherLine,
  personLine,
  positionLine,
  sentencesLine,
} from './brief.lines.ts';
import type { Counted, Gathered, Library } from './brief.material.ts';
import type { BriefLineRecord, BriefRecord, BriefSectionRecord } from './brief.record.ts';
import { familyOf, linesOf, sectionKeys, styleOf, type SectionKey } from './brief.sections.ts';
import { titles } from './brief.texts.ts';

interface Lines {
  readonly lines: readonly BriefLineRecord[];
  readonly more: number;
}

/** Writes the sections of a brief; those without lines are left out. */
export function writeBrief(gathered: Gathered, library: Library): BriefRecord {
  const kind = subjectKind(gathered, library);
  const family = familyOf(kind);
  const facts = new Map(sectionKeys.map((section) => [section, factLines(section, gathered, library)]));
  const doubts = doubtLines(
    gathered,
    library,
    [...facts.values()].flatMap(({ lines }) => lines),
  );
  const told = new Map([...facts].map(([section, { lines }]) => [section, lines]));
  const written = new Map([...facts, ['DOUBTS', firstOf('DOUBTS', doubts)] as const]);
  written.set('MISSING', { lines: missingLines(kind, gathered, library, told), more: 0 });
  const sections = [...written].flatMap(([section, { lines, more }]): readonly BriefSectionRecord[] => {
    const title = titles[section];
    return lines.length === 0 ? [] : [{ section, title: title[family] ?? title, lines, more }];
  });
  const { entity, complete, howToCite } = gathered;
  return { entity, sections, complete, howToCite };
}

/** A government and the city that it governs are one: then the city is what the brief is about. */
function subjectKind({ entity, own }: Gathered, { entityOf }: Library): EntityKind {
  return [...own].some((id) => entityOf(id)?.kind === 'CITY') ? 'CITY' : entity.kind;
}

/** The lines of a section that facts fill; what is doubtful and what is missing come of the others. */
function factLines(section: SectionKey, gathered: Gathered, library: Library): Lines {
  if (section === 'DOUBTS' || section === 'MISSING') return { lines: [], more: 0 };
  if (section === 'OPERATORS') return eachLine(gathered.bodies, (body) => bodyLine(body, gathered, library));
  if (section === 'PEOPLE') return eachLine(gathered.people, (person) => personLine(person, library));
  if (section === 'ACTS') return firstOf(section, actLines(gathered, library));
  const counted = gathered.sections.get(section) ?? { total: 0, found: [] };
  const style = styleOf(section);
  if (style === 'ABOUT_ENTITY') {
    return { lines: entityLines(counted, gathered, library), more: counted.total - counted.found.length };
  }
  return eachLine(counted, (other) => {
    if (section === 'ASKED' && other.entity.kind === 'POSITION') return positionLine(other, library);
    return style === 'SENTENCES'
      ? sentencesLine(other, library, section === 'WORK')
      : otherLine(other, gathered, library);
  });
}

function eachLine<Of>({ total, found }: Counted<Of>, toLine: (one: Of) => BriefLineRecord | null): Lines {
  return { lines: found.map(toLine).filter((one) => one !== null), more: total - found.length };
}

function firstOf(section: SectionKey, lines: readonly BriefLineRecord[]): Lines {
  const most = linesOf(section);
  return { lines: lines.slice(0, most), more: Math.max(0, lines.length - most) };
}
