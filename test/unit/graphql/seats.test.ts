import { afterEach, describe, expect, it } from 'vitest';

import type { SeatingProblem } from '../../../src/answers/invitations/seating-problem.ts';
import { openSeats, type Seats } from '../../../src/graphql/seats.ts';

const two: SeatingProblem = {
  size: 1,
  candidates: ['ana', 'leo'].map((id, at) => ({ id, points: at, required: false, profile: '', guest: false })),
  rules: [],
  presences: [],
  alternates: 1,
};

const stays = () => new AbortController().signal;

let seats: Seats;
afterEach(() => seats.close());

describe('The seats of a process', () => {
  it('are filled for a request, without asking for its signal before', async () => {
    seats = openSeats();
    let isAsked = false;
    const inTurn = seats.turnsFor(() => {
      isAsked = true;
      return new AbortController().signal;
    });
    expect(isAsked).toBe(false);
    expect(await inTurn((seat) => seat(two))).toMatchObject({
      outcome: 'seated',
      seats: [{ candidate: 1, alternates: [0] }],
    });
  });

  it('are left when nobody waits for them any more', async () => {
    seats = openSeats();
    const client = new AbortController();
    const leaving = seats.turnsFor(() => client.signal)((seat) => seat(two));
    const gone = new Error('gone');
    client.abort(gone);
    await expect(leaving).rejects.toBe(gone);
    expect(await seats.turnsFor(stays)((seat) => seat(two))).toMatchObject({ points: 1 });
  });

  it('are filled no more when the process stops', async () => {
    seats = openSeats();
    await seats.close();
    await expect(seats.turnsFor(stays)((seat) => seat(two))).rejects.toThrow('stopping');
  });
});
