import { type DecimalText, decimalText, rounded } from './decimal-text.ts';
import { type NumberPattern, numberPattern } from './number-pattern.ts';
import { ordinalEnding } from './ordinal.ts';
import { roman } from './roman.ts';

const romanWidth = 15;

const inRoman = ({ negative, whole }: DecimalText, pattern: NumberPattern, text: string): string => {
  const value = Number(whole || '0');
  if (negative || value < 1 || value > 3999) return '#'.repeat(romanWidth);
  const numeral = text === 'rn' ? roman(value).toLowerCase() : roman(value);
  return pattern.bare ? numeral : numeral.padStart(romanWidth);
};

/** The digits in front of the point, one for each `9` and `0`: a blank where there is none, `#` where they do not fit. */
const digitsBefore = ({ whole }: DecimalText, pattern: NumberPattern): string[] => {
  const { before, firstZero, after } = pattern;
  if (whole.length > before) return Array(before).fill('#');
  const shown = whole === '' && after === 0 ? '0' : whole;
  return [...shown.padStart(before)].map((digit, place) =>
    digit === ' ' && firstZero >= 0 && place >= firstZero ? '0' : digit,
  );
};

const digitsAfter = (number: DecimalText, pattern: NumberPattern): string[] => {
  if (number.whole.length > pattern.before) return Array(pattern.after).fill('#');
  const digits = [...number.fraction];
  if (!pattern.bare) return digits;
  const last = digits.findLastIndex((digit) => digit !== '0') + 1;
  return digits.slice(0, Math.max(last, pattern.keptZeros));
};

/** Where a sign of its own stands, the number has none in front. */
const ownSign = (pattern: NumberPattern): boolean =>
  pattern.pieces.some(({ name }, at) => {
    const trailing = !pattern.pieces.slice(at).some((piece) => piece.name === '9' || piece.name === '0');
    return ['MI', 'PL', 'SG', 'PR'].includes(name) || (name === 'S' && trailing);
  });

const leadingSign = (number: DecimalText, pattern: NumberPattern): string => {
  const has = (name: string) => pattern.pieces.some((piece) => piece.name === name);
  if (has('PR')) return number.negative ? '<' : ' ';
  if (ownSign(pattern)) return '';
  if (number.negative) return '-';
  return has('S') ? '+' : ' ';
};

const signs: Record<string, (negative: boolean) => string> = {
  S: (negative) => (negative ? '-' : '+'),
  SG: (negative) => (negative ? '-' : '+'),
  MI: (negative) => (negative ? '-' : ' '),
  PL: (negative) => (negative ? ' ' : '+'),
  PR: (negative) => (negative ? '>' : ' '),
};

/** Writes the pieces one by one; the sign goes in front of the first digit. */
const compose = (number: DecimalText, pattern: NumberPattern): string => {
  const before = digitsBefore(number, pattern);
  const after = digitsAfter(number, pattern);
  const sign = leadingSign(number, pattern);
  let out = '';
  let begun = false;
  let behind = false;
  const begin = () => {
    if (!begun) out += sign;
    begun = true;
  };
  for (const { name, text } of pattern.pieces) {
    const digit = name === '9' || name === '0';
    const cell = digit ? ((behind ? after : before).shift() ?? '') : '';
    if (digit && (cell === ' ' || cell === '')) out += cell;
    else if (name === ',') out += begun ? ',' : ' ';
    else if (digit || name === '.') {
      begin();
      out += digit ? cell : '.';
      behind ||= name === '.';
    } else if (name === 'TH') out += ordinal(number, text);
    else if (name === 'L') out += '$';
    else if (name === 'S' && !ownSign(pattern)) continue;
    else out += signs[name]?.(number.negative) ?? text;
  }
  return out;
};

const ordinal = ({ negative, whole, fraction }: DecimalText, text: string): string =>
  negative || fraction ? '' : ordinalEnding(whole || '0', text);

/** TO_CHAR of a number, given as the engine writes it. Throws RedshiftError for a pattern that is not emulated. */
export const formatNumber = (text: string, format: string): string => {
  const pattern = numberPattern(format);
  const exact = decimalText(text, pattern.shift);
  if (!exact) return '#'.repeat(format.length);
  const number = rounded(exact, pattern.after);
  const numeral = pattern.pieces.find(({ name }) => name === 'RN');
  if (numeral) return inRoman(number, pattern, numeral.text);
  const zero = number.whole === '' && !/[1-9]/.test(number.fraction);
  const out = compose({ ...number, negative: number.negative && !zero }, pattern);
  return pattern.bare ? out.replaceAll(' ', '') : out;
};
