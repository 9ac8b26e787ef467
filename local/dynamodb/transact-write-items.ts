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

interface Step {
  action: Action;
  input: ConditionalInput;
  key: Item;
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

/** All of the writes or none. Throws TransactionCanceledException with a reason for each item, in order. */
export const transactWriteItems = (engine: Engine, clock: Clock) => {
  const done = new Map<string, { content: string; at: number }>();
  return ({ TransactItems = [], ClientRequestToken }: TransactWriteInput): object => {
    const now = clock.now().getTime();
    forget(done, now - tokenLifeMs);
    const content = createHash('sha256').update(JSON.stringify(TransactItems)).digest('hex');
    const earlier = done.get(ClientRequestToken ?? '');
    if (earlier) return repeat(earlier.content === content);
    const steps = plan(engine, TransactItems);
    engine.atomically(() => {
      // Every step is tried, so that each gets its reason.
      const reasons = steps.map((step) => outcome(engine, step));
      if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons);
    });
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

const plan = (engine: Engine, items: Partial<Record<Action, ConditionalInput>>[]): Step[] => {
  if (items.length === 0 || items.length > maximumItems)
    throw invalid(`Member must have length between 1 and ${maximumItems}: transactItems`);
  const steps = items.map((item) => stepOf(engine, item));
  const names = steps.map(({ input, key }) => JSON.stringify([input.TableName, key]));
  if (new Set(names).size < names.length)
    throw invalid('Transaction request cannot include multiple operations on one item');
  return steps;
};

const stepOf = (engine: Engine, item: Partial<Record<Action, ConditionalInput>>): Step => {
  const [action, another] = actions.filter((name) => item[name]);
  const input = action && item[action];
  if (!input || another) throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  return { action, input, key: keyOf(engine, input.TableName, input.Key ?? input.Item ?? {}) };
};

const outcome = (engine: Engine, step: Step): CancellationReason => {
  try {
    run(engine, step);
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
const run = (engine: Engine, { action, input, key }: Step): object => {
  if (action !== 'ConditionCheck') return conditionalWrite(engine, `${action}Item`)(input);
  const { Key, ...condition } = input;
  const before = readItem(engine, input.TableName, key);
  return before
    ? conditionalWrite(engine, 'PutItem')({ ...condition, Item: before })
    : conditionalWrite(engine, 'DeleteItem')({ ...condition, Key });
};

const cancelled = (reasons: CancellationReason[]): ServiceError =>
  new ServiceError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
    400,
    { CancellationReasons: reasons },
  );

const invalid = (message: string): ServiceError => new ServiceError('ValidationException', message);
