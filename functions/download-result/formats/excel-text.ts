/** What XML has no way to write, or what its readers change. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const UNWRITABLE = /[\0-\x08\x0B\f\r\x0E-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFD-\uFFFF]/g;
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** A text as a workbook holds it: Excel reads `_x000D_` as the character of that number. No character is lost. */
export const excelText = (text: string): string =>
  text.replace(ESCAPE, '_x005F_').replace(UNWRITABLE, (character) => `_x${numberOf(character)}_`);

const numberOf = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
