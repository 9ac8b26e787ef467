import naughty from 'big-list-of-naughty-strings/blns.json';
import { injections } from './injections.ts';

/** The published list and our own, each text once; an empty text is no input. */
export const hostileTexts: string[] = [...new Set([...injections, ...(naughty as string[])])].filter(
  (text) => text !== '',
);

/** What a text must look like so that finding it somewhere means that it came from an input. */
const isTelling = (text: string): boolean => text.trim().length >= 12 && /[^\w\s]/.test(text);

/** Those of the hostile texts that a place holds, apart from those that stand there by right. */
export const foundIn = (place: string, byRight = ''): string[] =>
  hostileTexts.filter((text) => isTelling(text) && place.includes(text) && !byRight.includes(text));
