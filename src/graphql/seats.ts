import { createSeater } from '../answers/invitations/seating/create-seater.ts';
import type { Seat } from './context.ts';

/** What fills the tables of all requests. */
export interface Seats {
  /**
   * Fills tables for one request.
   * @param abandoned what fires when nobody waits for the answer any more; asked for when a table is
   */
  seatFor(abandoned: () => AbortSignal): Seat;
  close(): Promise<void>;
}

/** One for a process: its threads start when the first table is planned. */
export function openSeats(): Seats {
  const seater = createSeater();
  return {
    seatFor: (abandoned) => (problem) => seater.seat(problem, abandoned()),
    close: () => seater.close(),
  };
}
