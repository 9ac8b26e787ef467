import { setImmediate } from 'node:timers/promises';
import type { CommandContext } from '../commands/command.ts';
import type { Outcome } from '../engine/run-text.ts';
import { made, sql } from '../sql/calls.ts';
import { RedshiftError } from '../sql/redshift-error.ts';
import { splitStatements, type Token, tokenize } from '../sql/tokens.ts';
import type { Body, Step } from './body.ts';
import { firstRow, rowsOf } from './result-rows.ts';
import { Scope, typeText } from './scope.ts';

/** How a run of steps ended. */
type Ending = 'done' | 'exit' | 'continue' | 'return';

/** Runs a procedure's body. The variables of `scope` are its arguments. */
export const runBody = async (context: CommandContext, body: Body, scope: Scope): Promise<Ending> => {
  const inner = new Scope(scope);
  for (const { name, type, initial, constant } of body.variables) {
    const value = initial ? await evaluate(context, initial, inner, typeText(type)) : null;
    inner.declare(name, typeText(type), value, constant);
  }
  return runSteps(context, body.steps, inner);
};

const runSteps = async (context: CommandContext, steps: readonly Step[], scope: Scope): Promise<Ending> => {
  for (const step of steps) {
    const ending = await runStep(context, step, scope);
    if (ending !== 'done') return ending;
  }
  return 'done';
};

const runStep = async (context: CommandContext, step: Step, scope: Scope): Promise<Ending> => {
  switch (step.kind) {
    case 'nothing':
      return 'done';
    case 'return':
      return 'return';
    case 'block':
      return runBody(context, step.body, scope);
    case 'exit':
    case 'continue':
      return !step.condition || (await holds(context, step.condition, scope)) ? step.kind : 'done';
    case 'if':
      return runIf(context, step, scope);
    case 'loop':
      return repeat(
        context,
        async () => !step.condition || (await holds(context, step.condition, scope)),
        () => runSteps(context, step.steps, scope),
      );
    case 'count':
      return runCount(context, step, scope);
    case 'rows':
      return runRows(context, step, scope);
    default:
      await runStatement(context, step, scope);
      return 'done';
  }
};

type Statement = Extract<
  Step,
  { kind: 'sql' | 'assign' | 'raise' | 'execute' | 'select-into' | 'row-count' }
>;

const runStatement = async (context: CommandContext, step: Statement, scope: Scope): Promise<void> => {
  if (step.kind === 'assign') {
    const type = scope.find(step.variable)?.type ?? 'varchar(65535)';
    return scope.assign(step.variable, await evaluate(context, step.value, scope, type));
  }
  if (step.kind === 'raise') return raise(context, step, scope);
  if (step.kind === 'row-count') return scope.assign(step.variable, scope.find('row_count')?.value ?? '0');
  if (step.kind === 'select-into') return into(await context.run(scope.bind(step.query)), step.into, scope);
  if (step.kind === 'execute') {
    const text = await evaluate(context, step.text, scope);
    if (text === null) throw new RedshiftError('ERROR: cannot EXECUTE a null querystring');
    for (const statement of splitStatements(tokenize(text)))
      await into(await context.run(statement), step.into, scope);
    return;
  }
  await into(await context.run(scope.bind(step.tokens)), [], scope);
};

/** Keeps the first row of a result in variables, and how many rows there were. */
const into = async (outcome: Outcome, names: readonly string[], scope: Scope): Promise<void> => {
  const row = names.length > 0 ? await firstRow(outcome) : undefined;
  await outcome.result?.drop();
  scope.assign('found', String(outcome.changed > 0n));
  scope.assign('row_count', String(outcome.changed));
  names.forEach((name, index) => {
    scope.assign(name, row?.[index]?.value ?? null);
  });
};

/** The value of an expression as text, of the given type. */
const evaluate = async (
  context: CommandContext,
  expression: readonly Token[],
  scope: Scope,
  type?: string,
): Promise<string | null> => {
  const value = scope.bind(expression);
  const typed = type ? sql`cast((${value}) as ${made(type)})` : value;
  const outcome = await context.run(sql`select ${typed} as value`);
  const row = await firstRow(outcome);
  await outcome.result?.drop();
  return row?.[0]?.value ?? null;
};

const holds = async (context: CommandContext, condition: readonly Token[], scope: Scope): Promise<boolean> =>
  (await evaluate(context, condition, scope, 'boolean')) === 'true';

const runIf = async (
  context: CommandContext,
  { branches, otherwise }: Extract<Step, { kind: 'if' }>,
  scope: Scope,
): Promise<Ending> => {
  for (const { condition, steps } of branches)
    if (await holds(context, condition, scope)) return runSteps(context, steps, scope);
  return runSteps(context, otherwise, scope);
};

const repeat = async (
  context: CommandContext,
  goesOn: () => Promise<boolean>,
  round: () => Promise<Ending>,
): Promise<Ending> => {
  while (await goesOn()) {
    // A loop without statements shall not hold up the server.
    await setImmediate();
    if (context.cancelled()) throw new RedshiftError('cancelled');
    const ending = await round();
    if (ending === 'return') return ending;
    if (ending === 'exit') return 'done';
  }
  return 'done';
};

const runCount = async (
  context: CommandContext,
  step: Extract<Step, { kind: 'count' }>,
  scope: Scope,
): Promise<Ending> => {
  const bound = async (tokens: Token[]) => BigInt((await evaluate(context, tokens, scope, 'bigint')) ?? '0');
  const [from, to] = [await bound(step.from), await bound(step.to)];
  const by = step.reverse ? -1n : 1n;
  let next = from;
  return repeat(
    context,
    async () => (step.reverse ? next >= to : next <= to),
    () => {
      const inner = new Scope(scope);
      inner.declare(step.variable, 'integer', String(next));
      next += by;
      return runSteps(context, step.steps, inner);
    },
  );
};

const runRows = async (
  context: CommandContext,
  step: Extract<Step, { kind: 'rows' }>,
  scope: Scope,
): Promise<Ending> => {
  const outcome = await context.run(scope.bind(step.query));
  const rows = await rowsOf(outcome);
  await outcome.result?.drop();
  let at = 0;
  return repeat(
    context,
    async () => at < rows.length,
    () => {
      const inner = new Scope(scope);
      inner.declareRecord(step.variable, new Map((rows[at++] ?? []).map((slot) => [slot.name, slot])));
      return runSteps(context, step.steps, inner);
    },
  );
};

const raise = async (
  context: CommandContext,
  { level, message, values }: Extract<Step, { kind: 'raise' }>,
  scope: Scope,
): Promise<void> => {
  let text = '';
  let next = 0;
  const pieces = message.split('%');
  for (const [index, piece] of pieces.entries()) {
    text += piece;
    if (index === pieces.length - 1) break;
    const value = values[next++];
    if (!value) throw new RedshiftError('ERROR: too few parameters specified for RAISE');
    text += (await evaluate(context, value, scope)) ?? '<NULL>';
  }
  if (level === 'exception') throw new RedshiftError(`ERROR: ${text}`);
};
