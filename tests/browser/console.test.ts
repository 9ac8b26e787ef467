import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Browser, Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { connectBrowser, openPage } from '../support/browser.ts';
import type { Connection } from '../support/connection.ts';
import { analyst, type Person } from '../support/person.ts';
import { aws, stack } from '../support/stack.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

describe.each([
  ['wide and light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['narrow and dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const)('the console, %s', (_look, options) => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;
  let person: Person;
  let connection: Connection;

  beforeAll(async () => {
    browser = await connectBrowser();
    visit = await openPage(browser, options);
    page = visit.page;
    person = await analyst();
    connection = await person.connect();
  });
  afterAll(async () => {
    await connection.close();
    await visit.close();
    await browser.close();
  });
  afterEach(async () => {
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    expect(visit.complaints).toEqual([]);
  });

  const run = async (report: string, inputs: object, status: string): Promise<string> => {
    const requestId = `${report} ${Math.random()}`;
    connection.send({ action: 'run', report, inputs, requestId, fresh: true });
    return (await connection.message({ requestId, status })).runId;
  };
  const state = (name: string) => page.getByRole('button', { name: new RegExp(`^${name},`) });

  it('shows an execution as soon as it begins, and opens it with the keyboard', async () => {
    await page.goto(stack.console);
    await page.getByText('Live').waitFor();
    const runId = await run('taxi/vendors', {}, 'succeeded');
    const link = page.getByRole('link', { name: runId });
    await link.waitFor();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: runId }).waitFor();
    expect(page.url()).toBe(`${stack.console}/executions/${runId}`);
  });

  it('draws the path that a run took, and shows what each state was given and gave', async () => {
    const runId = await run('taxi/daily', { month: '2015-09' }, 'succeeded');
    await page.goto(`${stack.console}/executions/${runId}`);
    await state('Notify').and(page.getByLabel('Notify, succeeded')).waitFor();
    await page.getByLabel('NotifyFailure, not entered').waitFor();
    await state('PrepareStatement').focus();
    await page.keyboard.press('Enter');
    const shown = page.getByRole('region', { name: 'State', exact: true });
    await shown.getByRole('heading', { name: 'PrepareStatement' }).waitFor();
    expect(
      await shown.getByRole('figure').filter({ hasText: 'Arguments of its task' }).textContent(),
    ).toContain('2015-09');
    expect(await shown.getByRole('figure').filter({ hasText: 'Result of its task' }).textContent()).toContain(
      ':month',
    );
  });

  it('shows in which state a run failed, and why', async () => {
    const topic = `broken ${Math.random()}`;
    const own = await person.connect({ report: 'taxi/daily', month: 'soon', topic });
    const { runId } = await own.message({ topic, status: 'failed' });
    await own.close();
    await page.goto(`${stack.console}/executions/${runId}`);
    await page.getByLabel('PrepareStatement, caught').click();
    await page.getByRole('figure').filter({ hasText: 'InvalidInput' }).first().waitFor();
    await page.getByLabel('Failed, failed').waitFor();
  });

  it('opens the execution that an address of the AWS console names', async () => {
    const runId = await run('taxi/vendors', {}, 'succeeded');
    const arn = `arn:aws:states:us-east-1:000000000000:express:readout-run-report:${runId}:1`;
    await page.goto(`${stack.console}/states/home?region=us-east-1#/express-executions/details/${arn}`);
    await page.getByRole('heading', { name: runId }).waitFor();
    await page.getByLabel('Notify, succeeded').waitFor();
  });

  it('leads from a run to its statement, with its values, and to its logs', async () => {
    const runId = await run('taxi/daily', { month: '2015-08' }, 'succeeded');
    await page.goto(`${stack.console}/executions/${runId}`);
    await page.getByRole('main').getByRole('link', { name: 'statements' }).click();
    await page.getByRole('row').filter({ hasText: ':month' }).getByText('2015-08').waitFor();
    await page.goBack();
    await page.getByRole('main').getByRole('link', { name: 'logs' }).click();
    const lines = page.getByRole('region', { name: 'Lines' }).getByRole('listitem');
    await lines.first().waitFor();
    for (const line of await lines.allInnerTexts()) expect(line).toContain(runId);
    await page.getByLabel('Function').selectOption('readout-RunReport');
    await page.getByRole('heading', { name: /^Logs \d$/ }).waitFor();
    for (const line of await lines.allInnerTexts()) expect(line).toContain('A run was started.');
  });

  it('shows events, and mail as the text it is', async () => {
    await run('taxi/vendors', {}, 'succeeded');
    await page.goto(`${stack.console}/events?text=StatementFinished`);
    await page.getByText('Redshift Data Statement Status Change').first().click();
    await page.getByRole('figure').filter({ hasText: '"FINISHED"' }).first().waitFor();
    expect(await faults(page)).toEqual([]);
    const ses = new SESv2Client(aws);
    const text = `<b>x</b> see http://localhost:1/runs/1. ${Math.random()}`;
    const file = { FileName: 'rows <1>.csv', RawContent: Buffer.from('n\r\n1\r\n') };
    const message = { Subject: { Data: '<i>Done</i>' }, Body: { Text: { Data: text } }, Attachments: [file] };
    await page.goto(`${stack.console}/mail`);
    await ses.send(
      new SendEmailCommand({
        FromEmailAddress: 'readout@example.com',
        Destination: { ToAddresses: ['ada@example.com'] },
        Content: { Simple: message },
      }),
    );
    ses.destroy();
    await page.getByText(text.slice(-12)).waitFor();
    await page.getByRole('heading', { name: '<i>Done</i>' }).first().waitFor();
    await page.getByRole('link', { name: 'http://localhost:1/runs/1', exact: true }).first().waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'rows <1>.csv' }).first().click();
    expect(String(await buffer(await (await saving).createReadStream()))).toBe('n\r\n1\r\n');
  });
});

it('is for this machine only', async () => {
  const { port } = new URL(stack.aws);
  const path = '/console/api/mail';
  const status = await new Promise((resolve) =>
    get({ host: '127.0.0.1', port, path, headers: { host: 'evil.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }),
  );
  expect(status).toBe(403);
});
