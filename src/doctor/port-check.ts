import { createServer } from 'node:net';

import { errorCode } from '../neo4j/managed-server-error.ts';
import { failed, ok, warning, type Look } from './finding.ts';

const PATIENCE_MS = 2_000;

/** Whether the server's port is free, or this program answers there already. */
export async function lookAtPort(host: string, port: number): Promise<Look> {
  if (port === 0) return ok('any free one (PORT=0)');
  const url = `http://${reachable(host)}:${port}`;
  const running = await readinessAt(url);
  if (running !== null) {
    if (running.missing.length === 0) return ok(`${port}: Sobremesa answers at ${url}, ready`);
    const waiting = `${port}: Sobremesa answers at ${url}, but waits for ${running.missing.join(', ')}`;
    return warning(waiting, `wait, then: curl ${url}/readyz`);
  }
  const refusal = await refusalToListen(host, port);
  if (refusal === null) return ok(`${port} on ${host} is free`);
  const other = 'or choose another one: PORT=8080 npm start';
  if (refusal === 'EADDRINUSE')
    return failed(`${port} on ${host} is taken by another program`, `lsof -i :${port} names it: stop it, ${other}`);
  if (refusal === 'EACCES') return failed(`${port} may be opened by the administrator only`, other.slice(3));
  return failed(
    `nothing can listen on ${host}:${port} (${refusal})`,
    'set HOST to an address of this machine, such as 127.0.0.1',
  );
}

/** What the program at an address still waits for; null where it is not this program. */
async function readinessAt(url: string): Promise<{ readonly missing: readonly string[] } | null> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const body: unknown = await response.json();
    if (typeof body !== 'object' || body === null || !('ready' in body) || !('missing' in body)) return null;
    return Array.isArray(body.missing) ? { missing: body.missing.map(String) } : null;
  } catch {
    // Nobody answers, or not in JSON: then it is not this program.
    return null;
  }
}

/** The system's code for why a port cannot be opened; null when it can. It is closed again at once. */
function refusalToListen(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (failure) => resolve(errorCode(failure) ?? failure.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/** Where a program on this machine reaches what listens on an address. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
