import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { Unavailable } from './errors.ts';

/** What DynamoDB says of each item of a cancelled transaction, in the order of the items. */
interface Cancelled {
  CancellationReasons?: { Code?: string }[];
}

const reasonsOf = (error: unknown): string[] =>
  error instanceof Error && error.name === 'TransactionCanceledException'
    ? ((error as Cancelled).CancellationReasons ?? []).map(({ Code = 'None' }) => Code)
    : [];

/** The positions of the items whose condition did not hold; none for any other error. */
export const failedConditions = (error: unknown): number[] =>
  reasonsOf(error).flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []));

/** Reasons that time takes away. The client does not try again for them, unlike for a request that is throttled whole. */
const PASSING = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

/** Whether another had one of the items in hand, or too many had: the same may succeed a moment later. */
export const isConflict = (error: unknown): boolean =>
  reasonsOf(error).some((reason) => PASSING.includes(reason)) ||
  (error instanceof Error &&
    ['TransactionConflictException', 'TransactionInProgressException'].includes(error.name));

/** Whether the condition of a single write did not hold. */
export const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';

/** Waits for a conditional write: false when its condition did not hold. */
export const holds = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

/** One item of a transaction. */
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * Writes all or nothing, as often as it takes while others have the items in hand. Answers the positions of the writes
 * whose condition did not hold, none when all was written. Throws Unavailable when others are always faster.
 */
export type Transact = (writes: Write[]) => Promise<number[]>;

const ATTEMPTS = 30;
/** Milliseconds, at most, before the second attempt; each further one waits longer. */
const PAUSE = 15;

export const transacting =
  (deps: {
    db: DynamoDBDocumentClient;
    wait(milliseconds: number): Promise<void>;
    random(): number;
  }): Transact =>
  async (writes) => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        await deps.db.send(new TransactWriteCommand({ TransactItems: writes }));
        return [];
      } catch (error) {
        const failed = failedConditions(error);
        if (failed.length > 0) return failed;
        if (!isConflict(error)) throw error;
      }
      await deps.wait(deps.random() * PAUSE * attempt);
    }
    throw new Unavailable('Too much happens at once. Try again in a moment.');
  };
