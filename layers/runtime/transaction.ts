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
