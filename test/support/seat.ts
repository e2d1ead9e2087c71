import { createSeater } from '../../src/answers/invitations/seating/create-seater.ts';
import type { Seat } from '../../src/answers/invitations/seating-problem.ts';
import type { InTurn } from '../../src/graphql/context.ts';

/** The seater of the program, without its pauses; a thread of it that is idle does not keep a test's process alive. */
const seater = createSeater({ pause: 0 });

export const inTurn: InTurn = (work) => seater.inTurn(work);
export const seat: Seat = (problem) => seater.seat(problem);
