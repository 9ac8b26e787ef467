import { readFileSync } from 'node:fs';
import {
  CreateTopicCommand,
  ListSubscriptionsByTopicCommand,
  ListTopicsCommand,
  PublishCommand,
  type PublishCommandInput,
  SNSClient,
} from '@aws-sdk/client-sns';
import type { Mail } from '../mailbox.ts';
import { serve, type TestServer } from '../protocol/test-server.ts';
import { createSns, operationsOf, type Sns } from './index.ts';
import { Topics } from './topics.ts';

const at = '2026-01-02T03:04:05.678Z';
const functionArn = 'arn:aws:lambda:eu-west-1:000000000000:function:hear';
const queueArn = 'arn:aws:sqs:eu-west-1:000000000000:letters';

let sns: Sns;
let server: TestServer;
let client: SNSClient;
let mails: Mail[];
let invoked: unknown[];
let sent: { queueArn: string; body: unknown }[];
let TopicArn: string;

const couriers = {
  deliver: (mail: Mail) => void mails.push(mail),
  invokeLambda: async (arn: string, event: object) => void invoked.push({ arn, event }),
  sendMessage: (arn: string, body: string) => void sent.push({ queueArn: arn, body: JSON.parse(body) }),
};
const place = { account: '000000000000', region: 'eu-west-1', clock: { now: () => new Date(at) } };

beforeEach(async () => {
  [mails, invoked, sent] = [[], [], []];
  let ids = 0;
  sns = createSns({ ...place, ...couriers, newId: () => `id-${++ids}` });
  server = await serve(sns);
  client = new SNSClient({
    endpoint: server.endpoint,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  TopicArn = sns.createTopic({ name: 'ended' }).arn;
});
afterEach(async () => {
  client.destroy();
  await server.close();
});

const publish = (change: Partial<PublishCommandInput> = {}) =>
  client.send(new PublishCommand({ TopicArn, Message: 'March & April <done>', ...change }));

it('publishes to the mailboxes of a topic', async () => {
  sns.subscribe(TopicArn, { protocol: 'email', endpoint: 'ada@example.com' });
  sns.subscribe(TopicArn, { protocol: 'email', endpoint: 'ben@example.com' });
  expect(await publish({ Subject: 'Sales loaded' })).toMatchObject({ MessageId: 'id-3' });
  const mail = { subject: 'Sales loaded', body: 'March & April <done>', from: expect.any(String) };
  expect(mails).toEqual([
    { ...mail, to: 'ada@example.com' },
    { ...mail, to: 'ben@example.com' },
  ]);
});

it('gives a function and a queue the message with its attributes', async () => {
  const { arn } = sns.subscribe(TopicArn, { protocol: 'lambda', endpoint: functionArn });
  sns.subscribe(TopicArn, { protocol: 'sqs', endpoint: queueArn });
  const MessageAttributes = { pipeline: { DataType: 'String', StringValue: 'sales' } };
  await publish({ Subject: 'Sales loaded', MessageAttributes });
  const attributes = { pipeline: { Type: 'String', Value: 'sales' } };
  const common = { MessageId: 'id-3', TopicArn, Subject: 'Sales loaded', Timestamp: at };
  const Sns = { ...common, Message: 'March & April <done>', MessageAttributes: attributes };
  expect(invoked).toMatchObject([
    { arn: functionArn, event: { Records: [{ EventSource: 'aws:sns', EventSubscriptionArn: arn, Sns }] } },
  ]);
  expect(sent).toMatchObject([{ queueArn, body: { Type: 'Notification', ...Sns } }]);
});

it('has a text for each protocol, where the message is in JSON', async () => {
  sns.subscribe(TopicArn, { protocol: 'email', endpoint: 'ada@example.com' });
  sns.subscribe(TopicArn, { protocol: 'sqs', endpoint: queueArn });
  const Message = JSON.stringify({ default: 'for all', email: 'for people' });
  await publish({ Message, MessageStructure: 'json' });
  expect([mails[0]?.body, sent[0]?.body]).toMatchObject(['for people', { Message: 'for all' }]);
});

it('lists the topics of the template and who hears of them', async () => {
  sns.subscribe(TopicArn, { protocol: 'email', endpoint: 'ada@example.com' });
  expect(await client.send(new ListTopicsCommand({}))).toMatchObject({ Topics: [{ TopicArn }] });
  expect(await client.send(new ListSubscriptionsByTopicCommand({ TopicArn }))).toMatchObject({
    Subscriptions: [{ TopicArn, Protocol: 'email', Endpoint: 'ada@example.com' }],
  });
});

it.each<[string, Partial<PublishCommandInput>, object]>([
  ['a topic that does not exist', { TopicArn: 'arn:no' }, { name: 'NotFoundException' }],
  ['no message', { Message: '' }, { name: 'InvalidParameterException' }],
  ['a subject of two lines', { Subject: 'a\nb' }, { name: 'InvalidParameterException' }],
  [
    'a text for no protocol',
    { Message: '{}', MessageStructure: 'json' },
    { name: 'InvalidParameterException' },
  ],
  [
    'a group of messages',
    { MessageGroupId: 'g' },
    { message: 'not emulated: SNS Publish with MessageGroupId' },
  ],
])('refuses %s', async (_what, change, error) => {
  await expect(publish(change)).rejects.toMatchObject(error);
  expect(mails).toEqual([]);
});

it('names an operation that it does not emulate', async () => {
  await expect(client.send(new CreateTopicCommand({ Name: 't' }))).rejects.toMatchObject({
    message: 'not emulated: SNS CreateTopic',
  });
});

it('docs/local/storage.md lists what is answered and nothing else', () => {
  const section = readFileSync('docs/local/storage.md', 'utf8').split('\n## Amazon SNS\n')[1] ?? '';
  const [, list = ''] = /\nOperations: (.*?)\n\n/s.exec(section) ?? [];
  const operations = operationsOf(new Topics(), { ...place, ...couriers, newId: () => 'id' });
  expect(list.match(/\w+/g)).toEqual(Object.keys(operations));
});
