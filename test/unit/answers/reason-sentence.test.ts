import { describe, expect, it } from 'vitest';

import { toReasons, type Fact, type Link } from '../../../src/answers/collaborators/reason-sentence.ts';
import type { EntityRecord } from '../../../src/graph/entity-record.ts';
import type { TieRecord } from '../../../src/graph/tie-record.ts';
import type { EntityKind } from '../../../src/model/kinds.ts';
import type { TieKind } from '../../../src/model/ties.ts';

const entity = (kind: EntityKind, id: string): EntityRecord => ({
  kind,
  id,
  name: `${id} es`,
  nameEn: `${id} en`,
  detail: null,
});
const ana = entity('PERSON', 'Ana');
const office = entity('GOVERNMENT_ENTITY', 'Office');
const program = entity('PROGRAM', 'Program');
const lima = entity('CITY', 'Lima');
const peru = entity('COUNTRY', 'Peru');
const position = entity('POSITION', 'Position');
const water = entity('THEME', 'Water');

function fact(tieKind: TieKind, from: EntityRecord, to: EntityRecord, basis: 'STATED' | 'INFERRED' = 'STATED'): Fact {
  const tie = {
    tieKind,
    id: `${tieKind}:${from.id}/${to.id}`,
    fromId: from.id,
    toId: to.id,
    basis,
    note: basis === 'INFERRED' ? 'By its name.' : null,
    since: null,
    until: null,
    open: false,
    asOf: '2016',
    citations: ['citation:1'],
    own: {},
  };
  // The properties of its kind are all missing, which any kind allows in a sentence.
  return { tie: tie as TieRecord, from, to };
}

const link = (facts: readonly Fact[], given: Partial<Link> = {}): Link => ({
  way: 'PROGRAM',
  via: null,
  sector: null,
  facts,
  ...given,
});
const shared = [fact('LISTED_UNDER', program, office), fact('WITH_PARTNER', program, lima)];
const only = (one: Link) => {
  const [reason] = toReasons([one]);
  return reason?.sentence;
};

describe('A reason in words', () => {
  it('does not name again what it has just named', () => {
    expect(only(link([...shared, fact('IN_COUNTRY', lima, peru)]))).toEqual({
      es: 'En un mismo programa: «Program es» estaba en la lista de Office es y nombraba como contraparte a Lima es, que estaba en Peru es.',
      en: 'In one program: “Program en” was listed under Office en and named Lima en as a partner, which was in Peru en.',
    });
  });

  it('says through whom it is, and that it is weak', () => {
    const post = fact('AFFILIATED_WITH', ana, office);
    expect(only(link([post, ...shared], { via: office }))?.es).toMatch(
      /^A través de Office es, en un mismo programa: Ana es figuraba en Office es; «Program es» estaba/,
    );
    expect(only(link(shared, { way: 'NETWORK' }))?.en).toMatch(/^A weaker tie, one network: /);
  });

  it('keeps what a person said apart from what it was about', () => {
    const facts = [fact('HOLDS', ana, position), fact('ABOUT', position, water, 'INFERRED')];
    expect(only(link(facts, { way: 'POSITION' }))).toEqual({
      es: 'Ana es sostuvo: Position es; la postura trataba de «Water es» (inferido: By its name).',
      en: 'Ana en held: Position en; the position was about “Water en” (inferred: By its name).',
    });
  });

  it('has one full stop, at its end, whatever its names bring along', () => {
    const said = { ...position, name: 'Falta agua.', nameEn: 'Water is short.' };
    const facts = [fact('HOLDS', ana, said), fact('ABOUT', said, water)];
    expect(only(link(facts, { way: 'POSITION' }))).toEqual({
      es: 'Ana es sostuvo: Falta agua; la postura trataba de «Water es».',
      en: 'Ana en held: Water is short; the position was about “Water en”.',
    });
    expect(only(link([fact('HOLDS', ana, said)], { way: 'POSITION' }))?.es).toBe('Ana es sostuvo: Falta agua.');
    const circus = { ...entity('ORGANIZATION', 'Circo'), name: 'Circo, A.C.', nameEn: null };
    expect(only(link([fact('AFFILIATED_WITH', ana, circus)]))?.en).toMatch(/ at Circo, A\.C\.$/);
  });

  it('is inferred as soon as one fact is, or when it goes through another entity', () => {
    const bases = [link(shared), link(shared, { via: office }), link([fact('GOVERNS', office, lima, 'INFERRED')])].map(
      (one) => toReasons([one])[0]?.basis,
    );
    expect(bases).toEqual(['STATED', 'INFERRED', 'INFERRED']);
  });

  it('comes before a weaker one, and after as strong a one that came before it', () => {
    const direct = link([fact('COLLABORATES_WITH', office, lima)], { way: 'COLLABORATES_WITH' });
    const through = link(shared, { via: office });
    const weak = link(shared, { way: 'EVENT' });
    const again = link([...shared].reverse());
    const ordered = toReasons([weak, through, link(shared), again, direct]).map(({ ties }) => ties[0]?.tieKind);
    expect(ordered).toEqual(['COLLABORATES_WITH', 'LISTED_UNDER', 'WITH_PARTNER', 'LISTED_UNDER', 'LISTED_UNDER']);
  });
});
