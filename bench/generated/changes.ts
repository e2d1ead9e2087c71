import type { Table } from '../../src/model/tables.ts';
import { randomOf } from './random.ts';
import type { Generated, Row } from './rows.ts';

/** Of the changes to facts: this share is removed, and as many people with their facts are added. */
const REMOVED = 0.1;

/**
 * The rows of a table after somebody worked on the package: names got another form, facts a note, some facts went and
 * some people came. What the facts stand on stays.
 */
export function* changedRows(world: Generated, table: Table, share: number, seed: string): Iterable<Row> {
  const random = randomOf(`${seed} changes ${table.name}`);
  const { what } = table.holds;
  for (const row of world.rows(table.name)) {
    if (!random.chance(share) || what === 'redirects') yield row;
    else if (what === 'ties') {
      if (!random.chance(REMOVED)) yield { ...row, note: `Corregido ${random.below(1000)}` };
    } else if (what === 'entities') yield { ...row, aliases: `Forma corregida ${random.below(1000)}` };
    else yield row;
  }
  if (table.name === 'people' || table.name === 'affiliations') yield* newcomers(world, table.name, share);
}

function* newcomers({ ids }: Generated, table: 'people' | 'affiliations', share: number): Iterable<Row> {
  const count = Math.ceil((ids.get('PERSON') ?? []).length * share * REMOVED);
  const institution = ids.get('ORGANIZATION')?.[0] ?? '';
  for (let at = 0; at < count; at += 1) {
    const id = `ambar-nandu-recien-llegado-${at}`;
    const citations = 'citation:generated/0';
    if (table === 'people')
      yield { id, name: `Ámbar Ñandú ${at}`, givenName: 'Ámbar', surname1: 'Ñandú', surname2: String(at), citations };
    else yield { id: `affiliation:${id}/${institution}`, person: id, institution, basis: 'STATED', citations };
  }
}
