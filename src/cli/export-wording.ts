import type { Counts, Exported } from '../export/exporting.ts';
import type { Language } from '../export/request.ts';

/** What was written where, and what to know about it, each on a line. */
export function outcomeIn(lang: Language, { remarks, ...counts }: Exported, target: string): string {
  const lines = [words[lang].wrote(amountIn(lang, counts), target), ...remarks.map((remark) => remark[lang])];
  return `${lines.join('\n')}\n`;
}

export function progressIn(lang: Language, counts: Counts): string {
  return `${words[lang].exporting}: ${amountIn(lang, counts)}`;
}

const words = {
  es: {
    wrote: (amount: string, target: string) => `Se escribió ${target}: ${amount}.`,
    exporting: 'Exportando',
    nothing: 'ni una entidad ni un vínculo (nada corresponde a lo que se pidió)',
    and: ' y ',
    entities: ['entidad', 'entidades'],
    ties: ['vínculo', 'vínculos'],
    rows: ['fila', 'filas'],
  },
  en: {
    wrote: (amount: string, target: string) => `Wrote ${amount} to ${target}.`,
    exporting: 'Exporting',
    nothing: 'nothing (no entity or tie fits)',
    and: ' and ',
    entities: ['entity', 'entities'],
    ties: ['tie', 'ties'],
    rows: ['row', 'rows'],
  },
} as const;

function amountIn(lang: Language, counts: Counts): string {
  const said = words[lang];
  const parts = (['entities', 'ties', 'rows'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => `${counts[what]} ${said[what][counts[what] === 1 ? 0 : 1]}`);
  return parts.join(said.and) || said.nothing;
}
