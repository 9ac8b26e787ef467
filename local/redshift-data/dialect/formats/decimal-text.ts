/** A number written without an exponent, cut into its digits. */
export interface DecimalText {
  negative: boolean;
  whole: string;
  fraction: string;
}

const plain = /^\s*([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?\s*$/i;

/** The digits of a number as the engine writes it, times 10 to the power of `shift`; undefined for NaN and Infinity. */
export const decimalText = (text: string, shift = 0): DecimalText | undefined => {
  const match = plain.exec(text);
  if (!match || !(match[2] || match[3])) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent) + shift;
  const padded = digits.padStart(digits.length - Math.min(point, 0), '0').padEnd(point, '0');
  const at = Math.max(point, 0);
  return {
    negative: sign === '-',
    whole: padded.slice(0, at).replace(/^0+/, ''),
    fraction: padded.slice(at),
  };
};

/** Rounds to `places` behind the point, halves away from zero. */
export const rounded = ({ negative, whole, fraction }: DecimalText, places: number): DecimalText => {
  const kept = fraction.slice(0, places).padEnd(places, '0');
  const up = (fraction[places] ?? '0') >= '5';
  const digits = String(BigInt(`0${whole}${kept}`) + (up ? 1n : 0n)).padStart(places, '0');
  const at = digits.length - places;
  return { negative, whole: digits.slice(0, at).replace(/^0+/, ''), fraction: digits.slice(at) };
};
