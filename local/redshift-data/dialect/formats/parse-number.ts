import { RedshiftError } from '../../sql/redshift-error.ts';
import { numberPattern } from './number-pattern.ts';

/** TO_NUMBER: the number in a text that is written by a numeric format, as decimal digits. */
export const parseNumber = (input: string, format: string): string => {
  const { before, after } = numberPattern(format);
  const negative = /-|<.*>/.test(input);
  const [whole = '', fraction = ''] = input.replace(/[^\d.]/g, '').split('.');
  if (!whole && !fraction)
    throw new RedshiftError(`ERROR: invalid input syntax for type numeric: "${input}"`);
  const kept = `${whole.slice(0, before) || '0'}.${fraction.slice(0, after) || '0'}`;
  return negative ? `-${kept}` : kept;
};
