import { fold } from '../../model/fold.ts';
import { AnswerError, type Language } from './question.ts';

/** The values of an option that takes several, between commas or by being repeated. */
export function list(text: string, before: readonly string[] = []): readonly string[] {
  const values = text.split(',').map((value) => value.trim());
  return [...before, ...values.filter((value) => value !== '')];
}

/** The values of an option that takes one and may be repeated: a name may have commas. */
export function one(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text.trim()];
}

/** A whole number within bounds. Throws AnswerError that names the option. */
export function wholeNumber(
  option: string,
  text: string,
  { least, most, lang }: { readonly least: number; readonly most?: number; readonly lang: Language },
): number {
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number >= least && number <= (most ?? number)) return number;
  throw new AnswerError(
    most === undefined
      ? {
          es: `${option}: se esperaba un número entero desde ${least}, pero llegó «${text}». Corríjalo, o quite la opción.`,
          en: `${option}: expected a whole number from ${least} on, but got “${text}”. Correct it, or leave the option out.`,
        }[lang]
      : {
          es: `${option}: se esperaba un número entero de ${least} a ${most}, pero llegó «${text}». Corríjalo, o quite la opción.`,
          en: `${option}: expected a whole number from ${least} to ${most}, but got “${text}”. Correct it, or leave the option out.`,
        }[lang],
  );
}

/** The choice that somebody types, in capitals or not, with hyphens for underscores. Throws AnswerError that lists all. */
export function choice<Choice extends string>(
  option: string,
  text: string,
  choices: readonly Choice[],
  lang: Language,
): Choice {
  const wanted = text.trim().toUpperCase().replaceAll('-', '_');
  const chosen = choices.find((one) => one === wanted);
  if (chosen !== undefined) return chosen;
  const all = choices.join(', ');
  throw new AnswerError(
    {
      es: `${option}: se esperaba una de estas palabras: ${all}; pero llegó «${text}». Corríjala, o quite la opción.`,
      en: `${option}: expected one of ${all}, but got “${text}”. Correct it, or leave the option out.`,
    }[lang],
  );
}

/** The same of an option that takes several; null when it was left out. */
export function choices<Choice extends string>(
  option: string,
  texts: readonly string[] | undefined,
  all: readonly Choice[],
  lang: Language,
): readonly Choice[] | null {
  return given(option, texts, lang)?.map((text) => choice(option, text, all, lang)) ?? null;
}

/**
 * The values of an option; null when it was left out. Throws AnswerError when it was given without any: to the API an empty
 * list fits nothing, and nobody asks for that.
 */
export function given(option: string, texts: readonly string[] | undefined, lang: Language): readonly string[] | null {
  if (texts === undefined) return null;
  if (texts.length > 0) return texts;
  throw new AnswerError(
    {
      es: `${option}: se esperaba al menos un valor, pero no llegó ninguno. Dé uno, o varios entre comas, o quite la opción.`,
      en: `${option}: expected at least one value, but got none. Give one, or several between commas, or leave the option out.`,
    }[lang],
  );
}

/** Words to look for, which hold a letter or a digit. Throws AnswerError that names what they were given for. */
export function words(place: string, text: string, lang: Language): string {
  if (fold(text) !== '') return text;
  throw new AnswerError(
    {
      es: `${place}: se esperaban letras o cifras, pero llegó «${text}». Escriba un nombre, o parte de uno.`,
      en: `${place}: expected letters or digits, but got “${text}”. Write a name, or a part of one.`,
    }[lang],
  );
}
