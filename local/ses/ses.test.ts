import { ListEmailIdentitiesCommand, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mail } from '../mailbox.ts';
import { serve, type TestServer } from '../protocol/test-server.ts';
import { createSes } from './index.ts';

let mails: Mail[];
let server: TestServer;
let client: SESv2Client;

beforeEach(async () => {
  mails = [];
  let ids = 0;
  server = await serve(createSes({ newId: () => `message-${++ids}`, deliver: (mail) => mails.push(mail) }));
  client = new SESv2Client({
    endpoint: server.endpoint,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterEach(async () => {
  client.destroy();
  await server.close();
});

const FromEmailAddress = 'Readout <reports@example.com>';
const simple = {
  Subject: { Data: 'Ihre Zahlen für März' },
  Body: { Text: { Data: 'Fertig: 12 Zeilen', Charset: 'UTF-8' }, Html: { Data: '<p>Fertig</p>' } },
};
const mail = {
  FromEmailAddress,
  Destination: { ToAddresses: ['ada@example.com'] },
  Content: { Simple: simple },
};
const send = (change: object = {}) => client.send(new SendEmailCommand({ ...mail, ...change }));

it('delivers a mail and answers its id', async () => {
  expect(await send()).toMatchObject({ MessageId: 'message-1' });
  expect(mails).toEqual([
    {
      to: 'ada@example.com',
      from: FromEmailAddress,
      subject: 'Ihre Zahlen für März',
      body: 'Fertig: 12 Zeilen',
      html: '<p>Fertig</p>',
    },
  ]);
});

it('delivers to every recipient, with the address for answers', async () => {
  const Destination = {
    ToAddresses: ['a@example.com'],
    CcAddresses: ['b@example.com'],
    BccAddresses: ['c@x'],
  };
  await send({ Destination, ReplyToAddresses: ['help@example.com'] });
  expect(mails.map(({ to }) => to)).toEqual(['a@example.com', 'b@example.com', 'c@x']);
  expect(mails[0]).toMatchObject({ replyTo: ['help@example.com'] });
});

it('delivers attachments', async () => {
  const file = { FileName: 'März.csv', RawContent: Buffer.from('ü;1'), ContentType: 'text/csv' };
  await send({
    Content: { Simple: { ...simple, Attachments: [{ ...file, ContentDisposition: 'ATTACHMENT' }] } },
  });
  expect(mails).toMatchObject([
    { files: [{ name: 'März.csv', type: 'text/csv', content: Buffer.from('ü;1') }] },
  ]);
});

it('shows the HTML where there is no text', async () => {
  await send({ Content: { Simple: { ...simple, Body: { Html: { Data: '<p>Fertig</p>' } } } } });
  expect(mails).toMatchObject([{ body: '<p>Fertig</p>' }]);
});

it.each([
  ['nobody', { Destination: {} }, 'A mail has 1 to 50 recipients.'],
  ['too many', { Destination: { ToAddresses: Array(51).fill('a@x') } }, 'A mail has 1 to 50 recipients.'],
  ['no address', { Destination: { ToAddresses: ['ada'] } }, "Missing final '@domain'"],
  ['a broken address', { Destination: { ToAddresses: ['a@x\nBcc: b@x'] } }, "Missing final '@domain'"],
  ['a sender that is no address', { FromEmailAddress: 'reports' }, "Missing final '@domain'"],
  [
    'no body',
    { Content: { Simple: { ...simple, Body: {} } } },
    'A mail has a body of text, of HTML, or both.',
  ],
])('refuses a mail to or with %s', async (_what, change, message) => {
  await expect(send(change)).rejects.toMatchObject({ name: 'BadRequestException', message });
  expect(mails).toEqual([]);
});

it.each([
  ['a template', { Content: { Template: { TemplateName: 't' } } }, 'SES SendEmail with Content.Template'],
  [
    'an inline attachment',
    {
      Content: {
        Simple: {
          ...simple,
          Attachments: [{ FileName: 'x.png', RawContent: Buffer.from('x'), ContentId: 'x' }],
        },
      },
    },
    'SES SendEmail with Content.Simple.Attachments.0.ContentId',
  ],
  ['a configuration set', { ConfigurationSetName: 'c' }, 'SES SendEmail with ConfigurationSetName'],
])('names %s, which it does not emulate', async (_what, change, message) => {
  await expect(send(change)).rejects.toMatchObject({
    name: 'NotEmulated',
    message: `not emulated: ${message}`,
  });
});

it('names an operation that it does not emulate', async () => {
  await expect(client.send(new ListEmailIdentitiesCommand({}))).rejects.toMatchObject({
    name: 'NotEmulated',
    message: 'not emulated: SES POST /v2/email/list-identities',
  });
});
