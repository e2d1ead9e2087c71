import type { Finding } from './problem.ts';

const plain = /^[!-~]+( [!-~]+)*$/;
/** Joiners (U+200C, U+200D) are left out: some scripts are spelled with them. */
const stray =
  /[\p{Cc}\p{Co}\p{Zl}\p{Zp}\u00a0\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;

/** Finds what no cell of text may hold, whatever its column; `null` when all is well. */
export function findInText(value: string): Finding | null {
  if (plain.test(value)) return null;
  if (value !== value.trim()) return spaceAround(value);
  if (value.includes('\ufffd')) return lostCharacter(value);
  const sign = stray.exec(value)?.[0];
  if (sign !== undefined) return strayCharacter(value, sign);
  return value === value.normalize('NFC') ? null : decomposed(value);
}

function spaceAround(value: string): Finding {
  return {
    value: `"${value}"`,
    expected: {
      es: 'un texto sin espacios al principio ni al final',
      en: 'a text without spaces at its beginning or end',
    },
    mend: { es: 'quite los espacios', en: 'remove the spaces' },
  };
}

function lostCharacter(value: string): Finding {
  return {
    value,
    expected: {
      es: 'todas las letras: el signo \ufffd ocupa el lugar de una que se perdió',
      en: 'every letter: the sign \ufffd stands for one that was lost',
    },
    mend: {
      es: 'escriba de nuevo la letra y guarde el archivo como UTF-8',
      en: 'type the letter again and save the file as UTF-8',
    },
  };
}

function strayCharacter(value: string, sign: string): Finding {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    value,
    expected: {
      es: `un texto sin caracteres invisibles (aquí ${code}), saltos de línea ni marcas de dirección`,
      en: `a text without invisible characters (here ${code}), line breaks or marks of direction`,
    },
    mend: { es: 'vuelva a teclear el texto en lugar de pegarlo', en: 'type the text again instead of pasting it' },
  };
}

function decomposed(value: string): Finding {
  return {
    value,
    expected: {
      es: 'letras acentuadas de un solo carácter (forma NFC de Unicode)',
      en: 'accented letters of one character each (Unicode form NFC)',
    },
    mend: {
      es: 'vuelva a teclear las letras con acento, o convierta el archivo a NFC',
      en: 'type the accented letters again, or convert the file to NFC',
    },
  };
}
