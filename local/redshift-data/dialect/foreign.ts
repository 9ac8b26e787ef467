import { RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is, type Token } from '../sql/tokens.ts';

const functions =
  /^(read_\w+|parquet_\w+|sniff_csv|glob|duckdb_\w+|pragma_\w+|getenv|query|query_table|which_secret)$/i;

/** Refuses what the engine would take and Redshift would not: files as tables, functions and parameters of its own. */
export const refuseForeign = (tokens: readonly Token[]): void => {
  refuseUnterminated(tokens);
  tokens.forEach((token, at) => {
    if (is(token, '?')) throw new RedshiftError('No value specified for parameter 1.');
    if (is(token, 'distinct') && is(tokens[at + 1], 'on') && is(tokens[at + 2], '('))
      throw new RedshiftError('ERROR: SELECT DISTINCT ON is not supported');
    if (is(token, '$'))
      throw new RedshiftError(`ERROR: there is no parameter $${tokens[at + 1]?.text ?? ''}`);
    if ((token.kind === 'string' || token.kind === 'dollar') && isTable(tokens, at))
      throw syntaxErrorNear(token.text);
    if (token.kind === 'word' && functions.test(token.text) && tokens[at + 1]?.text === '(') {
      throw new RedshiftError(`ERROR: function ${token.text.toLowerCase()} does not exist`);
    }
  });
};

/** Refuses strings, quoted names and comments that do not end. */
export const refuseUnterminated = (tokens: readonly Token[]): void => {
  const open = tokens.find(({ unterminated }) => unterminated);
  if (open) throw unterminated(open);
};

const clauses = 'select where on using group having order limit values set qualify when then else'.split(' ');

/** Whether a token stands where a table does: behind FROM, JOIN or a comma after them, in a query. */
const isTable = (tokens: readonly Token[], at: number): boolean => {
  if (!is(tokens[at - 1], 'from', 'join', ',')) return false;
  let depth = 0;
  let listed = false;
  for (let back = at - 1; back >= 0; back -= 1) {
    const token = tokens[back];
    if (is(token, ')')) depth += 1;
    if (is(token, '(') && --depth < 0) return false;
    if (depth > 0) continue;
    if (is(token, 'from', 'join')) listed = true;
    // `extract(year from 'text')` has no SELECT at its own level.
    else if (is(token, ...clauses)) return listed && is(token, 'select', 'on', 'using');
  }
  return false;
};

const unterminated = ({ kind, text }: Token): RedshiftError => {
  if (text === '/*') return new RedshiftError('ERROR: unterminated /* comment');
  const kinds: Partial<Record<Token['kind'], string>> = {
    string: 'quoted string',
    dollar: 'dollar-quoted string',
  };
  return new RedshiftError(`ERROR: unterminated ${kinds[kind] ?? 'quoted identifier'} at or near "${text}"`);
};
