import { sql } from '../sql/calls.ts';
import { is, type Token } from '../sql/tokens.ts';

/** A date, timestamp or text as a timestamp. A parameter or NULL has no type of its own, so it is given this one. */
export const timestamp = (argument: readonly Token[]): Token[] => {
  const untyped = argument.length === 1 && (argument[0]?.kind === 'parameter' || is(argument[0], 'null'));
  return untyped ? sql`cast(${argument} as timestamp)` : sql`redshift_timestamp(${argument})`;
};
