import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { resources } from '../../../src/dataset/descriptor.ts';
import { validatePackage } from '../../../src/dataset/checking.ts';
import { formatReport } from '../../../src/dataset/format-report.ts';

const seeds = 'seeds/cdmx-2016';

describe('The package of the seeds', () => {
  it('declares exactly the tables of the model', async () => {
    const descriptor: unknown = JSON.parse(await readFile(`${seeds}/datapackage.json`, 'utf8'));
    expect(descriptor).toMatchObject({ name: 'cdmx-2016' });
    // What is not written in JSON is not declared.
    expect((descriptor as { readonly resources: unknown }).resources).toEqual(JSON.parse(JSON.stringify(resources)));
  });

  it('has no problems', async () => {
    const { report } = await validatePackage(seeds);
    expect(formatReport(report)).toBe('No problems.');
  });
});

describe('The descriptor of a table', () => {
  const fieldOf = (table: string, column: string) =>
    resources.find(({ name }) => name === table)?.schema.fields.find(({ name }) => name === column);
  const keysOf = (table: string) => resources.find(({ name }) => name === table)?.schema.foreignKeys;

  it('has a foreign key where ids are of one table', () => {
    expect(
      keysOf('participations')?.map(({ fields, reference }) => `${fields.join('+')} → ${reference.resource}`),
    ).toEqual(['person → people', 'consultation → consultations', 'sector → sectors']);
    expect(keysOf('affiliations')?.map(({ fields }) => fields)).toEqual([['person']]);
    expect(keysOf('people')).toBeUndefined();
  });

  it('ties the place of a citation to its source', () => {
    expect(keysOf('citations')).toContainEqual({
      fields: ['source', 'place'],
      reference: { resource: 'places', fields: ['source', 'id'] },
    });
  });

  it('names the tables that mixed ends refer to', () => {
    expect(fieldOf('affiliations', 'institution')?.description).toContain(
      'Tables: organizations, government-entities, networks.',
    );
  });

  it('says how a list is separated', () => {
    expect(fieldOf('people', 'aliases')).toMatchObject({ type: 'string', separator: ' | ' });
  });
});
