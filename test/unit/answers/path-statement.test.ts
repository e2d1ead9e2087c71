import { describe, expect, test } from 'vitest';

import { pathStatement } from '../../../src/answers/paths/path-statement.ts';
import type { PathStepRecord } from '../../../src/answers/paths/paths.record.ts';
import type { EntityRecord } from '../../../src/graph/entity-record.ts';
import type { TieRecord } from '../../../src/graph/tie-record.ts';
import type { EntityKind } from '../../../src/model/kinds.ts';
import type { TieKind } from '../../../src/model/ties.ts';

function entity(kind: EntityKind, name: string, nameEn: string | null = null): EntityRecord {
  return { kind, id: name, name, nameEn, detail: null };
}

function tie(tieKind: TieKind, from: EntityRecord, to: EntityRecord, basis: TieRecord['basis'] = 'STATED'): TieRecord {
  const when = { since: null, until: null, open: false, asOf: null };
  // What a kind has of its own does not matter here.
  return {
    tieKind,
    id: tieKind,
    fromId: from.id,
    toId: to.id,
    basis,
    note: null,
    ...when,
    citations: [],
    own: {},
  } as unknown as TieRecord;
}

const step = (from: EntityRecord, to: EntityRecord, ...ties: readonly TieRecord[]): PathStepRecord => ({
  from,
  to,
  ties,
});

const ana = entity('PERSON', 'Ana');
const institute = entity('ORGANIZATION', 'Instituto', 'Institute');
const program = entity('PROGRAM', 'Mareas', 'Tides');
const ministry = entity('GOVERNMENT_ENTITY', 'Secretaría');
const beto = entity('PERSON', 'Beto');
const country = entity('COUNTRY', 'Perú');

const steps = [
  step(ana, institute, tie('AFFILIATED_WITH', ana, institute)),
  step(institute, program, tie('WITH_PARTNER', program, institute)),
  step(program, ministry, tie('LISTED_UNDER', program, ministry)),
];

describe('A path in words', () => {
  test('is one sentence in the past tense, each fact in the direction of the path', () => {
    expect(pathStatement({ steps }, 'ES')).toBe(
      'Ana tenía un papel en Instituto, que era contraparte de «Mareas», que estaba en la lista de Secretaría.',
    );
  });

  test('ends with one full stop where its last name ends with one', () => {
    const circus = entity('ORGANIZATION', 'Circo, A.C.');
    const path = { steps: [step(ana, circus, tie('AFFILIATED_WITH', ana, circus))] };
    expect(pathStatement(path, 'ES')).toBe('Ana tenía un papel en Circo, A.C.');
  });

  test('takes English names where there are any', () => {
    expect(pathStatement({ steps }, 'EN')).toBe(
      'Ana had a role at Institute, which was a partner of “Tides”, which was listed under Secretaría.',
    );
  });

  test('says “who” of a person in its middle', () => {
    const back = [
      step(institute, beto, tie('AFFILIATED_WITH', beto, institute)),
      step(beto, country, tie('COLLABORATES_WITH', beto, country)),
    ];
    expect(pathStatement({ steps: back }, 'EN')).toBe(
      'Institute had on its staff or board Beto, who worked with Perú.',
    );
  });

  test('says of a step that no source states it, and of one with a stated fact does not', () => {
    const inferred = tie('WITH_PARTNER', program, institute, 'INFERRED');
    const said = (...ties: readonly TieRecord[]) => pathStatement({ steps: [step(institute, program, ...ties)] }, 'ES');
    expect(said(inferred)).toBe('Instituto era contraparte de «Mareas» (inferido).');
    expect(said(tie('RUNS', institute, program), inferred)).toBe('Instituto llevaba «Mareas».');
  });

  test('leaves out the full stop of a position that it quotes', () => {
    const position = entity('POSITION', 'Debe haber más redes.');
    expect(pathStatement({ steps: [step(ana, position, tie('HOLDS', ana, position))] }, 'ES')).toBe(
      'Ana sostuvo que «Debe haber más redes».',
    );
  });
});
