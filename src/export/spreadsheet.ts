import { separators, type Separator } from './request.ts';

/** Tells Excel that the file is UTF-8. It must be the first sign: after a line "sep=;" Excel would not see it. */
export const BYTE_ORDER_MARK = '\ufeff';

/** Signs at which spreadsheets take a cell for a formula, their full-width forms too, and white space that leads to one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Makes a text harmless for a spreadsheet: one that would run as a formula gets an apostrophe in front
 * (OWASP, CSV injection).
 */
export function defused(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Writes a line for a spreadsheet: every cell defused and in quotes, so that no text can begin a cell of its own. */
export function spreadsheetLine(cells: readonly string[], separator: Separator): string {
  return `${cells.map((cell) => `"${defused(cell).replaceAll('"', '""')}"`).join(separators[separator])}\r\n`;
}
