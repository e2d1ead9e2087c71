import { SeaterBusy } from './seater-busy.ts';

/** Lets one work go on at a time; the others wait in the order in which they came. */
export interface Turns {
  /**
   * Does a work when its turn comes. Rejects with SeaterBusy when as many wait as may, and with the signal's reason when the
   * asker goes away before: another one gets the place. A turn lasts until its work has ended, also when nobody wants it any
   * more, so that two are never at work at once; the work hears of that by itself.
   */
  take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Turns away who waits, and whoever comes later. */
  close(reason: Error): void;
}

interface TurnsOptions {
  /** How many may wait beside the one that is at work. */
  readonly mostWaiting: number;
  /** Milliseconds between two turns, in which the processors are for everybody else. */
  readonly pause: number;
}

interface Place {
  begin(): void;
  leave(reason: unknown): void;
}

/** Nobody is at work yet, and nobody waits. */
export function createTurns({ mostWaiting, pause }: TurnsOptions): Turns {
  const waiting: Place[] = [];
  let isTaken = false;
  let resting: NodeJS.Timeout | undefined;
  let closed: Error | null = null;

  const ownTurn = async (signal: AbortSignal | undefined): Promise<void> => {
    if (!isTaken) {
      isTaken = true;
      return;
    }
    if (waiting.length >= mostWaiting) throw new SeaterBusy(waiting.length);
    const settled = new AbortController();
    try {
      await new Promise<void>((begin, leave) => {
        const place = { begin, leave };
        const goAway = () => {
          const at = waiting.indexOf(place);
          if (at < 0) return;
          waiting.splice(at, 1);
          place.leave(signal?.reason);
        };
        waiting.push(place);
        signal?.addEventListener('abort', goAway, { signal: settled.signal });
      });
    } finally {
      settled.abort();
    }
  };

  const rest = (): void => {
    if (pause === 0 || closed !== null) passOn();
    else resting = setTimeout(passOn, pause);
  };

  const passOn = (): void => {
    const next = waiting.shift();
    if (next === undefined) isTaken = false;
    else next.begin();
  };

  return {
    take: async (work, signal) => {
      if (closed !== null) throw closed;
      signal?.throwIfAborted();
      await ownTurn(signal);
      try {
        // Who goes away just as the turn comes is in no queue any more.
        signal?.throwIfAborted();
        return await work();
      } finally {
        rest();
      }
    },
    close: (reason) => {
      closed ??= reason;
      clearTimeout(resting);
      for (const { leave } of waiting.splice(0)) leave(closed);
    },
  };
}
