/** The first of the signals that ask a program to end: as a promise, and as what calls off work under way. */
export interface StopRequest {
  readonly requested: Promise<void>;
  readonly signal: AbortSignal;
}

export function onStopRequest(): StopRequest {
  const stopping = new AbortController();
  const requested = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        resolve();
        stopping.abort(new Error(`stopped by ${name}`));
      });
    }
  });
  return { requested, signal: stopping.signal };
}
