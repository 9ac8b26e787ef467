import { closing } from '../sql/calls.ts';
import { follows, is, type Token } from '../sql/tokens.ts';

/** An aggregate or window call and what may stand behind its arguments. */
export interface Call {
  /** Index of its name, and past all of it. */
  at: number;
  end: number;
  arguments: Token[];
  /** `order by …` of WITHIN GROUP; absent without it. */
  order?: Token[];
  /** `ignore nulls` or `respect nulls`, as written. */
  nulls: Token[];
  /** `over (…)` or `over name`. */
  over: Token[];
}

/** The first call of one of the functions from `start`. */
export const callAt = (tokens: readonly Token[], names: string[], start = 0): Call | undefined => {
  const at = tokens.findIndex(
    (token, index) => index >= start && is(token, ...names) && tokens[index + 1]?.text === '(',
  );
  const close = at < 0 ? -1 : closing(tokens, at + 1);
  if (close < 0) return undefined;
  const grouped = follows(tokens, close + 1, 'within', 'group', '(');
  const group = grouped ? closing(tokens, close + 3) : close;
  const nulls = is(tokens[group + 1], 'ignore', 'respect') && is(tokens[group + 2], 'nulls') ? 2 : 0;
  const end = overEnd(tokens, group + 1 + nulls);
  return {
    at,
    end,
    arguments: tokens.slice(at + 2, close),
    ...(grouped && { order: tokens.slice(close + 4, group) }),
    nulls: tokens.slice(group + 1, group + 1 + nulls),
    over: tokens.slice(group + 1 + nulls, end),
  };
};

const overEnd = (tokens: readonly Token[], at: number): number => {
  if (!is(tokens[at], 'over')) return at;
  return tokens[at + 1]?.text === '(' ? closing(tokens, at + 1) + 1 : at + 2;
};

/** Replaces every call of the functions, outermost first; the replacement's own arguments are replaced too. */
export const replaceCalls = (
  tokens: readonly Token[],
  names: string[],
  replace: (call: Call, name: string) => Token[],
): Token[] => {
  const call = callAt(tokens, names);
  if (!call) return [...tokens];
  const inside = { ...call, arguments: replaceCalls(call.arguments, names, replace) };
  return [
    ...tokens.slice(0, call.at),
    ...replace(inside, tokens[call.at]?.text.toLowerCase() as string),
    ...replaceCalls(tokens.slice(call.end), names, replace),
  ];
};
