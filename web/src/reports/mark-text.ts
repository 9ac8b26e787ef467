import { foldText } from './fold-text.ts';

export interface Piece {
  /** Where it starts. */
  at: number;
  text: string;
  /** It is what was searched for. */
  marked: boolean;
}

/** A text in pieces, in order: those that one of the folded words matches are marked. */
export function markText(text: string, words: readonly string[]): Piece[] {
  const folded = foldText(text);
  const marked = Array.from({ length: text.length }, () => false);
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      marked.fill(true, at, at + word.length);
  const pieces: Piece[] = [];
  for (const [at, isMarked] of marked.entries()) {
    const last = pieces.at(-1);
    if (last?.marked === isMarked) last.text += text[at];
    else pieces.push({ at, text: text[at] ?? '', marked: isMarked });
  }
  return pieces;
}
