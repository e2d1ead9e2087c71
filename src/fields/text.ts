import { fold } from '../model/fold.ts';
import { badUserInput } from './errors.ts';

const LONGEST_TEXT = 200;

/** Throws BAD_USER_INPUT for a text to look for that is too long, or holds neither letters nor digits. */
export function checkText(argument: string, text: string): void {
  // A ligature may stand for four words.
  const length = Math.max(text.length, fold(text).length);
  if (length > LONGEST_TEXT)
    throw badUserInput(argument, () => ({
      es: `se esperaban a lo más ${LONGEST_TEXT} caracteres, pero llegaron ${length}.`,
      en: `expected at most ${LONGEST_TEXT} characters, but got ${length}.`,
    }));
  if (fold(text) === '')
    throw badUserInput(argument, () => ({
      es: `se esperaban letras o cifras, pero llegó ${text.trim() === '' ? 'un texto vacío' : 'solo signos'}.`,
      en: `expected letters or digits, but got ${text.trim() === '' ? 'an empty text' : 'only signs'}.`,
    }));
}
