import { expect, test } from 'vitest';

import { Pipeline } from '../../../src/dataset/pipeline.ts';

function statement() {
  let finish: (failure?: Error) => void = () => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    finish = (failure) => (failure === undefined ? resolve() : reject(failure));
  });
  return { promise, finish };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('A third statement waits for the first', async () => {
  const statements = [statement(), statement(), statement()];
  const sent = new Pipeline();
  let added = 0;
  const all = (async () => {
    for (const { promise } of statements) {
      await sent.add(promise);
      added += 1;
    }
    await sent.end();
    added += 1;
  })();
  await settle();
  expect(added).toBe(2);
  statements[0]?.finish();
  await settle();
  expect(added).toBe(3);
  statements[1]?.finish();
  await settle();
  expect(added).toBe(3);
  statements[2]?.finish();
  await all;
  expect(added).toBe(4);
});

test('The first failure is told, to whoever adds or ends', async () => {
  const [one, two, three] = [statement(), statement(), statement()];
  const sent = new Pipeline();
  await sent.add(one.promise);
  await sent.add(two.promise);
  two.finish(new Error('second'));
  await settle();
  one.finish(new Error('first'));
  await expect(sent.add(three.promise)).rejects.toThrow('first');
  await expect(sent.end()).rejects.toThrow('second');
});
