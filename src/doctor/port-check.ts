import { createServer } from 'node:net';

import type { InTwoLanguages } from '../model/column.ts';
import { errorCode } from '../neo4j/managed-server-error.ts';
import { failed, ok, warning, type Look } from './finding.ts';

const PATIENCE_MS = 2_000;

/** Whether the server's port is free, or this program answers there already. */
export async function lookAtPort(host: string, port: number): Promise<Look> {
  if (port === 0) return ok({ es: 'cualquiera que esté libre (PORT=0)', en: 'any free one (PORT=0)' });
  const url = `http://${reachable(host)}:${port}`;
  const running = await readinessAt(url);
  if (running !== null) return answering(port, url, running.missing);
  const refusal = await refusalToListen(host, port);
  return refusal === null
    ? ok({ es: `${port} está libre en ${host}`, en: `${port} on ${host} is free` })
    : refused(host, port, refusal);
}

function answering(port: number, url: string, missing: readonly string[]): Look {
  const answers = { es: `${port}: Sobremesa responde en ${url}`, en: `${port}: Sobremesa answers at ${url}` };
  if (missing.length === 0) return ok({ es: `${answers.es}, con todo listo`, en: `${answers.en}, ready` });
  return warning(
    // What is waited for, the program at the address says in English.
    { es: `${answers.es}, pero todavía se prepara`, en: `${answers.en}, but waits for ${missing.join(', ')}` },
    {
      es: `espere; está listo cuando curl ${url}/readyz dice "ready":true`,
      en: `wait; it is ready when curl ${url}/readyz says "ready":true`,
    },
  );
}

const anotherPort: InTwoLanguages = {
  es: 'elija otro: PORT=8080 npm start',
  en: 'choose another one: PORT=8080 npm start',
};

function refused(host: string, port: number, code: string): Look {
  switch (code) {
    case 'EADDRINUSE':
      return failed(
        { es: `otro programa ocupa ${port} en ${host}`, en: `${port} on ${host} is taken by another program` },
        {
          es: `lsof -i :${port} dice cuál es: deténgalo, o ${anotherPort.es}`,
          en: `lsof -i :${port} names it: stop it, or ${anotherPort.en}`,
        },
      );
    case 'EACCES':
      return failed(
        { es: `solo el administrador puede abrir ${port}`, en: `${port} may be opened by the administrator only` },
        anotherPort,
      );
    default:
      return failed(
        {
          es: `nada puede escuchar en ${host}:${port} (${code})`,
          en: `nothing can listen on ${host}:${port} (${code})`,
        },
        {
          es: 'ponga en HOST una dirección de esta máquina, como 127.0.0.1',
          en: 'set HOST to an address of this machine, such as 127.0.0.1',
        },
      );
  }
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
