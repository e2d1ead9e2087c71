import { describe, expect, test } from 'vitest';

import { GraphError } from '../../src/graph/errors.ts';
import { ask, at, fakeGraph } from './fake-graph.ts';

describe('when a statement fails', () => {
  const failing = (failure: Error) =>
    fakeGraph({
      answers: {
        'vocabulary.THEME': () => {
          throw failure;
        },
      },
    });
  const source = '{ themes { id } priorityAxes { id } }';

  test.each([
    ['unavailable', 'SERVICE_UNAVAILABLE', 'does not answer'],
    ['timeout', 'SERVICE_UNAVAILABLE', 'took too long'],
    ['refused', 'INTERNAL_SERVER_ERROR', 'Unexpected error.'],
  ] as const)(
    'because the database is %s, the code is %s and nothing of its own text is shown',
    async (failure, code, words) => {
      const { errors } = await ask(source, {
        graph: failing(new GraphError(failure, 'bolt://10.0.0.1 MATCH (n)', new Error('secret'))),
      });
      expect(errors).toMatchObject([
        { message: expect.stringContaining(words), path: ['themes'], extensions: { code } },
      ]);
      expect(JSON.stringify(errors)).not.toMatch(/bolt|MATCH|secret/);
    },
  );

  test('an unexpected one is told without its cause', async () => {
    const { errors } = await ask(source, { graph: failing(new Error('password=x')) });
    expect(errors).toMatchObject([{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  });

  test('an entity that was removed meanwhile is an error, not a crash', async () => {
    const graph = fakeGraph({
      answers: {
        'tiesById.ABOUT': ({ ids }) =>
          ids.map((id) => ['ABOUT', id, 'gone', 'gone', 'STATED', null, null, null, false, null, [], []]),
      },
    });
    const { data, errors } = await ask('{ node(id: "topic:1") { ... on Tie { from { id } } } themes { id } }', {
      graph,
    });
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' }, path: ['node', 'from'] }]);
    expect(at(data, 'themes.0.id')).toBe('theme-1');
  });
});
