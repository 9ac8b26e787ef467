import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { serve, type TestServer } from '../protocol/test-server.ts';
import { createSqs, type Sqs } from './index.ts';

let sqs: Sqs;
let server: TestServer;
let client: SQSClient;
let now: number;
let QueueUrl: string;
let arn: string;

beforeEach(async () => {
  now = Date.parse('2026-01-01T00:00:00Z');
  let ids = 0;
  sqs = createSqs({
    clock: { now: () => new Date(now) },
    newId: () => `id-${++ids}`,
    account: '000000000000',
    region: 'eu-west-1',
    endpoint: () => server.endpoint,
  });
  server = await serve(sqs);
  client = new SQSClient({
    endpoint: server.endpoint,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const properties = { MessageRetentionPeriod: 120, SqsManagedSseEnabled: true };
  ({ url: QueueUrl, arn } = sqs.createQueue({ name: 'dead-letters', properties }));
});
afterEach(async () => {
  client.destroy();
  await server.close();
});

const send = (MessageBody: string, more: object = {}) =>
  client.send(new SendMessageCommand({ QueueUrl, MessageBody, ...more }));
const receive = async (more: object = {}) =>
  (await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...more }))).Messages ??
  [];
const bodies = async (more?: object) => (await receive(more)).map(({ Body }) => Body);

it('is found by name and described', async () => {
  expect(QueueUrl).toBe(`${server.endpoint}/000000000000/dead-letters`);
  expect(arn).toBe('arn:aws:sqs:eu-west-1:000000000000:dead-letters');
  const found = await client.send(new GetQueueUrlCommand({ QueueName: 'dead-letters' }));
  expect(found.QueueUrl).toBe(QueueUrl);
  expect((await client.send(new ListQueuesCommand({}))).QueueUrls).toEqual([QueueUrl]);
  await send('a');
  await send('b');
  await receive({ MaxNumberOfMessages: 1 });
  const described = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  expect(described.Attributes).toMatchObject({
    QueueArn: arn,
    MessageRetentionPeriod: '120',
    VisibilityTimeout: '30',
    ApproximateNumberOfMessages: '1',
    ApproximateNumberOfMessagesNotVisible: '1',
  });
});

it('hides a received message until its time is over or it is deleted', async () => {
  await send('a');
  const [first] = await receive({ VisibilityTimeout: 10, MessageSystemAttributeNames: ['All'] });
  expect(first).toMatchObject({
    Body: 'a',
    Attributes: { ApproximateReceiveCount: '1', SentTimestamp: `${now}` },
  });
  expect(await bodies()).toEqual([]);
  now += 10_000;
  const [second] = await receive({ MessageSystemAttributeNames: ['ApproximateReceiveCount'] });
  expect(second?.Attributes).toEqual({ ApproximateReceiveCount: '2' });
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: second?.ReceiptHandle }));
  now += 60_000;
  expect(await bodies()).toEqual([]);
});

it('shows a message again when its visibility is changed to nothing', async () => {
  await send('a');
  const [{ ReceiptHandle } = {}] = await receive();
  const change = () =>
    client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  await change();
  await expect(change()).rejects.toMatchObject({ name: 'MessageNotInflight' });
  expect(await bodies()).toEqual(['a']);
});

it('delays, forgets after the retention period, and purges', async () => {
  await send('late', { DelaySeconds: 5 });
  expect(await bodies()).toEqual([]);
  now += 5_000;
  expect(await bodies()).toEqual(['late']);
  now += 120_000;
  expect(await bodies()).toEqual([]);
  await send('purged');
  await client.send(new PurgeQueueCommand({ QueueUrl }));
  expect(await bodies()).toEqual([]);
});

it('answers a waiting receiver as soon as a message comes', async () => {
  const waiting = receive({ WaitTimeSeconds: 20 });
  await client.send(new ListQueuesCommand({})); // the receiver is at the queue by now
  await send('at last');
  expect((await waiting).map(({ Body }) => Body)).toEqual(['at last']);
});

it('carries attributes and their digest', async () => {
  sqs.sendMessage(arn, '{"detail":1}', {
    ERROR_CODE: { DataType: 'String', StringValue: 'NO_PERMISSIONS' },
    RULE_ARN: { DataType: 'String', StringValue: 'arn:aws:events:::rule/r' },
  });
  const [message] = await receive({ MessageAttributeNames: ['ERROR_*', 'ERROR_CODE'] });
  expect(message?.MessageAttributes).toEqual({
    ERROR_CODE: { DataType: 'String', StringValue: 'NO_PERMISSIONS' },
  });
  const bytes = { DataType: 'Binary', BinaryValue: Buffer.from([0, 255]) };
  const sent = await send('x', {
    MessageAttributes: { b: bytes, a: { DataType: 'Number', StringValue: '7' } },
  });
  // computed apart from this code, by the developer guide's procedure
  expect(sent.MD5OfMessageAttributes).toBe('052b659edaf4a9c81223d9b886317dba');
});

it('sends a batch, each entry by itself', async () => {
  const Entries = [
    { Id: '1', MessageBody: 'a' },
    { Id: '2', MessageBody: 'x'.repeat(1_048_577) },
  ];
  const { Successful, Failed } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  expect(Successful).toMatchObject([{ Id: '1' }]);
  expect(Failed).toMatchObject([{ Id: '2', Code: 'InvalidParameterValue', SenderFault: true }]);
  expect(await bodies()).toEqual(['a']);
});

it('names what is missing, made up or not emulated', async () => {
  await expect(client.send(new GetQueueUrlCommand({ QueueName: 'none' }))).rejects.toMatchObject({
    name: 'QueueDoesNotExist',
  });
  await expect(
    client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: 'made-up' })),
  ).rejects.toMatchObject({ name: 'ReceiptHandleIsInvalid' });
  expect(() => sqs.createQueue({ name: 'q', properties: { RedrivePolicy: {} } })).toThrow(
    'not emulated: AWS::SQS::Queue RedrivePolicy',
  );
});
