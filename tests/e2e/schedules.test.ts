import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '@readout/runtime/contracts.ts';
import type { StackDescription } from '../../local/stack.ts';
import { copiedProject } from '../support/copied-project.ts';
import { type Person, signedIn } from '../support/person.ts';
import { startStack } from '../support/start-stack.cjs';

jest.setTimeout(120_000);

interface Mail {
  to: string;
  subject: string;
  body: string;
  attachments?: { name: string; path: string }[];
}

const rows = "select 'analyst@example.com' as who, 1 as trips union all select 'engineer@example.com', 2";

/** Reports for what a mail may carry, beside those that ship. */
const REPORTS: Record<string, string> = {
  own: `/*---
title: Own
access: [analysts]
---*/
select who, trips from (${rows}) as everybody where who = :caller_email;`,
  cut: `/*---
title: Cut
access: [analysts]
max-rows: 1
---*/
${rows};`,
  large: `/*---
title: Large
access: [analysts]
---*/
select x as line, repeat('x', 1000) as text from generate_series(1, 400) as t(x);`,
};

let project: string;
let running: StackDescription & { stateDir: string };
let stop: () => Promise<number | null>;
let owner: Person;
beforeAll(async () => {
  project = copiedProject();
  mkdirSync(join(project, 'sql/reports/mail'));
  for (const [name, text] of Object.entries(REPORTS))
    writeFileSync(join(project, 'sql/reports/mail', `${name}.sql`), text);
  const stateDir = join(project, 'state');
  const options = ['--state', stateDir, '--parameter', 'MailFrom=readout@example.com'];
  const started = await startStack(options, project);
  running = { ...(started.description as StackDescription), stateDir };
  stop = started.stop;
  owner = await signedIn(running.user.email, running.user.password, running);
});
afterAll(async () => {
  await stop();
  rmSync(project, { recursive: true, force: true });
});

/** Asks until there is what is looked for. */
const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((again) => setTimeout(again, 200));
  }
};

const mailsWith = async (title: string): Promise<Mail[]> => {
  const { mails } = (await (await fetch(`${running.aws}/mailbox`)).json()) as { mails: Mail[] };
  return mails.filter(({ subject }) => subject.startsWith(title));
};

/** Waits until so many people have a mail. One may come twice: mail is sent at least once. */
const mailsTo = (count: number, title: string): Promise<Mail[]> =>
  until(async () => {
    const found = await mailsWith(title);
    const firsts = found.filter(({ to }, at) => found.findIndex((one) => one.to === to) === at);
    return firsts.length >= count ? firsts : undefined;
  });

/** Schedules a report for a moment that comes soon, though not before a busy machine has kept the schedule. */
const schedule = (title: string, change: object) => {
  const soon = new Date(Date.now() + 8000).toISOString().slice(0, 19);
  const order = { report: 'taxi/payments', inputs: { month: '2015-12' }, title, timeZone: 'UTC' };
  return owner.rest('POST', '/schedules', { ...order, expression: `at(${soon})`, ...change });
};

it('runs for each person of a group as that person, and tells them by mail where their rows are', async () => {
  const { status, body } = await schedule('For all', { groups: ['analysts'], condition: 'rows > 0' });
  expect(status).toBe(201);
  const mails = await mailsTo(3, 'For all');
  expect(mails.map(({ to }) => to).sort()).toEqual([
    'analyst@example.com',
    'engineer@example.com',
    'operator@example.com',
  ]);
  const mine = mails.find(({ to }) => to === owner.email);
  expect(mine?.subject).toBe('For all: rows > 0');
  const link = new URL(/http\S+$/.exec(mine?.body ?? '')?.[0] ?? '');
  const { body: run } = await owner.rest('GET', link.pathname);
  expect(run).toMatchObject({ report: 'taxi/payments', status: 'succeeded', inputs: { month: '2015-12' } });
  expect((await owner.rest('GET', `${link.pathname}/result`)).body.totalRows).toBe(run.rows);
  const theirs = mails.find(({ to }) => to === 'engineer@example.com');
  const other = new URL(/http\S+$/.exec(theirs?.body ?? '')?.[0] ?? '');
  expect((await owner.rest('GET', other.pathname)).status).toBe(404);
  expect((await owner.rest('GET', `/schedules/${body.id}`)).body).toEqual(body);
});

const fileOf = async ({ attachments = [] }: Mail): Promise<{ name: string; text: string } | undefined> => {
  const [attachment] = attachments;
  if (!attachment) return undefined;
  const answer = await fetch(`${running.aws}${attachment.path}`);
  return { name: attachment.name, text: await answer.text() };
};

it('attaches to the mail of each person the rows that are theirs', async () => {
  const people = [owner.email, 'engineer@example.com'];
  await schedule('Own', { report: 'mail/own', inputs: {}, people });
  const mails = await mailsTo(2, 'Own');
  for (const [person, trips] of [
    [owner.email, 1],
    ['engineer@example.com', 2],
  ]) {
    const mail = mails.find(({ to }) => to === person);
    expect(mail?.body).toMatch('are attached');
    expect(mail && (await fileOf(mail))).toEqual({
      name: 'own.csv',
      text: `who,trips\r\n${person},${trips}\r\n`,
    });
  }
});

it.each([
  ['cut', 'of 2 rows, the first 1 can be read'],
  ['large', 'it would be larger than 256 KB'],
])('only links to a result that is %s, and says so', async (report, why) => {
  await schedule(`Without ${report}`, { report: `mail/${report}`, inputs: {}, people: [owner.email] });
  const [mail] = await mailsTo(1, `Without ${report}`);
  expect(mail).not.toHaveProperty('attachments');
  expect(mail?.body).toMatch(`No file is attached: ${why}`);
});

it('gives nothing to who may not see the report, and tells the owner', async () => {
  await schedule('For a guest', { people: ['guest@example.com'] });
  const [mail] = await mailsTo(1, 'For a guest');
  expect(mail).toMatchObject({
    to: owner.email,
    subject: 'For a guest did not reach everybody',
    body: expect.stringContaining('guest@example.com gets nothing'),
  });
});

it('is an alert: who has a result for which its condition does not hold gets no mail', async () => {
  const before = await owner.rest('GET', '/runs');
  await schedule('Alert', { people: [owner.email], condition: 'rows > 1000000' });
  await until(async () => {
    const { body } = await owner.rest('GET', `/runs?since=${before.body.cursor}`);
    return body.runs.find(({ status }: Run) => status === 'succeeded');
  });
  await schedule('Told', { people: [owner.email] });
  await mailsTo(1, 'Told');
  expect(await mailsWith('Alert')).toEqual([]);
});

it('is gone once it is deleted, and is nobody else’s to see', async () => {
  const { body } = await schedule('Never', { people: [owner.email], expression: 'cron(0 6 * * ? *)' });
  const other = await signedIn('engineer@example.com', running.user.password, running);
  expect((await other.rest('GET', `/schedules/${body.id}`)).status).toBe(404);
  expect((await other.rest('DELETE', `/schedules/${body.id}`)).status).toBe(404);
  expect((await owner.rest('DELETE', `/schedules/${body.id}`)).status).toBe(200);
  expect((await owner.rest('GET', `/schedules/${body.id}`)).status).toBe(404);
});
