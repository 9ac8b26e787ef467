import { RunNotFound } from './errors.ts';
import { failureOf, isPassing } from './failure.ts';
import { keepingLog } from './testing/examples.ts';

const named = (name: string, members: object = {}): Error =>
  Object.assign(new Error('arn:aws:…'), { name, ...members });

test.each([
  ['a service has too much to do', named('ThrottlingException')],
  ['a transaction has the item in hand', named('TransactionConflictException')],
  ['a service has an error of its own', named('InternalServerError', { $fault: 'server' })],
  ['a service is out of reach', named('Error', { code: 'ECONNREFUSED' })],
])('waiting helps when %s', (_case, error) => {
  expect(isPassing(error)).toBe(true);
  expect(failureOf(error, keepingLog())).toMatchObject({ name: 'Unavailable' });
});

test.each([
  ['an error of ours', named('TypeError')],
  ['a refusal', named('AccessDeniedException', { $fault: 'client' })],
  ['no error', 'ThrottlingException'],
])('waiting does not help for %s', (_case, error) => {
  expect(isPassing(error)).toBe(false);
  expect(failureOf(error, keepingLog())).toMatchObject({ name: 'InternalError' });
});

test('a known error is told as it is and not logged', () => {
  const log = keepingLog();
  const error = new RunNotFound('There is no such run.');
  expect(failureOf(error, log)).toBe(error);
  expect(log.entries).toEqual([]);
});

test('what an unknown error says stays in the log', () => {
  const log = keepingLog();
  const error = named('TypeError');
  expect(failureOf(error, log).message).not.toContain('arn:');
  expect(log.entries).toEqual([expect.objectContaining({ level: 'error', detail: error })]);
});
