import { describe, expect, it } from 'vitest';

import { coverageOf, partsOf } from '../../../scripts/coverage.ts';
import { rowOf } from './drafts.ts';

const places = ['resumen/1', 'resumen/10', '2-1', '2-1/nota-1', 'nota-sobre-agua', 'nota-sobre-agua-parrafo-2'];
const citations = new Map(
  places.map((path) => [`citation:${path}`, { source: 'source:libro', place: `place:ciudad/${path}` }]),
);
const rows = [
  rowOf('sources', 2, { id: 'source:libro', title: 'Libro' }),
  ...places.map((path, at) => rowOf('places', at + 2, { id: `place:ciudad/${path}`, source: 'source:libro' })),
  rowOf('themes', 2, { id: 'agua', citations: 'citation:resumen/1 | citation:resumen/10 | citation:2-1' }),
  rowOf('topics', 2, {
    id: 'topic:red/agua',
    citations: 'citation:nota-sobre-agua-parrafo-2 | citation:nota-sobre-agua',
  }),
  rowOf('claims', 2, { id: 'claim:agua/name', citations: 'citation:2-1/nota-1' }),
  rowOf('redirects', 2, { id: 'aguas', citations: 'citation:resumen/10' }),
];

const parts = [
  ['2', 'Capítulo', '2-1', ''],
  ['1', 'Resumen, punto 1', 'resumen/1', ''],
  ['3', 'Capítulo, nota', '2-1/nota-1', ''],
  ['4', 'Resumen, punto 10', 'resumen/10 | resumen/11', ''],
  ['5', 'Nota sobre el agua', 'nota-sobre-agua*', ''],
  ['6', 'Índice', 'indice', 'Repite los títulos.'],
] as const;

async function coverage(lines: readonly (readonly string[])[]) {
  const csv = lines.map(([order, part, prefixes, reason]) => `source:libro,${order},"${part}",${prefixes},${reason}`);
  return coverageOf('ciudad', partsOf(['source,order,part,places,reason', ...csv, ''].join('\n')), rows, { citations });
}

describe('The page of coverage', () => {
  it('counts each row once in each part, in the order of the document, and once in the total', async () => {
    const { page, problems } = await coverage(parts);
    expect(problems).toEqual([]);
    const lines = page?.split('\n').filter((line) => /^\| .*\d/.test(line));
    expect(lines).toEqual([
      '| Libro | 1 | 1 | 1 | 1 |',
      '| **El paquete** | 1 | 1 | 1 | 1 |',
      '| Resumen, punto 1 | 1 | 0 | 0 | 0 |  |',
      '| Capítulo | 1 | 0 | 0 | 0 |  |',
      '| Capítulo, nota | 0 | 0 | 1 | 0 |  |',
      '| Resumen, punto 10 | 1 | 0 | 0 | 1 |  |',
      '| Nota sobre el agua | 0 | 1 | 0 | 0 |  |',
      '| Índice | 0 | 0 | 0 | 0 | Repite los títulos. |',
      '| **El documento** | 1 | 1 | 1 | 1 |  |',
    ]);
  });

  it.each([
    [
      'a place that belongs to no part',
      parts.filter(([, name]) => name !== 'Resumen, punto 1'),
      'place:ciudad/resumen/1 belongs to no part of source:libro: name it in one of them.',
    ],
    [
      'a place whose number only begins like that of a part',
      parts.filter(([, name]) => name !== 'Resumen, punto 10'),
      'place:ciudad/resumen/10 belongs to no part of source:libro: name it in one of them.',
    ],
    [
      'a place that belongs to two parts',
      [...parts, ['7', 'Otro resumen', 'resumen/10', ''] as const],
      'place:ciudad/resumen/10 belongs to “Resumen, punto 10” and “Otro resumen”: leave it in one.',
    ],
    [
      'a part from which nothing comes, for no reason',
      [...parts, ['7', 'Epílogo', 'epilogo', ''] as const],
      'Nothing comes from “Epílogo” of source:libro: say in the column reason why.',
    ],
    [
      'a reason for a part from which something comes',
      [...parts.slice(1), ['2', 'Capítulo', '2-1', 'Sin datos.'] as const],
      'Something comes from “Capítulo” of source:libro: leave its reason empty.',
    ],
    ['a source without parts', [], 'source:libro has no parts: write them down.'],
  ])('is not written with %s', async (_, lines, problem) => {
    const { page, problems } = await coverage(lines);
    expect(page).toBeNull();
    expect(problems).toContain(problem);
  });
});
