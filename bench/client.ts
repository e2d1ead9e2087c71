import { Agent, request } from 'node:http';

import type { HttpRequest } from './operations.ts';

/** One connection, kept open. */
export interface Client {
  /** The body of the answer; throws when the status is not 200. */
  send(request: HttpRequest): Promise<string>;
  close(): void;
}

export function connect(port: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, noDelay: true });
  return { send: (wanted) => send(agent, port, wanted), close: () => agent.destroy() };
}

function send(agent: Agent, port: number, { method, path, body }: HttpRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode === 200) resolve(text);
        else
          reject(
            new Error(
              `Expected status 200 for ${method} ${path}, but got ${response.statusCode}: ${text.slice(0, 500)}`,
            ),
          );
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
