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

let seats: Seats;
afterEach(() => seats.close());

describe('The seats of a process', () => {
  it('are filled for a request, without asking for its signal before', async () => {
    seats = openSeats();
    let isAsked = false;
    const seat = seats.seatFor(() => {
      isAsked = true;
      return new AbortController().signal;
    });
    expect(isAsked).toBe(false);
    expect(await seat(two)).toMatchObject({ outcome: 'seated', seats: [{ candidate: 1, alternates: [0] }] });
  });

  it('are left when nobody waits for them any more', async () => {
    seats = openSeats();
    const client = new AbortController();
    const leaving = seats.seatFor(() => client.signal)(two);
    const gone = new Error('gone');
    client.abort(gone);
    await expect(leaving).rejects.toBe(gone);
    expect(await seats.seatFor(() => new AbortController().signal)(two)).toMatchObject({ points: 1 });
  });

  it('are filled no more when the process stops', async () => {
    seats = openSeats();
    await seats.close();
    await expect(seats.seatFor(() => new AbortController().signal)(two)).rejects.toThrow('stopping');
  });
});
