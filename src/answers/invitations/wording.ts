import type { InTwoLanguages } from '../../model/column.ts';

const numbersEs = ['cero', 'un', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'];
const numbersEn = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A small number before a masculine noun, as a word; a larger one in digits. */
export function inWords(number: number): InTwoLanguages {
  return { es: numbersEs[number] ?? String(number), en: numbersEn[number] ?? String(number) };
}

/** Some names in a sentence. */
export function listed(names: readonly string[], language: 'es' | 'en'): string {
  const last = names.at(-1) ?? '';
  const before = names.slice(0, -1).join(', ');
  return before === '' ? last : `${before} ${language === 'en' ? 'and' : 'y'} ${last}`;
}

interface Bounds {
  readonly min: number;
  readonly max: number | null;
}

/** How the bounds of a wish are to be changed, as a sentence. */
export function changeInWords(name: InTwoLanguages, before: Bounds, after: Bounds): InTwoLanguages {
  return {
    es: sentence(changes(name.es, before, after, spanish), 'es'),
    en: sentence(changes(name.en, before, after, english), 'en'),
  };
}

interface Phrases {
  readonly min: (name: string, before: number, after: number) => string;
  readonly max: (name: string, before: number, after: number) => string;
  readonly noMax: (name: string) => string;
}

const spanish: Phrases = {
  min: (name, before, after) => `${after < before ? 'bajar' : 'subir'} el mínimo de ${name} de ${before} a ${after}`,
  max: (name, before, after) => `${after < before ? 'bajar' : 'subir'} el máximo de ${name} de ${before} a ${after}`,
  noMax: (name) => `quitar el máximo de ${name}`,
};
const english: Phrases = {
  min: (name, before, after) =>
    `${after < before ? 'lower' : 'raise'} the minimum of ${name} from ${before} to ${after}`,
  max: (name, before, after) =>
    `${after < before ? 'lower' : 'raise'} the maximum of ${name} from ${before} to ${after}`,
  noMax: (name) => `take away the maximum of ${name}`,
};

function changes(name: string, before: Bounds, after: Bounds, phrases: Phrases): readonly string[] {
  const min = before.min === after.min ? [] : [phrases.min(name, before.min, after.min)];
  if (before.max === null || before.max === after.max) return min;
  return [...min, after.max === null ? phrases.noMax(name) : phrases.max(name, before.max, after.max)];
}

function sentence(parts: readonly string[], language: 'es' | 'en'): string {
  const whole = listed(parts, language);
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`;
}
