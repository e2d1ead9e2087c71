import type { Membership, Sitter } from './membership.ts';
import { PLAIN_SIZE, shareOf, type Planner } from './planner.ts';
import { moreSeatsThanPeople, nobodyToInvite } from './wish-refusals.ts';
import { isAsked, type Wishes } from './wishes.ts';

interface Room {
  readonly sitters: readonly Sitter[];
  readonly membership: Membership;
  readonly planner: Planner | null;
  /** The most people of one institution. */
  readonly most: number;
}

/**
 * How many seats a table has: as many as were asked for, else as many as the package says, or fewer where there are not so
 * many people who may sit together. Throws BAD_USER_INPUT for more seats than people, and where there is nobody.
 */
export function sizeOf(wishes: Wishes, room: Room): number {
  const available = room.sitters.length;
  if (available === 0) throw nobodyToInvite();
  if (wishes.size === null) return fittingSize(wishes, room);
  if (wishes.size <= available) return wishes.size;
  throw moreSeatsThanPeople(wishes.size, available);
}

/** Nobody asked for a number of seats, so that a package's own bounds never make a table impossible by themselves. */
function fittingSize(wishes: Wishes, room: Room): number {
  const { planner, sitters, membership } = room;
  const everybody = sitters.map((_, at) => at);
  const isBounded = planner !== null && !isAsked(wishes, 'sector', planner.governmentSector);
  const government = new Set(isBounded ? membership.of('sector', planner.governmentSector) : []);
  const others = seatsFor(
    everybody.filter((at) => !government.has(at)),
    room,
  );
  const ofGovernment = seatsFor([...government], room);
  const fits = (size: number) =>
    size <= others + (isBounded ? Math.min(ofGovernment, shareOf(size, planner)) : ofGovernment);
  let size = Math.min(planner?.size ?? PLAIN_SIZE, seatsFor(everybody, room));
  while (size > 1 && !fits(size)) size -= 1;
  return size;
}

/** How many of some can sit together, so many of each institution at most; who has several counts with the first. */
function seatsFor(members: readonly number[], { sitters, most }: Room): number {
  const byInstitution = new Map<string, number>();
  for (const at of members) {
    const { person, guest } = sitters[at] ?? {};
    const [institution = `none ${at}`] = (person ?? guest)?.institutions ?? [];
    byInstitution.set(institution, (byInstitution.get(institution) ?? 0) + 1);
  }
  return [...byInstitution.values()].reduce((sum, number) => sum + Math.min(number, most), 0);
}
