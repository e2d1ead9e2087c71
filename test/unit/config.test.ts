import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { ConfigError, readConfig } from '../../src/config.ts';
import { envExample, settings } from '../../src/settings.ts';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('settings', () => {
  test('have defaults for everything', () => {
    const config = readConfig({});
    expect(config.http).toMatchObject({ host: '127.0.0.1', port: 4000, requestTimeout: 10_000 });
    expect(config.neo4j).toBeNull();
    expect(config.warmUp).toBe(true);
    expect(readConfig({ WARM_UP: 'no' }).warmUp).toBe(false);
    expect(config.limits).toEqual({
      body: 262_144,
      nesting: 64,
      tokens: 3000,
      depth: 20,
      aliases: 50,
      directives: 60,
      repeats: 200,
      definitions: 100,
      list: 100,
      cost: 10_000,
      errors: 5,
    });
    expect(config.data).toMatch(/seeds\/cdmx-2016$/);
  });

  test('report every problem at once, each with variable, value, expectation and example', () => {
    const problems = problemsOf({
      PORT: '99999',
      LOG_LEVEL: 'loud',
      LIMIT_COST: '-1',
      NEO4J_URI: 'http://graph',
      TRUST_PROXY: 'maybe',
    });
    expect(problems).toHaveLength(6);
    expect(problems[0]).toBe('PORT: got "99999", expected a whole number from 0 to 65535, for example PORT=8080');
    expect(problems.join('\n')).toMatch(
      /TRUST_PROXY[^]*LOG_LEVEL[^]*NEO4J_URI[^]*LIMIT_COST[^]*NEO4J_PASSWORD: got nothing/,
    );
  });

  test.each([
    { NEO4J_URI: 'bolt://neo4j:hunter2@graph', NEO4J_PASSWORD: 'x' },
    { NEO4J_URI: 'bolt:/neo4j:hunter2@graph', NEO4J_PASSWORD: 'x' },
    { NEO4J_URI: 'bolt://graph', NEO4J_AUTH: 'neo4j/hunter2' },
    { NEO4J_PASSWORD: 'hunter2' },
    { HOST: 'a', PORT: 'user:hunter2@b' },
  ])('never show a secret: %j', (environment: Record<string, string>) => {
    const problems = problemsOf(environment);
    expect(problems).not.toEqual([]);
    expect(problems.join('\n')).not.toContain('hunter2');
  });

  test.each(['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'])('take a database at %s://', (scheme) => {
    const config = readConfig({ NEO4J_URI: `${scheme}://graph.example.org:7687`, NEO4J_PASSWORD: ' with spaces ' });
    expect(config.neo4j).toEqual({
      uri: `${scheme}://graph.example.org:7687`,
      username: 'neo4j',
      password: ' with spaces ',
      database: 'neo4j',
    });
  });

  test('need a password for a database unless it asks for none', () => {
    expect(problemsOf({ NEO4J_URI: 'bolt://graph' })).toHaveLength(1);
    expect(readConfig({ NEO4J_URI: 'bolt://graph', NEO4J_AUTH: 'none' }).neo4j?.password).toBeNull();
  });

  test('treat an empty value as not set', () => {
    expect(readConfig({ PORT: '', NEO4J_URI: ' ', NEO4J_PASSWORD: '' })).toEqual(readConfig({}));
  });
});

describe('.env.example', () => {
  const file = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');

  test('is what the table of settings says', () => {
    expect(file).toBe(envExample());
  });

  test('names every setting once and no other', () => {
    expect([...file.matchAll(/^# ([A-Z0-9_]+)=/gm)].map(([, name]) => name)).toEqual(Object.keys(settings));
  });

  test('holds values that the settings accept, defaults and examples alike', () => {
    for (const { type, fallback, example } of Object.values(settings)) {
      expect(type.safeParse(example).success).toBe(true);
      if (fallback !== null) expect(type.safeParse(fallback).success).toBe(true);
    }
  });
});
