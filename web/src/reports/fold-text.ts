/** A text as it is compared: without case and accents, and every character where it was. */
export function foldText(text: string): string {
  return text.replace(/[A-Z\u0080-\uffff]/g, foldUnit);
}

function foldUnit(unit: string): string {
  const folded = unit.normalize('NFD').charAt(0).toLowerCase();
  return folded.length === 1 ? folded : unit;
}

/** The words of a search, folded, each once. */
export function wordsOf(search: string): string[] {
  return [...new Set(foldText(search).split(/\s+/).filter(Boolean))];
}
