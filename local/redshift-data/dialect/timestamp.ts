import { sql } from '../sql/calls.ts';
import type { Token } from '../sql/tokens.ts';

/** A date, timestamp or text as a timestamp. A parameter has no type of its own, so it is given this one. */
export const timestamp = (argument: readonly Token[]): Token[] => {
  const isParameter = argument.length === 1 && argument[0]?.kind === 'parameter';
  return isParameter ? sql`cast(${argument} as timestamp)` : sql`redshift_timestamp(${argument})`;
};
