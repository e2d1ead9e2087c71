import { setTimeout as delay } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { Transactions } from '../../../src/dataset/transactions.ts';
import type { OpenTransaction, Writer } from '../../../src/graph/graph.ts';

/** Tells what reaches the database, in order; statements whose name is in `failing` fail, `commit` too. */
function database(failing: ReadonlySet<string> = new Set()) {
  const told: string[] = [];
  const step = async (name: string) => {
    told.push(name);
    await delay(1);
    if (failing.has(name)) throw new Error(`${name} failed`);
  };
  const begin = async (): Promise<OpenTransaction> => ({
    run: async (name) => step(name).then(() => []),
    commit: () => step('commit'),
    close: () => step('close'),
  });
  return { told, begin };
}

/** Writes that are one statement. */
function statement(name: string): (run: Writer['run']) => Promise<void> {
  return async (run) => {
    await run(name, '');
  };
}

function transactionsOf(graph: ReturnType<typeof database>, enough: number): Transactions {
  return new Transactions(graph, enough, statement('begin'));
}

describe('Writes', () => {
  test('join a transaction until it holds enough rows, and the last one is committed at the end', async () => {
    const graph = database();
    const transactions = transactionsOf(graph, 3);
    for (const name of ['a', 'b', 'c', 'd']) await transactions.together(2, statement(name));
    await transactions.together(0, statement('e'));
    await transactions.end();
    await transactions.close();
    expect(graph.told).toEqual([
      ...['begin', 'a', 'b', 'commit', 'close'],
      ...['begin', 'c', 'd', 'commit', 'close'],
      ...['begin', 'e', 'commit', 'close'],
    ]);
  });

  test('that do not wait are done in turn, and a transaction begins when the one before is committed', async () => {
    const graph = database();
    const transactions = transactionsOf(graph, 2);
    const names = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(names.map((name) => transactions.together(1, statement(name))));
    await transactions.end();
    expect(graph.told).toEqual([
      ...['begin', 'a', 'b', 'commit', 'close'],
      ...['begin', 'c', 'd', 'commit', 'close'],
      ...['begin', 'e', 'commit', 'close'],
    ]);
  });

  test('are each committed alone where no rows are enough', async () => {
    const graph = database();
    const transactions = transactionsOf(graph, 0);
    for (const name of ['a', 'b']) await transactions.together(0, statement(name));
    expect(graph.told).toEqual(['begin', 'a', 'commit', 'close', 'begin', 'b', 'commit', 'close']);
  });

  test('that were not committed are taken back', async () => {
    const graph = database();
    const transactions = transactionsOf(graph, 10);
    await transactions.together(1, statement('a'));
    await transactions.close();
    expect(graph.told).toEqual(['begin', 'a', 'close']);
  });
});

describe('A failure', () => {
  const write = (transactions: Transactions, name: string) => transactions.together(1, statement(name));

  test('of a write keeps nothing of its transaction and of those that would follow', async () => {
    const graph = database(new Set(['b']));
    const transactions = transactionsOf(graph, 2);
    const done = await Promise.allSettled(['a', 'b', 'c'].map((name) => write(transactions, name)));
    await transactions.close();
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(done.slice(1)).toEqual(done.slice(1).map(() => ({ status: 'rejected', reason: new Error('b failed') })));
    expect(graph.told).toEqual(['begin', 'a', 'b', 'close']);
    await expect(transactions.end()).rejects.toThrow('b failed');
  });

  test('of the beginning is told rather than that of a write', async () => {
    const graph = database(new Set(['begin', 'a']));
    const transactions = transactionsOf(graph, 10);
    await expect(write(transactions, 'a')).rejects.toThrow('begin failed');
    await expect(transactions.end()).rejects.toThrow('begin failed');
    await transactions.close();
    expect(graph.told).toEqual(['begin', 'a', 'close']);
  });

  test('of a commit is told to whoever filled the transaction, and to the next', async () => {
    const graph = database(new Set(['commit']));
    const transactions = transactionsOf(graph, 1);
    const done = await Promise.allSettled(['a', 'b'].map((name) => write(transactions, name)));
    expect(done).toEqual(done.map(() => ({ status: 'rejected', reason: new Error('commit failed') })));
    await transactions.close();
    expect(graph.told).toEqual(['begin', 'a', 'commit', 'close']);
  });
});
