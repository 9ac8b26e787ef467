import { createHash } from 'node:crypto';
import { ServiceError } from '../protocol/service-error.ts';
import type { Clock } from '../service.ts';
import { type ConditionalInput, conditionalWrite, isConditionFailure } from './conditional-write.ts';
import type { Engine } from './engine.ts';
import { type Item, keyOf, readItem } from './items.ts';

const actions = ['Put', 'Update', 'Delete', 'ConditionCheck'] as const;
type Action = (typeof actions)[number];

interface TransactWriteInput {
  TransactItems?: Partial<Record<Action, ConditionalInput>>[];
  ClientRequestToken?: string;
}

/** One action with the item as it was before the transaction. */
interface Step {
  action: Action;
  input: ConditionalInput;
  key: Item;
  before?: Item;
}

interface CancellationReason {
  Code: string;
  Message?: string;
  Item?: unknown;
}

/** Limits and the life of a token: Amazon DynamoDB API Reference, "TransactWriteItems". */
const maximumItems = 100;
const tokenLifeMs = 10 * 60 * 1000;

/** What is found out only with the item in hand: a reason of its own there, where a malformed request is refused whole. */
const itemErrors = [
  'The update expression attempted to update the secondary index key to unsupported type',
  'An operand in the update expression has an incorrect data type',
  'Item size to update has exceeded the maximum allowed size',
  'The document path provided in the update expression is invalid for update',
  'The provided expression refers to an attribute that does not exist in the item',
];

/**
 * All of the writes or none. The caller keeps every other request out meanwhile, so what was written before a refusal is
 * put back unseen. Throws TransactionCanceledException with a reason for each item, in order.
 */
export const transactWriteItems = (engine: Engine, clock: Clock) => {
  const done = new Map<string, { content: string; at: number }>();
  return async ({ TransactItems = [], ClientRequestToken }: TransactWriteInput): Promise<object> => {
    const now = clock.now().getTime();
    forget(done, now - tokenLifeMs);
    const content = createHash('sha256').update(JSON.stringify(TransactItems)).digest('hex');
    const earlier = done.get(ClientRequestToken ?? '');
    if (earlier) return repeat(earlier.content === content);
    const steps = await plan(engine, TransactItems);
    const reasons = await attempt(engine, steps);
    if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons);
    if (ClientRequestToken) done.set(ClientRequestToken, { content, at: now });
    return {};
  };
};

/** Drops the tokens that were used until then. They stand in the order of their use. */
const forget = (done: Map<string, { at: number }>, until: number): void => {
  for (const [token, { at }] of done) {
    if (at > until) return;
    done.delete(token);
  }
};

const repeat = (same: boolean): object => {
  if (same) return {};
  throw new ServiceError(
    'IdempotentParameterMismatchException',
    'The request uses the same client token as a previous, but non-identical request.',
  );
};

const plan = async (engine: Engine, items: Partial<Record<Action, ConditionalInput>>[]): Promise<Step[]> => {
  if (items.length === 0 || items.length > maximumItems)
    throw invalid(`Member must have length between 1 and ${maximumItems}: transactItems`);
  const steps: Step[] = [];
  for (const item of items) steps.push(await stepOf(engine, item));
  const names = steps.map(({ input, key }) => JSON.stringify([input.TableName, key]));
  if (new Set(names).size < names.length)
    throw invalid('Transaction request cannot include multiple operations on one item');
  return steps;
};

const stepOf = async (engine: Engine, item: Partial<Record<Action, ConditionalInput>>): Promise<Step> => {
  const [action, another] = actions.filter((name) => item[name]);
  const input = action && item[action];
  if (!input || another) throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  const key = await keyOf(engine, input.TableName, input.Key ?? input.Item ?? {});
  return { action, input, key, before: await readItem(engine, input.TableName, key) };
};

/** Tries every step, so that each gets its reason, and undoes them all unless all succeed. */
const attempt = async (engine: Engine, steps: Step[]): Promise<CancellationReason[]> => {
  const reasons: CancellationReason[] = [];
  try {
    for (const step of steps) reasons.push(await outcome(engine, step));
  } catch (error) {
    await undo(engine, steps);
    throw error;
  }
  if (reasons.some(({ Code }) => Code !== 'None')) await undo(engine, steps);
  return reasons;
};

const outcome = async (engine: Engine, step: Step): Promise<CancellationReason> => {
  try {
    await run(engine, step);
    return { Code: 'None' };
  } catch (error) {
    if (isConditionFailure(error))
      return { Code: 'ConditionalCheckFailed', Message: error.message, ...error.members };
    if (error instanceof ServiceError && itemErrors.includes(error.message))
      return { Code: 'ValidationError', Message: error.message };
    throw error;
  }
};

/** A check writes what is there already, or deletes what is not: nothing, under its condition. */
const run = (engine: Engine, { action, input, before }: Step): Promise<object> => {
  if (action !== 'ConditionCheck') return conditionalWrite(engine, `${action}Item`)(input);
  const { Key, ...condition } = input;
  return before
    ? conditionalWrite(engine, 'PutItem')({ ...condition, Item: before })
    : conditionalWrite(engine, 'DeleteItem')({ ...condition, Key });
};

const undo = async (engine: Engine, steps: Step[]): Promise<void> => {
  for (const { input, key, before } of steps) {
    const { TableName } = input;
    await (before
      ? engine.call('PutItem', { TableName, Item: before })
      : engine.call('DeleteItem', { TableName, Key: key }));
  }
};

const cancelled = (reasons: CancellationReason[]): ServiceError =>
  new ServiceError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
    400,
    { CancellationReasons: reasons },
  );

const invalid = (message: string): ServiceError => new ServiceError('ValidationException', message);
