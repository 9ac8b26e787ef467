import { splitCommas } from '../sql/calls.ts';
import { folded } from '../sql/names.ts';
import { formNotEmulated, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is, render, type Token, tokenize } from '../sql/tokens.ts';
import type { Body, Step, Variable } from './body.ts';
import { Cursor } from './cursor.ts';

/** Reads the text between the dollars. Throws RedshiftError. */
export const parseBody = (text: string): Body => {
  const cursor = new Cursor(tokenize(text));
  const body = parseBlock(cursor);
  const rest = cursor.peek();
  if (rest) throw syntaxErrorNear(rest.text);
  return body;
};

const parseBlock = (cursor: Cursor): Body => {
  const variables: Variable[] = [];
  if (cursor.takes('declare'))
    while (!cursor.sees('begin')) variables.push(parseVariable(cursor.statement()));
  cursor.expect('begin');
  const steps = parseSteps(cursor, 'end');
  cursor.expect('end');
  cursor.takes(';');
  return { variables, steps };
};

/** `name [CONSTANT] type [NOT NULL] [{:= | = | DEFAULT} value]` */
const parseVariable = (tokens: readonly Token[]): Variable => {
  const [name] = tokens;
  if (!name) throw syntaxErrorNear(';');
  if (is(tokens[1], 'cursor', 'refcursor', 'alias'))
    throw formNotEmulated(`DECLARE ${tokens[1]?.text.toUpperCase()}`);
  const constant = is(tokens[1], 'constant');
  const at = tokens.findIndex((token) => is(token, ':=', '=', 'default'));
  const end = tokens.findIndex((token) => is(token, 'not', ':=', '=', 'default'));
  const type = tokens.slice(constant ? 2 : 1, end < 0 ? tokens.length : end);
  if (type.some((token) => is(token, '%'))) throw formNotEmulated('%TYPE and %ROWTYPE');
  if (type.length === 0) throw syntaxErrorNear(name.text);
  return { name: folded(name), type, constant, initial: at < 0 ? undefined : tokens.slice(at + 1) };
};

const parseSteps = (cursor: Cursor, ...ends: string[]): Step[] => {
  const steps: Step[] = [];
  while (!is(cursor.peek(), ...ends)) {
    if (cursor.sees('exception')) throw formNotEmulated('EXCEPTION blocks');
    steps.push(parseStep(cursor));
  }
  return steps;
};

const parseStep = (cursor: Cursor): Step => {
  if (cursor.sees('<', '<')) throw formNotEmulated('labels of loops');
  if (cursor.sees('declare') || cursor.sees('begin')) return { kind: 'block', body: parseBlock(cursor) };
  if (cursor.takes('if')) return parseIf(cursor);
  if (cursor.takes('loop')) return { kind: 'loop', steps: loopSteps(cursor) };
  if (cursor.takes('while')) {
    const condition = cursor.until('loop');
    cursor.expect('loop');
    return { kind: 'loop', condition, steps: loopSteps(cursor) };
  }
  if (cursor.takes('for')) return parseFor(cursor);
  return parseSimple(cursor.statement());
};

const loopSteps = (cursor: Cursor): Step[] => {
  const steps = parseSteps(cursor, 'end');
  cursor.expect('end', 'loop', ';');
  return steps;
};

const parseIf = (cursor: Cursor): Step => {
  const branches: { condition: Token[]; steps: Step[] }[] = [];
  do {
    const condition = cursor.until('then');
    cursor.expect('then');
    branches.push({ condition, steps: parseSteps(cursor, 'elsif', 'elseif', 'else', 'end') });
  } while (cursor.takes('elsif') || cursor.takes('elseif'));
  const otherwise = cursor.takes('else') ? parseSteps(cursor, 'end') : [];
  cursor.expect('end', 'if', ';');
  return { kind: 'if', branches, otherwise };
};

