import { markText } from './mark-text.ts';

export interface MarkedProps {
  text: string;
  /** Folded; see `wordsOf`. */
  words: readonly string[];
}

/** A text with what was searched for marked in it. */
export function Marked({ text, words }: MarkedProps) {
  if (words.length === 0) return text;
  return markText(text, words).map((piece) =>
    piece.marked ? <mark key={piece.at}>{piece.text}</mark> : piece.text,
  );
}
