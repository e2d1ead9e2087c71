import { describe, expect, it } from 'vitest';

import { validatePackage } from '../../../src/dataset/checking.ts';
import { csvOf, smallPackage as small, withFile, writePackage, type PackageDraft } from '../../support/packages.ts';

const people = csvOf(small, 'people');
const [header = '', first = '', second = ''] = people.split('\n');

async function checked(content: string) {
  return checkedDraft(withFile(small, 'people', content));
}

async function checkedDraft(draft: PackageDraft) {
  const { report, dataPackage } = await validatePackage(await writePackage(draft));
  return {
    hash: dataPackage?.hash,
    rows: dataPackage?.tables.get('people')?.rows,
    problems: report.problems.map(({ line, column, value }) => [line, column, value]),
  };
}

describe('A comment in a table', () => {
  it.each([
    ['alone in its line', '# nota'],
    ['of as many cells as the header', '# cleo-sol,Cleo Sol,,,Cleo,Sol,,citation:report/1'],
    ['of other many cells', '# cleo-sol,Cleo Sol'],
    ['padded by a spreadsheet', '# nota,,,,,,,'],
    ['quoted by a spreadsheet', '"# nota, con coma",,,,,,,'],
    ['without a space', '#nota'],
    ['of several lines', '"# nota\nque sigue",,,,,,,'],
  ])('is no row: %s', async (_, comment) => {
    const { hash, ...plain } = await checked(people);
    expect(hash).toBeDefined();
    expect(plain).toEqual({ rows: 2, problems: [] });
    expect(await checked([header, comment, first, comment, second, ''].join('\n'))).toEqual({ hash, ...plain });
  });

  it('counts as a line in what is told of the rows below', async () => {
    const content = [header, '"# nota\nque sigue"', first, '# otra', second.replace('Beto', ' Beto'), ''].join('\n');
    expect((await checked(content)).problems).toEqual([[6, 'name', '" Beto Río"']]);
  });

  it('is not what begins with # elsewhere than in the first cell', async () => {
    const { rows, problems } = await checked(people.replace('Beto Río', '#Beto Río'));
    expect([rows, problems]).toEqual([2, []]);
  });

  it('is none above the header', async () => {
    expect((await checked(`# nota\n${people}`)).problems.length).toBeGreaterThan(0);
  });

  it('is none where the ids do not come first: a name may begin with #', async () => {
    const swapped = people
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/^([^,]*),([^,]*)/, '$2,$1'))
      .join('\n')
      .replace('Beto Río', '#Beto Río');
    const { rows, problems } = await checked(`${swapped}\n`);
    expect([rows, problems]).toEqual([2, []]);
  });
});
