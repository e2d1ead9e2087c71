import { describe, expect, test } from 'vitest';

import { outcomeIn, progressIn } from '../../../src/cli/export-wording.ts';
import type { Counts } from '../../../src/export/exporting.ts';

const none: Counts = { entities: 0, ties: 0, rows: 0 };

describe('The outcome of an export', () => {
  test.each<readonly [Partial<Counts>, string, string]>([
    [{ entities: 1, ties: 1 }, '1 entidad y 1 vínculo', '1 entity and 1 tie'],
    [{ entities: 2, ties: 21 }, '2 entidades y 21 vínculos', '2 entities and 21 ties'],
    [{ entities: 1, ties: 2 }, '1 entidad y 2 vínculos', '1 entity and 2 ties'],
    [{ ties: 2 }, '2 vínculos', '2 ties'],
    [{ rows: 1 }, '1 fila', '1 row'],
    [{ rows: 4067 }, '4067 filas', '4067 rows'],
  ])('of %o is told in each language', (counts, es, en) => {
    const exported = { ...none, ...counts, remarks: [] };
    expect(outcomeIn('es', exported, 'x.gexf')).toBe(`Se escribió x.gexf: ${es}.\n`);
    expect(outcomeIn('en', exported, 'x.gexf')).toBe(`Wrote ${en} to x.gexf.\n`);
    expect(progressIn('es', exported)).toBe(`Exportando: ${es}`);
    expect(progressIn('en', exported)).toBe(`Exporting: ${en}`);
  });

  test('of nothing says why', () => {
    const exported = { ...none, remarks: [] };
    expect(outcomeIn('es', exported, 'x.csv')).toBe(
      'Se escribió x.csv: ni una entidad ni un vínculo (nada corresponde a lo que se pidió).\n',
    );
    expect(outcomeIn('en', exported, 'x.csv')).toBe('Wrote nothing (no entity or tie fits) to x.csv.\n');
  });

  test('has each remark on a line, in the same language', () => {
    const remarks = [
      { es: 'Uno.', en: 'One.' },
      { es: 'Dos.', en: 'Two.' },
    ];
    expect(outcomeIn('es', { ...none, rows: 2, remarks }, 'x')).toBe('Se escribió x: 2 filas.\nUno.\nDos.\n');
    expect(outcomeIn('en', { ...none, rows: 2, remarks }, 'x')).toBe('Wrote 2 rows to x.\nOne.\nTwo.\n');
  });
});
