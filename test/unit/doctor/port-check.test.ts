import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';

import { expect, onTestFinished, test } from 'vitest';

import { lookAtPort } from '../../../src/doctor/port-check.ts';
import { freePort } from '../../../src/neo4j/free-port.ts';
import { inEnglish } from './in-english.ts';

/** The port on which a server of the test listens. */
async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // A server that listens on a port has an address with one.
  return (server.address() as AddressInfo).port;
}

const answering = (body: object) =>
  createHttpServer((_, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)));

test('a port that nobody has is well, and stays free', async () => {
  const port = await freePort();
  expect(inEnglish(await lookAtPort('127.0.0.1', port))).toEqual({
    state: 'ok',
    found: `${port} on 127.0.0.1 is free`,
  });
  expect(inEnglish(await lookAtPort('127.0.0.1', port))).toMatchObject({ state: 'ok' });
});

test('any free port is well', async () => {
  expect(inEnglish(await lookAtPort('127.0.0.1', 0))).toMatchObject({ state: 'ok' });
});

test('a port that another program has is a failure', async () => {
  const others = [createServer((socket) => socket.end('220 mail\r\n')), answering({ name: 'another' })];
  for (const other of others) {
    const port = await portOf(other);
    expect(inEnglish(await lookAtPort('127.0.0.1', port))).toEqual({
      state: 'failed',
      found: `${port} on 127.0.0.1 is taken by another program`,
      next: `lsof -i :${port} names it: stop it, or choose another one: PORT=8080 npm start`,
    });
  }
});

test('a port where this program answers is well, on all addresses too', async () => {
  const port = await portOf(answering({ ready: true, missing: [] }));
  expect(inEnglish(await lookAtPort('0.0.0.0', port))).toEqual({
    state: 'ok',
    found: `${port}: Sobremesa answers at http://127.0.0.1:${port}, ready`,
  });
});

test('a program that is not ready yet is a warning that says what it waits for', async () => {
  const port = await portOf(answering({ ready: false, missing: ['the data'] }));
  expect(inEnglish(await lookAtPort('127.0.0.1', port))).toMatchObject({
    state: 'warning',
    found: expect.stringContaining('waits for the data'),
    next: expect.stringContaining('/readyz'),
  });
});

test('an address of another machine is a failure', async () => {
  // Set apart for documentation: no machine has it (RFC 5737).
  expect(inEnglish(await lookAtPort('192.0.2.1', await freePort()))).toMatchObject({
    state: 'failed',
    next: expect.stringContaining('set HOST'),
  });
});
