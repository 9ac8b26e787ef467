import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { serve, type TestServer } from '../../local/protocol/test-server.ts';
import { createSqs, type Sqs } from '../../local/sqs/index.ts';
import { replayDeadLetters } from './replay-dead-letters.ts';

const finished = sampleEvent('notify/finished');
const workflows = sampleEvent('notify/workflow');

let sqs: Sqs;
let server: TestServer;
let queue: SQSClient;
let now: Date;
let deadLetters: { url: string; arn: string };
beforeEach(async () => {
  now = noon;
  let ids = 0;
  sqs = createSqs({
    clock: { now: () => now },
    newId: () => `id-${++ids}`,
    account: '000000000000',
    region: 'us-east-1',
    endpoint: () => server.endpoint,
  });
  server = await serve(sqs);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  queue = new SQSClient({ endpoint: server.endpoint, region: 'us-east-1', maxAttempts: 1, credentials });
  deadLetters = sqs.createQueue({ name: 'dead-letters' });
});
afterEach(async () => {
  queue.destroy();
  await server.close();
});

const keep = (letter: unknown, target?: string): void =>
  void sqs.sendMessage(
    deadLetters.arn,
    typeof letter === 'string' ? letter : JSON.stringify(letter),
    target === undefined ? {} : { TARGET_ARN: { DataType: 'String', StringValue: target } },
  );

/** How many messages the queue holds, hidden ones too. */
const left = async (): Promise<number> => {
  const { Attributes = {} } = await queue.send(
    new GetQueueAttributesCommand({ QueueUrl: deadLetters.url, AttributeNames: ['All'] }),
  );
  const { ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible } = Attributes;
  return Number(ApproximateNumberOfMessages) + Number(ApproximateNumberOfMessagesNotVisible);
};

/** Lambda at the seam of the SDK's client; notify fails at the events that `fails` names. */
const setup = (fails: (event: unknown) => boolean = () => false) => {
  const heard: unknown[] = [];
  const by: unknown[] = [];
  const send = async (command: unknown) => {
    if (!(command instanceof InvokeCommand)) throw new Error('not in this test’s Lambda');
    const { FunctionName, InvocationType = 'RequestResponse', Payload } = command.input;
    expect(InvocationType).toBe('RequestResponse');
    by.push(FunctionName);
    const event = JSON.parse(Buffer.from(Payload as Uint8Array).toString());
    heard.push(event);
    return fails(event) ? { StatusCode: 200, FunctionError: 'Unhandled' } : { StatusCode: 200 };
  };
  const log = keepingLog();
  const lambda = Object.assign(new LambdaClient({ region: 'us-east-1' }), { send });
  const deps = { queue, queueUrl: deadLetters.url, lambda, notifyFunction: 'readout-Notify', log };
  return { replay: replayDeadLetters(deps), heard, by, log: log.entries };
};

/** What Lambda keeps of an event that a function failed at. */
const report = (requestPayload: unknown) => ({
  version: '1.0',
  timestamp: '2015-12-01T12:03:00.000Z',
  requestContext: {
    requestId: 'e4b46cbf-b738-xmpl-8880-a18cdf61200e',
    functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:readout-Notify:$LATEST',
    condition: 'RetriesExhausted',
    approximateInvokeCount: 3,
  },
  requestPayload,
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
  responsePayload: { errorMessage: 'unreachable' },
});

test.each([
  ['EventBridge’s letter', finished, finished],
  ['Lambda’s report of Redshift’s event', report(finished), finished],
  ['Lambda’s report of the workflow’s word', report(workflows), workflows],
])('%s gives notify the event itself, and leaves the queue', async (_case, letter, event) => {
  keep(letter);
  const { replay, heard, log } = setup();
  expect(await replay()).toEqual({ replayed: 1, failed: 0 });
  expect(heard).toEqual([event]);
  expect(await left()).toBe(0);
  expect(log).toEqual([]);
});

test('each letter goes to the function that it was for', async () => {
  const runSchedule = 'arn:aws:lambda:us-east-1:000000000000:function:readout-RunSchedule';
  const startPipeline = 'arn:aws:lambda:us-east-1:000000000000:function:readout-StartPipeline';
  keep(finished);
  keep(report(finished));
  keep({ owner: 'a', id: 'b', moment: '2015-12-01T06:00:00Z' }, runSchedule);
  keep(sampleEvent('start-pipeline/object'), startPipeline);
  const { replay, by } = setup();
  expect(await replay()).toEqual({ replayed: 4, failed: 0 });
  expect(by).toEqual([
    'readout-Notify',
    'arn:aws:lambda:us-east-1:000000000000:function:readout-Notify',
    runSchedule,
    startPipeline,
  ]);
});

test('what fails again stays in the queue, is tried once and can be replayed later', async () => {
  keep(finished);
  keep(workflows);
  let broken = true;
  const { replay, heard, log } = setup((event) => broken && 'detail' in (event as object));
  expect(await replay()).toEqual({ replayed: 1, failed: 1 });
  expect(heard).toEqual([finished, workflows]);
  expect(await left()).toBe(1);
  expect(log).toEqual([expect.objectContaining({ level: 'error', detail: expect.anything() })]);
  broken = false;
  now = new Date(noon.getTime() + 601_000);
  expect(await replay()).toEqual({ replayed: 1, failed: 0 });
  expect(heard).toEqual([finished, workflows, finished]);
  expect(await left()).toBe(0);
});

test('goes on until the queue is empty, whatever fails', async () => {
  const letters = Array.from({ length: 23 }, (_, index) => ({ statement: `${index}` }));
  for (const letter of letters) keep(letter);
  const { replay, heard } = setup((event) => Number((event as { statement: string }).statement) < 11);
  expect(await replay()).toEqual({ replayed: 12, failed: 11 });
  expect(heard).toHaveLength(23);
  expect(heard).toEqual(expect.arrayContaining(letters));
  expect(await left()).toBe(11);
});

test('an empty queue has nothing to replay', async () => {
  const { replay, heard } = setup();
  expect(await replay()).toEqual({ replayed: 0, failed: 0 });
  expect(heard).toEqual([]);
});

test('a letter that is no event stays and stops nothing', async () => {
  keep('hello');
  keep(finished);
  const { replay, heard, log } = setup();
  expect(await replay()).toEqual({ replayed: 1, failed: 1 });
  expect(heard).toEqual([finished]);
  expect(log).toEqual([expect.objectContaining({ level: 'error', detail: expect.anything() })]);
  expect(await left()).toBe(1);
});

test('a letter that notify could not be reached with stays and stops nothing', async () => {
  keep(finished);
  keep(workflows);
  const { replay, heard } = setup((event) => {
    if ('detail' in (event as object)) throw new Error('TooManyRequestsException');
    return false;
  });
  expect(await replay()).toEqual({ replayed: 1, failed: 1 });
  expect(heard).toEqual([finished, workflows]);
  expect(await left()).toBe(1);
});
