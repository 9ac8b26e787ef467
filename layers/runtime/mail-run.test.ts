import { SESv2Client } from '@aws-sdk/client-sesv2';
import type { Mail } from '../../local/mailbox.ts';
import { serve, type TestServer } from '../../local/protocol/test-server.ts';
import { createSes } from '../../local/ses/index.ts';
import { runMailer } from './mail-run.ts';
import type { RunRecord } from './run-record.ts';
import { ada, exampleRun, keepingLog, runId } from './testing/examples.ts';

let server: TestServer;
let mails: Mail[];
let log: ReturnType<typeof keepingLog>;
beforeEach(async () => {
  mails = [];
  log = keepingLog();
  server = await serve(createSes({ newId: () => 'id', deliver: (mail) => mails.push(mail) }));
});
afterEach(() => server.close());

const file = { name: 'daily.csv', type: 'text/csv', content: Buffer.from('n\r\n1\r\n') };
const offerRows = async () => ({ sentence: 'They are attached:', file });

const mail = (change: Partial<RunRecord>): Promise<void> => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new SESv2Client({ endpoint: server.endpoint, region: 'us-east-1', credentials });
  const pageOrigin = 'https://readout.example.com';
  const send = runMailer({ mail: client, from: 'readout@example.com', pageOrigin, offerRows, log });
  return send(exampleRun({ title: 'Yellow taxi', ...change }));
};

test('a mail says how the run ended and where it is', async () => {
  await mail({ status: 'succeeded' });
  expect(mails).toEqual([
    {
      to: ada.email,
      from: 'readout@example.com',
      subject: 'Yellow taxi is done',
      body: `Yellow taxi is done.\n\nhttps://readout.example.com/runs/${runId}`,
    },
  ]);
});

test.each([
  ['failed', 'Yellow taxi has failed'],
  ['cancelled', 'Yellow taxi was cancelled'],
] as const)('of a run that %s it says that it did', async (status, subject) => {
  await mail({ status });
  expect(mails).toEqual([expect.objectContaining({ subject })]);
});

test('who stopped a run is named', async () => {
  await mail({ status: 'cancelled', stoppedBy: 'operator@example.com' });
  expect(mails).toEqual([
    expect.objectContaining({ subject: 'Yellow taxi was stopped by operator@example.com' }),
  ]);
});

test('it holds nothing that was typed and nothing of a row', async () => {
  const error = { name: 'QueryFailed', message: 'Invalid digit, Value "secret"' } as const;
  await mail({ status: 'failed', inputs: { name: 'secret' }, topic: 'secret', rows: 17, error });
  expect(mails).toHaveLength(1);
  expect(JSON.stringify(mails)).not.toMatch(/secret|17/);
});

test('a scheduled run leads to the rows, has them attached, and says nothing where its condition does not hold', async () => {
  const schedule = { id: 's', title: 'Taxi', condition: 'rows > 1', ownerEmail: 'bob@example.com' };
  await mail({ status: 'succeeded', rows: 2, schedule });
  await mail({ status: 'succeeded', rows: 1, schedule });
  expect(mails).toMatchObject([
    {
      subject: 'Taxi: rows > 1',
      body: `Taxi: rows > 1\n\nScheduled by bob@example.com. They are attached:\n\nhttps://readout.example.com/runs/${runId}`,
      files: [file],
    },
  ]);
});

test('a line break in a title begins no header', async () => {
  await mail({ status: 'succeeded', title: 'Taxi\r\nBcc: eve@example.com\n\nwith this' });
  expect(mails[0]?.subject).toBe('Taxi Bcc: eve@example.com with this is done');
});

test('a title of any length leaves a subject that can be sent', async () => {
  await mail({ status: 'succeeded', title: 'x'.repeat(5000) });
  expect(mails[0]?.subject).toBe(`${'x'.repeat(200)} is done`);
});

test('without a sender nothing is sent', async () => {
  const send = runMailer({
    mail: new SESv2Client({ endpoint: 'http://127.0.0.1:1', region: 'us-east-1' }),
    from: undefined,
    pageOrigin: '',
    offerRows,
    log,
  });
  await send(exampleRun({ status: 'succeeded' }));
  expect([mails, log.entries]).toEqual([[], []]);
});

test('an address that SES refuses keeps nothing up, and is in the log', async () => {
  await mail({ status: 'succeeded', ownerEmail: '' });
  expect(mails).toEqual([]);
  expect(log.entries).toEqual([
    expect.objectContaining({ level: 'error', message: expect.stringContaining(runId) }),
  ]);
});
