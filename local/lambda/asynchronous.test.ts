import { setTimeout as wait } from 'node:timers/promises';
import { lambdaFixture } from './fixture.ts';

const fixture = lambdaFixture({ limits: { retryDelaysMs: [1, 1] } });
const { lambda, messages, deploy, lines } = fixture;
afterAll(fixture.close);
beforeEach(() => {
  messages.length = 0;
  lines.length = 0;
});

const onFailureQueueArn = 'arn:aws:sqs:us-east-1:000000000000:failed';
const failing = `exports.handler = async (event) => { console.log('attempt'); throw new Error('still no'); }`;
const attempts = () => lines.filter((line) => line.endsWith('attempt')).length;
const until = async (condition: () => boolean) => {
  while (!condition()) await wait(5);
};

it('answers 202 before the function has run', async () => {
  const { name } = deploy(`exports.handler = async () => console.log('done')`);
  expect(await lambda.invoke(name, {}, { type: 'Event' })).toEqual({
    payload: undefined,
    functionError: undefined,
    statusCode: 202,
  });
  await until(() => lines.some((line) => line.endsWith('done')));
  expect(messages).toEqual([]);
});

it('tries three times with one request id, then sends the record of the failure', async () => {
  const { name, arn } = deploy(failing, { onFailureQueueArn });
  await lambda.invoke(name, { n: 1 }, { type: 'Event' });
  await until(() => messages.length === 1);
  const starts = lines.filter((line) => line.startsWith('START'));
  expect(starts).toHaveLength(3);
  expect(new Set(starts).size).toBe(1);
  expect(messages).toEqual([
    {
      queueArn: onFailureQueueArn,
      record: {
        version: '1.0',
        timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
        requestContext: {
          requestId: starts[0]?.split(' ')[2],
          functionArn: `${arn}:$LATEST`,
          condition: 'RetriesExhausted',
          approximateInvokeCount: 3,
        },
        requestPayload: { n: 1 },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        responsePayload: { errorType: 'Error', errorMessage: 'still no', trace: expect.any(Array) },
      },
    },
  ]);
});

it('tries as often as the function says', async () => {
  const { name } = deploy(failing, { onFailureQueueArn, maximumRetryAttempts: 0 });
  await lambda.invoke(name, {}, { type: 'Event' });
  await until(() => messages.length === 1);
  expect(attempts()).toBe(1);
});

it('gives up retrying once an attempt succeeds', async () => {
  const { name } = deploy(
    `let tries = 0; exports.handler = async () => { tries += 1; console.log('attempt');
       if (tries === 1) throw new Error('once'); console.log('recovered'); }`,
    { onFailureQueueArn },
  );
  await lambda.invoke(name, {}, { type: 'Event' });
  await until(() => lines.some((line) => line.endsWith('recovered')));
  await wait(30);
  expect(attempts()).toBe(2);
  expect(messages).toEqual([]);
});

it('waits instead of being throttled', async () => {
  const { name } = deploy(`exports.handler = async () => console.log('attempt')`, { reservedConcurrency: 1 });
  await Promise.all([1, 2, 3].map(() => lambda.invoke(name, {}, { type: 'Event' })));
  await until(() => attempts() === 3);
  expect(messages).toEqual([]);
});

it('gives the event away untried when nothing is reserved', async () => {
  const { name } = deploy(failing, { onFailureQueueArn, reservedConcurrency: 0 });
  await lambda.invoke(name, {}, { type: 'Event' });
  await until(() => messages.length === 1);
  expect(attempts()).toBe(0);
});

it('refuses a destination that nobody serves', () => {
  const alone = lambdaFixture({ sendMessage: undefined });
  expect(() => alone.deploy(failing, { onFailureQueueArn })).toThrow(/OnFailure queue needs sendMessage/);
});
