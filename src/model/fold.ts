/**
 * Folds a text for sorting and comparing: no accents, lower case, signs as single spaces.
 * ñ folds to n, as in the full-text analyzer `standard-folding`.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
