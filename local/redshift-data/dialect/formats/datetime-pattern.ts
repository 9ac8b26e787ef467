/** A piece of a datetime format. */
export interface DatetimePiece {
  /** The pattern's name in upper case, e.g. `MONTH`; '' for words that stay as they are. */
  name: string;
  /** The pattern or the words as they were written: the case of names follows it. */
  text: string;
  /** FM in front: no padding. */
  bare: boolean;
  /** TH or th behind: an ordinal's ending. */
  ordinal?: string;
}

const names = (
  'Y,YYY YYYY YYY YY Y IYYY IYY IY IW IDDD ID I CC Q MONTH MON MM RM WW W DAY DY DDD DD D J ' +
  'HH24 HH12 HH MI SSSS SS MS US A.M. P.M. AM PM B.C. A.D. BC AD TZ OF'
).split(' ');
const longestFirst = [...names].sort((a, b) => b.length - a.length);

const pieceAt = (format: string, at: number): { piece?: DatetimePiece; length: number } => {
  const quoted = /^"([^"]*)"?/.exec(format.slice(at));
  if (quoted) return { piece: words(quoted[1] ?? ''), length: quoted[0].length };
  const prefix = /^(FM|FX)*/i.exec(format.slice(at))?.[0] ?? '';
  const rest = format.slice(at + prefix.length);
  const name = longestFirst.find((one) => rest.toUpperCase().startsWith(one));
  if (!name) return prefix ? { length: prefix.length } : { piece: words(rest.slice(0, 1)), length: 1 };
  const ordinal = /^th/i.exec(rest.slice(name.length))?.[0];
  const text = rest.slice(0, name.length);
  const piece = { name, text, bare: /FM/i.test(prefix), ...(ordinal && { ordinal }) };
  return { piece, length: prefix.length + name.length + (ordinal?.length ?? 0) };
};

const words = (text: string): DatetimePiece => ({ name: '', text, bare: false });

const cut = (format: string): DatetimePiece[] => {
  const pieces: DatetimePiece[] = [];
  for (let at = 0; at < format.length; ) {
    const { piece, length } = pieceAt(format, at);
    if (piece) pieces.push(piece);
    at += length;
  }
  return pieces;
};

const known = new Map<string, DatetimePiece[]>();

/** Cuts a datetime format, e.g. `YYYY-MM-DD"T"HH24:MI`, into pieces. What is no pattern stays as it is. */
export const datetimePattern = (format: string): readonly DatetimePiece[] => {
  const pieces = known.get(format) ?? cut(format);
  if (known.size < 1000) known.set(format, pieces);
  return pieces;
};
