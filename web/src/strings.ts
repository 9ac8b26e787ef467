import * as de from './words/de/index.ts';
import * as en from './words/en/index.ts';
import { type Language, language } from './words/language.ts';

/** Every word that the page says, by view. Another language is another folder of this shape. */
export type Words = typeof en;

const languages: Record<Language, Words> = { en, de };

/** The words of the language that the page was loaded in; choosing another one loads it again. */
export const strings: Words = languages[language()];
