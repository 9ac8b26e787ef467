import { splitStatements, type Token } from '../sql/tokens.ts';
import { refuseForeign } from './foreign.ts';
import { rules } from './rules.ts';

/** One Redshift statement as the engine's statements, the last of which has its result. Throws RedshiftError. */
export const translate = (statement: readonly Token[]): Token[][] => {
  refuseForeign(statement);
  const rewritten = rules.reduce<Token[]>((tokens, rule) => rule.rewrite?.(tokens) ?? tokens, [...statement]);
  return splitStatements(rewritten);
};
