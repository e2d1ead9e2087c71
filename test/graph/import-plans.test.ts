import neo4j from 'neo4j-driver';
import { afterAll, describe, expect, it } from 'vitest';

import { importStatements } from '../../src/dataset/importing.ts';
import { loadStatements } from '../../src/dataset/load-statements.ts';
import { removalStatements } from '../../src/dataset/removal-checks.ts';
import { searchContextStatements } from '../../src/dataset/search-contexts.ts';
import { standingStatements } from '../../src/dataset/standing.ts';
import { storedRowStatements } from '../../src/dataset/stored-rows.ts';
import { seedsDatabase } from '../support/databases.ts';
import { planOf, scans } from '../support/plans.ts';

const driver = neo4j.driver(await seedsDatabase(), undefined, { disableLosslessIntegers: true });
afterAll(() => driver.close());

const parameters = { ids: [], rows: [], ties: [], dataset: null, datasets: [], after: '', limit: 1 };
const written = [...loadStatements.values()].flatMap(({ create, change, remove }) => [create, change, remove]);
/** Only where another package builds on the one that loses rows: each asks once which columns name them. */
const looksAtAll = (name: string) => /^neededBy\.(?!Claim)/.test(name);
const statements = [
  ...storedRowStatements,
  ...standingStatements,
  ...removalStatements,
  ...importStatements,
  ...searchContextStatements,
  ...written,
];

describe('Each statement of an import', () => {
  it.each(statements.map((statement) => [statement.name, statement] as const))(
    '%s finds what it needs by an index',
    async (name, statement) => {
      const plan = await planOf(driver, statement, parameters);
      const scanned = plan.filter((operator) => scans.test(operator) && !operator.endsWith(':Dataset'));
      expect(looksAtAll(name) ? [] : scanned).toEqual([]);
      expect(plan.filter((operator) => /^(Sort|PartialSort|Top|Top1)\b/.test(operator))).toEqual([]);
    },
  );
});
