import { createSeater, type SeaterOptions } from '../answers/invitations/seating/create-seater.ts';
import type { InTurn } from './context.ts';

/** What fills the tables of all requests. */
export interface Seats {
  /**
   * Plans tables for one request.
   * @param abandoned what fires when nobody waits for the answer any more; asked for when a table is
   */
  turnsFor(abandoned: () => AbortSignal): InTurn;
  close(): Promise<void>;
}

/** One for a process: its thread starts when the first table is filled. */
export function openSeats(options: SeaterOptions = {}): Seats {
  const seater = createSeater(options);
  return {
    turnsFor: (abandoned) => (work) => seater.inTurn(work, abandoned()),
    close: () => seater.close(),
  };
}
