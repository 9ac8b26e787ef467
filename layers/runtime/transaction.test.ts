import { conflict, refusal } from './testing/meddling.ts';
import { failedConditions, holds, isConflict } from './transaction.ts';

const cancelled = (...codes: (string | undefined)[]): Error =>
  refusal('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) });

test('names the items whose condition did not hold', () => {
  const error = cancelled('ConditionalCheckFailed', 'None', undefined, 'ConditionalCheckFailed');
  expect(failedConditions(error)).toEqual([0, 3]);
});

test.each([
  ['a conflict', conflict()],
  ['a transaction without reasons', refusal('TransactionCanceledException')],
  [
    'the reasons of something else',
    refusal('Other', { CancellationReasons: [{ Code: 'ConditionalCheckFailed' }] }),
  ],
  ['no error', 'ConditionalCheckFailed'],
])('%s is no failed condition', (_case, error) => {
  expect(failedConditions(error)).toEqual([]);
});

test.each([
  [true, conflict()],
  [true, refusal('TransactionConflictException')],
  [true, refusal('TransactionInProgressException')],
  [true, cancelled('ThrottlingError')],
  [true, cancelled('None', 'ProvisionedThroughputExceeded')],
  [false, cancelled('ConditionalCheckFailed')],
  [false, cancelled('ValidationError')],
  [false, refusal('ThrottlingException')],
  [false, 'TransactionConflict'],
])('that the same may succeed a moment later is %p of %p', (expected, error) => {
  expect(isConflict(error)).toBe(expected);
});

test('a write holds unless its condition does not; any other error is thrown', async () => {
  expect(await holds(Promise.resolve())).toBe(true);
  expect(await holds(Promise.reject(refusal('ConditionalCheckFailedException')))).toBe(false);
  await expect(holds(Promise.reject(refusal('ThrottlingException')))).rejects.toThrow('ThrottlingException');
});
