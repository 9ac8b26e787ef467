import { request } from 'node:http';
import { createMailbox } from './mailbox.ts';
import { serve, type TestServer } from './protocol/test-server.ts';

const at = new Date('2026-01-05T08:00:00.000Z');
const file = { name: 'März <b>.csv', type: 'text/html', content: Buffer.from('<script>') };
const mail = { to: 'ada@example.com', subject: 'Rows', body: 'Here.' };

let server: TestServer;
let mailbox: ReturnType<typeof createMailbox>;
beforeEach(async () => {
  mailbox = createMailbox({ clock: { now: () => at }, announce: () => undefined });
  server = await serve(mailbox);
});
afterEach(() => server.close());

const get = (path: string, headers = {}) => fetch(`${server.endpoint}${path}`, { headers });

it('shows what was delivered, the latest first', async () => {
  mailbox.deliver(mail);
  mailbox.deliver({ ...mail, subject: 'More' });
  expect(await (await get('/mailbox')).json()).toEqual({
    mails: [
      { ...mail, subject: 'More', at: at.toISOString() },
      { ...mail, at: at.toISOString() },
    ],
  });
});

it('names an attachment and gives it out to be saved, whatever it says it is', async () => {
  mailbox.deliver({ ...mail, files: [file] });
  const [attachment] = mailbox.mails()[0]?.attachments ?? [];
  expect(attachment).toEqual({ name: file.name, type: 'text/html', bytes: 8, path: '/mailbox/1/1' });
  const answer = await get('/mailbox/1/1');
  expect(await answer.text()).toBe('<script>');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': "attachment; filename*=UTF-8''M%C3%A4rz%20%3Cb%3E.csv",
    'content-security-policy': "default-src 'none'; sandbox",
  });
  const page = await (await get('/mailbox', { accept: 'text/html' })).text();
  expect(page).toContain('<a href="/mailbox/1/1">März &#60;b&#62;.csv</a>');
});

it('is for this machine only', async () => {
  mailbox.deliver({ ...mail, files: [file] });
  const { port } = new URL(server.endpoint);
  const status = await new Promise((resolve) =>
    request(
      { host: '127.0.0.1', port, path: '/mailbox/1/1', headers: { host: 'evil.example' } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    ).end(),
  );
  expect(status).toBe(403);
});

it('forgets attachments with their mail', async () => {
  mailbox.deliver({ ...mail, files: [file] });
  for (let more = 0; more < 200; more++) mailbox.deliver(mail);
  expect(mailbox.mails()).toHaveLength(200);
  expect((await get('/mailbox/1/1')).status).toBe(404);
});
