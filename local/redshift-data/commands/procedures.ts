import { atomically } from '../engine/transaction.ts';
import { runBody } from '../procedures/interpreter.ts';
import { parseBody } from '../procedures/parse-body.ts';
import {
  type Argument,
  dropProcedure,
  findProcedure,
  type Procedure,
  parseArguments,
  saveProcedure,
} from '../procedures/procedure.ts';
import { firstRow } from '../procedures/result-rows.ts';
import { Scope } from '../procedures/scope.ts';
import { closing, made, splitCommas, sql } from '../sql/calls.ts';
import { literal, quoted, readName } from '../sql/names.ts';
import { formNotEmulated, RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { follows, is, type Token } from '../sql/tokens.ts';
import { begins, type Command, type CommandContext, done } from './command.ts';
import { procedureCases } from './procedure-cases.ts';

/** The tokens in the parentheses at `at`, and the index behind them. */
const inParentheses = (tokens: readonly Token[], at: number): { inside: Token[]; end: number } => {
  const close = is(tokens[at], '(') ? closing(tokens, at) : -1;
  if (close < 0) throw syntaxErrorNear(tokens[at]?.text ?? ';');
  return { inside: tokens.slice(at + 1, close), end: close + 1 };
};

const bodyOf = (tokens: readonly Token[]): string => {
  const text = tokens.find(({ kind }) => kind === 'dollar' || kind === 'string');
  if (!text) throw syntaxErrorNear(tokens.at(-1)?.text ?? ';');
  if (text.kind === 'string') return text.text.slice(1, -1).replaceAll("''", "'");
  const tag = /^\$[^$]*\$/.exec(text.text)?.[0] ?? '$$';
  return text.text.slice(tag.length, -tag.length);
};

export const createProcedure: Command = {
  name: 'CREATE PROCEDURE, CALL',
  area: 'Procedures',
  approximate:
    'A message of RAISE below EXCEPTION goes nowhere, as in the Data API. Errors do not say the line.',
  matches: (tokens) =>
    begins(tokens, 'create', 'procedure') || begins(tokens, 'create', 'or', 'replace', 'procedure'),
  run: async ({ connection }, tokens) => {
    const replace = is(tokens[1], 'or');
    const { parts, end: open } = readName(tokens, replace ? 4 : 2);
    const { inside, end } = inParentheses(tokens, open);
    const language = tokens.findIndex((token) => is(token, 'language'));
    if (language > 0 && !is(tokens[language + 1], 'plpgsql'))
      throw syntaxErrorNear(tokens[language + 1]?.text ?? '');
    if (tokens.slice(end).some((token) => is(token, 'nonatomic')))
      throw formNotEmulated('NONATOMIC procedures');
    const procedure: Procedure = { arguments: parseArguments(inside), body: bodyOf(tokens.slice(end)) };
    parseBody(procedure.body);
    await saveProcedure(connection, parts.slice(-2), procedure, replace);
    return done;
  },
  cases: procedureCases,
};

const typeOf = (value: readonly Token[]): string =>
  value[0]?.kind === 'number' ? (value[0].text.includes('.') ? 'numeric' : 'integer') : '"unknown"';

const procedureOf = async (
  { connection }: CommandContext,
  parts: string[],
  values: readonly Token[][],
): Promise<Procedure> => {
  const procedure = await findProcedure(connection, parts.slice(-2), values.length);
  if (procedure) return procedure;
  throw new RedshiftError(
    `ERROR: procedure ${parts.join('.')}(${values.map(typeOf).join(', ')}) does not exist\n  Hint: No procedure matches the given name and argument types. You may need to add explicit type casts.`,
  );
};

/** The arguments as variables, with the values of the call. */
const argumentsOf = async (
  context: CommandContext,
  declared: readonly Argument[],
  values: readonly Token[][],
): Promise<Scope> => {
  const scope = new Scope();
  scope.declare('found', 'boolean', 'false');
  scope.declare('row_count', 'bigint', '0');
  const given = [...values];
  for (const { name, mode, type } of declared) {
    const value = mode === 'out' ? undefined : given.shift();
    const outcome = value && (await context.run(sql`select cast((${value}) as ${made(type)}) as value`));
    const row = outcome && (await firstRow(outcome));
    await outcome?.result?.drop();
    scope.declare(name, type, row?.[0]?.value ?? null);
  }
  return scope;
};

export const call: Command = {
  name: 'CALL',
  area: 'Procedures',
  matches: (tokens) => is(tokens[0], 'call'),
  run: async (context, tokens) => {
    const { parts, end } = readName(tokens, 1);
    const { inside } = inParentheses(tokens, end);
    const values = splitCommas(inside);
    const procedure = await procedureOf(context, parts, values);
    const scope = await argumentsOf(context, procedure.arguments, values);
    await atomically(context.connection, () => runBody(context, parseBody(procedure.body), scope));
    const out = procedure.arguments.filter(({ mode }) => mode !== 'in');
    if (out.length === 0) return done;
    const columns = out.map(({ name, type }) => {
      const value = scope.find(name)?.value ?? null;
      return `cast(${value === null ? 'null' : literal(value)} as ${type}) as ${quoted(name)}`;
    });
    return context.run(made(`select ${columns.join(', ')}`));
  },
  cases: [
    {
      sql: 'call nowhere(1)',
      error:
        'ERROR: procedure nowhere(integer) does not exist\n  Hint: No procedure matches the given name and argument types. You may need to add explicit type casts.',
    },
  ],
};

export const dropProcedureCommand: Command = {
  name: 'DROP PROCEDURE',
  area: 'Procedures',
  matches: (tokens) => begins(tokens, 'drop', 'procedure'),
  run: async (context, tokens) => {
    const ifExists = follows(tokens, 2, 'if', 'exists');
    const { parts, end } = readName(tokens, ifExists ? 4 : 2);
    const declared = is(tokens[end], '(') ? parseArguments(inParentheses(tokens, end).inside) : [];
    const count = declared.filter(({ mode }) => mode !== 'out').length;
    const procedure = await findProcedure(context.connection, parts.slice(-2), count);
    if (procedure) await dropProcedure(context.connection, parts.slice(-2), count);
    else if (!ifExists)
      throw new RedshiftError(
        `ERROR: procedure ${parts.join('.')}(${declared.map(({ type }) => type).join(', ')}) does not exist`,
      );
    return done;
  },
  cases: [
    {
      sql: 'create procedure gone(a int) as $$ begin null; end; $$ language plpgsql; drop procedure gone(int); drop procedure gone(int)',
      error: 'ERROR: procedure gone(int) does not exist',
    },
  ],
};
