import { createSeater } from '../../src/answers/invitations/seating/create-seater.ts';
import type { Seat } from '../../src/graphql/context.ts';

/** The seater of the program; a thread of it that is idle does not keep a test's process alive. */
const seater = createSeater();

export const seat: Seat = (problem) => seater.seat(problem);