/** `FOR i IN [REVERSE] a..b LOOP`, `FOR row IN query LOOP` */
const parseFor = (cursor: Cursor): Step => {
  const variable = folded(cursor.next());
  cursor.expect('in');
  const reverse = cursor.takes('reverse');
  const range = cursor.until('loop');
  cursor.expect('loop');
  const steps = loopSteps(cursor);
  if (is(range[0], 'execute')) throw formNotEmulated('FOR … IN EXECUTE');
  if (is(range[0], 'select', 'with')) return { kind: 'rows', variable, query: range, steps };
  const [from = '', to = ''] = render(range).split('..');
  return { kind: 'count', variable, reverse, from: tokenize(from), to: tokenize(to), steps };
};

const parseSimple = (tokens: Token[]): Step => {
  const [first, second] = tokens;
  if (!first) return { kind: 'nothing' };
  if (is(second, ':=')) return { kind: 'assign', variable: folded(first), value: tokens.slice(2) };
  if (is(first, 'null')) return { kind: 'nothing' };
  if (is(first, 'return')) return { kind: 'return' };
  if (is(first, 'exit', 'continue')) return parseExit(tokens);
  if (is(first, 'raise')) return parseRaise(tokens);
  if (is(first, 'execute')) return parseExecute(tokens);
  if (is(first, 'perform'))
    return { kind: 'sql', tokens: [{ ...first, text: 'select' }, ...tokens.slice(1)] };
  if (is(first, 'get')) return parseDiagnostics(tokens);
  if (is(first, 'open', 'fetch', 'close', 'move'))
    throw formNotEmulated(`${first.text.toUpperCase()} of a cursor`);
  if (is(first, 'select', 'with')) return parseSelect(tokens);
  return { kind: 'sql', tokens };
};

const parseExit = (tokens: readonly Token[]): Step => {
  const when = tokens.findIndex((token) => is(token, 'when'));
  if (tokens.length > 1 && when !== 1) throw formNotEmulated('labels of loops');
  const kind = is(tokens[0], 'exit') ? 'exit' : 'continue';
  return { kind, condition: when < 0 ? undefined : tokens.slice(when + 1) };
};

const parseRaise = (tokens: readonly Token[]): Step => {
  const level = tokens[1]?.text.toLowerCase() ?? '';
  const [format, ...values] = splitCommas(tokens.slice(2));
  const [text] = format ?? [];
  if (!['debug', 'log', 'info', 'notice', 'warning', 'exception'].includes(level) || text?.kind !== 'string')
    throw syntaxErrorNear(tokens[1]?.text ?? 'raise');
  return { kind: 'raise', level, message: text.text.slice(1, -1).replaceAll("''", "'"), values };
};

const parseExecute = (tokens: readonly Token[]): Step => {
  const into = tokens.findIndex((token) => is(token, 'into'));
  if (tokens.some((token) => is(token, 'using'))) throw formNotEmulated('EXECUTE … USING');
  return {
    kind: 'execute',
    text: tokens.slice(1, into < 0 ? tokens.length : into),
    into: into < 0 ? [] : names(tokens.slice(into + 1)),
  };
};

const names = (tokens: readonly Token[]): string[] =>
  splitCommas(tokens).flatMap(([name]) => (name ? folded(name) : []));

const parseDiagnostics = (tokens: readonly Token[]): Step => {
  const [, , name, , item] = tokens;
  if (!name || !is(item, 'row_count')) throw formNotEmulated('GET DIAGNOSTICS of anything but ROW_COUNT');
  return { kind: 'row-count', variable: folded(name) };
};

/** `SELECT expressions INTO a, b FROM …` */
const parseSelect = (tokens: Token[]): Step => {
  let depth = 0;
  const into = tokens.findIndex((token) => {
    if (is(token, '(')) depth += 1;
    if (is(token, ')')) depth -= 1;
    return depth === 0 && is(token, 'into');
  });
  if (into < 0) return { kind: 'sql', tokens };
  let end = into + 2;
  while (is(tokens[end], ',')) end += 2;
  return {
    kind: 'select-into',
    into: names(tokens.slice(into + 1, end)),
    query: [...tokens.slice(0, into), ...tokens.slice(end)],
  };
};
