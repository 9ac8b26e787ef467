import { RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { splitStatements, type Token } from '../sql/tokens.ts';
import { rules } from './rules.ts';

/** One Redshift statement as the engine's statements, the last of which has its result. Throws RedshiftError. */
export const translate = (statement: readonly Token[]): Token[][] => {
  refuseForeign(statement);
  const rewritten = rules.reduce<Token[]>((tokens, rule) => rule.rewrite?.(tokens) ?? tokens, [...statement]);
  return splitStatements(rewritten);
};

const functions =
  /^(read_\w+|parquet_\w+|sniff_csv|glob|duckdb_\w+|pragma_\w+|getenv|query|query_table|which_secret)$/i;

/** What the engine would take and Redshift would not. */
const refuseForeign = (tokens: readonly Token[]): void => {
  tokens.forEach((token, at) => {
    if (token.unterminated) throw unterminated(token);
    if (token.kind === 'symbol' && token.text === '?')
      throw new RedshiftError('No value specified for parameter 1.');
    if (token.kind === 'symbol' && token.text === '$') throw noParameter(tokens[at + 1]);
    const source = /^(from|join)$/i.test(tokens[at - 1]?.text ?? '');
    if (source && (token.kind === 'string' || token.kind === 'dollar')) throw syntaxErrorNear(token.text);
    if (token.kind === 'word' && functions.test(token.text) && tokens[at + 1]?.text === '(') {
      throw new RedshiftError(`ERROR: function ${token.text.toLowerCase()} does not exist`);
    }
  });
};

const noParameter = (next: Token | undefined): RedshiftError =>
  new RedshiftError(`ERROR: there is no parameter $${next?.text ?? ''}`);

const unterminated = ({ kind, text }: Token): RedshiftError => {
  if (text === '/*') return new RedshiftError('ERROR: unterminated /* comment');
  const what =
    { string: 'quoted string', dollar: 'dollar-quoted string' }[kind as string] ?? 'quoted identifier';
  return new RedshiftError(`ERROR: unterminated ${what} at or near "${text}"`);
};
