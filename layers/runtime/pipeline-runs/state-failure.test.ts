import { detailOfState } from './state-failure.ts';

it.each([
  [
    'what a function has thrown',
    'InvalidTemplate',
    '{"errorType":"InvalidTemplate","errorMessage":"{\\"message\\":\\"line 3\\"}"}',
    'InvalidTemplate',
    'line 3',
  ],
  ['what a token was released with', 'QueryFailed', 'ERROR: no', 'QueryFailed', 'ERROR: no'],
  [
    'a script that takes too long',
    'States.Timeout',
    undefined,
    'TimedOut',
    'longer than its pipeline allows',
  ],
  [
    'heartbeats that do not come',
    'States.HeartbeatTimeout',
    undefined,
    'Unavailable',
    'did not answer in time',
  ],
  ['a busy Lambda', 'Lambda.TooManyRequestsException', 'secret', 'Unavailable', 'did not answer in time'],
  ['a crash', 'Sandbox.Timedout', 'secret', 'Unavailable', 'did not answer in time'],
  ['anything else', 'States.Runtime', 'secret', 'InternalError', 'Something went wrong'],
])('tells %s', (_what, thrown, Cause, name, message) => {
  const detail = detailOfState({ Error: thrown, ...(Cause !== undefined && { Cause }) });
  expect(detail).toEqual({ name, message: expect.stringContaining(message) });
  expect(detail.message).not.toContain('secret');
});
