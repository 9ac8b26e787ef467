/** What a spreadsheet takes for the beginning of a formula. */
export const FORMULA_STARTS = ['=', '+', '-', '@', '\t', '\r'];

/**
 * A text that a spreadsheet shows and does not run: what would begin a formula has an apostrophe before it, as OWASP
 * recommends against CSV injection.
 */
export const spreadsheetSafe = (text: string): string =>
  FORMULA_STARTS.some((start) => text.startsWith(start)) ? `'${text}` : text;
