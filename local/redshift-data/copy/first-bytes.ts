import { INTEGER, VARCHAR } from '@duckdb/node-api';
import type { ScalarFunction } from '../dialect/scalar-function.ts';

/** The beginning of a text that has at most so many bytes, cut where a character begins. */
export const firstBytes: ScalarFunction = {
  name: 'redshift_first_bytes',
  parameters: [VARCHAR, INTEGER],
  returns: VARCHAR,
  call: (text: string, bytes: number) => {
    const cut = Buffer.from(text).subarray(0, bytes).toString();
    return cut.replace(/\ufffd$/, '');
  },
};
