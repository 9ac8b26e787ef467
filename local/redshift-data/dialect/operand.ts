import { closing } from '../sql/calls.ts';
import { is, type Token } from '../sql/tokens.ts';

/** Past a literal, a name, a call or parentheses that begin at `at`, casts included. */
export const operandEnd = (tokens: readonly Token[], at: number): number => {
  let end = tokens[at]?.text === '(' ? closing(tokens, at) + 1 : at + 1;
  while (tokens[end]?.text === '.') end += 2;
  if (tokens[end]?.text === '(' && tokens[end - 1]?.kind === 'word') end = closing(tokens, end) + 1;
  while (tokens[end]?.text === '::') end = typeEnd(tokens, end + 1);
  return end;
};

const typeEnd = (tokens: readonly Token[], at: number): number =>
  tokens[at + 1]?.text === '(' ? closing(tokens, at + 1) + 1 : at + 1;

const beforeUnary = (
  'select where and or not when then else case on having by in like ilike between all distinct values set limit ' +
  'return is'
).split(' ');

/** Whether an expression ends with this token, so that an operator behind it has two sides. */
export const endsOperand = (token: Token | undefined): boolean => {
  if (!token || is(token, ...beforeUnary)) return false;
  return token.kind !== 'symbol' || token.text === ')' || token.text === ']';
};
