import { formNotEmulated } from '../../sql/redshift-error.ts';

/** A piece of a numeric format: a pattern by its name in upper case, or words (`text`) that stay as they are. */
export interface NumberPiece {
  name: string;
  text: string;
}

export interface NumberPattern {
  pieces: NumberPiece[];
  /** Digits in front of the decimal point, and behind it. */
  before: number;
  after: number;
  /** Place of the first `0` among the digits in front; -1 without one. */
  firstZero: number;
  /** How many of the digits behind stay although they are zeros (up to the last `0`). */
  keptZeros: number;
  /** FM: without padding. */
  bare: boolean;
  /** V: the number counts 10 to the power of the digits behind it. */
  shift: number;
}

const names = ['PR', 'MI', 'PL', 'SG', 'TH', 'RN', 'FM', '9', '0', '.', 'D', ',', 'G', 'L', 'S', 'V'];

const pieceAt = (rest: string): NumberPiece & { length: number } => {
  const quoted = /^"([^"]*)"?/.exec(rest);
  if (quoted) return { name: '', text: quoted[1] ?? '', length: quoted[0].length };
  if (/^(EEEE|CC)/i.test(rest)) throw formNotEmulated(`the numeric pattern ${rest.slice(0, 4)}`);
  const name = names.find((one) => rest.toUpperCase().startsWith(one));
  const text = rest.slice(0, name?.length ?? 1);
  const plain = name === 'D' ? '.' : name === 'G' ? ',' : (name ?? '');
  return { name: plain, text, length: text.length };
};

const cut = (format: string): NumberPiece[] => {
  const pieces: NumberPiece[] = [];
  for (let at = 0; at < format.length; ) {
    const { length, ...piece } = pieceAt(format.slice(at));
    pieces.push(piece);
    at += length;
  }
  return pieces;
};

const isDigit = ({ name }: NumberPiece): boolean => name === '9' || name === '0';

/** Cuts a numeric format such as `FM999G990D00` into pieces, and counts what they say. */
export const numberPattern = (format: string): NumberPattern => {
  const pieces = cut(format);
  const point = pieces.findIndex(({ name }) => name === '.');
  const shifted = pieces.findIndex(({ name }) => name === 'V');
  const before = (point < 0 ? pieces : pieces.slice(0, point)).filter(isDigit);
  const after = point < 0 ? [] : pieces.slice(point).filter(isDigit);
  return {
    pieces: pieces.filter(({ name }) => name !== 'FM' && name !== 'V'),
    before: before.length,
    after: after.length,
    firstZero: before.findIndex(({ name }) => name === '0'),
    keptZeros: after.findLastIndex(({ name }) => name === '0') + 1,
    bare: pieces.some(({ name }) => name === 'FM'),
    shift: shifted < 0 ? 0 : pieces.slice(shifted).filter(isDigit).length,
  };
};
