import { createSeater } from '../../src/answers/invitations/seating/create-seater.ts';
import type { Seat } from '../../src/answers/invitations/seating-problem.ts';
import type { InTurn } from '../../src/graphql/context.ts';

/**
 * The seater of the program, without its pauses, and ended by its steps alone: the clock would end it elsewhere on a busy
 * machine. A thread of it that is idle does not keep a test's process alive.
 */
const seater = createSeater({ pause: 0, limits: { milliseconds: 100_000 } });

export const inTurn: InTurn = (work) => seater.inTurn(work);
export const seat: Seat = (problem) => seater.seat(problem);
