import type { Place } from '../contracts.ts';
import { type BoundPieces, textOf } from './bind.ts';
import { placeOf } from './problem.ts';

/**
 * Where in a report's file the engine stumbled. Its message says a position in the SQL that it was sent (`Position: 12`),
 * or quotes a name, which tells the place when it stands there once. Undefined when it says neither.
 */
export function findFault(
  file: string,
  bound: Pick<BoundPieces, 'pieces' | 'sql'>,
  message: string,
): Place | undefined {
  const offset = positionIn(bound.sql, message) ?? onlyPlaceOf(bound, message);
  if (offset === undefined) return undefined;
  const at = originOf(bound, offset);
  return at === undefined ? undefined : placeOf(file, at);
}

/** The Data API may have renamed parameters before it: the word at fault is looked for around the position. */
function positionIn(sql: string, message: string): number | undefined {
  const position = /\bPosition: (\d+)/.exec(message)?.[1];
  if (position === undefined) return undefined;
  const offset = Math.min(Number(position) - 1, sql.length);
  const near = /at or near "([\s\S]+?)"(?:\s|$)/.exec(message)?.[1];
  return near === undefined ? offset : (nearest(sql, near, offset) ?? offset);
}

function nearest(sql: string, word: string, offset: number): number | undefined {
  const before = sql.lastIndexOf(word, offset);
  const after = sql.indexOf(word, offset);
  if (before < 0 || after < 0) return Math.max(before, after) < 0 ? undefined : Math.max(before, after);
  return offset - before < after - offset ? before : after;
}

/** `column "fare" does not exist in trips`: where it is the only such name. */
function onlyPlaceOf(
  { pieces, sql }: Pick<BoundPieces, 'pieces' | 'sql'>,
  message: string,
): number | undefined {
  const quoted = /"([^"]+)"/.exec(message)?.[1]?.split('.').at(-1)?.toLowerCase();
  let end = -leading(pieces);
  const found = pieces.flatMap((piece) => {
    const start = end;
    end += textOf([piece]).length;
    const name = piece.kind === 'identifier' ? piece.text.slice(1, -1) : piece.text;
    return ['word', 'identifier'].includes(piece.kind) && name.toLowerCase() === quoted ? [start] : [];
  });
  return found.length === 1 && found[0] !== undefined && found[0] < sql.length ? found[0] : undefined;
}

/** The SQL has no space before it, the pieces may. */
const leading = (pieces: BoundPieces['pieces']): number => {
  const text = textOf(pieces);
  return text.length - text.trimStart().length;
};

/** The offset in the file of an offset in the SQL. */
function originOf({ pieces }: Pick<BoundPieces, 'pieces'>, offset: number): number | undefined {
  let end = -leading(pieces);
  let last: number | undefined;
  for (const { kind, text, at } of pieces) {
    const start = end;
    end += textOf([{ kind, text }]).length;
    if (offset < end) return kind === 'parameter' ? at : at + (offset - start);
    if (kind !== 'vanished') last = kind === 'parameter' ? at : at + text.length;
  }
  return last;
}
