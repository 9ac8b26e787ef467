import type { Browser, Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { stack } from '../support/stack.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

const engineer = stack.users.find(({ groups }) => groups.includes('engineers'));

describe.each([
  ['wide and light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['narrow and dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const)('a preview, %s', (_look, options) => {
  let browser: Browser;
  let page: Page;
  let visit: Awaited<ReturnType<typeof openPage>>;

  beforeAll(async () => {
    browser = await connectBrowser();
    visit = await openPage(browser, options);
    page = visit.page;
    await signIn(page, stack.page, engineer?.email ?? '', engineer?.password ?? '');
    await page.getByText('Connection: open').first().waitFor();
  });
  afterAll(async () => {
    await visit.close();
    await browser.close();
  });

  const sql = () => page.getByRole('dialog').getByLabel('SQL', { exact: true });
  const preview = async (report: string) => {
    await page.goto(`${stack.page}/reports/${report}`);
    await page.getByRole('button', { name: 'Preview SQL' }).click();
  };

  it('shows what would be sent, what is bound and what has vanished, and runs nothing', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await preview('taxi/daily?month=2015-11&vendor=1&vendor=2');
    await sql().waitFor();
    expect(await sql().textContent()).toContain(':vendor__1, :vendor__2');
    const bound = (name: string) =>
      page.getByRole('row').filter({ hasText: name }).getByRole('cell').allTextContents();
    expect(await bound(':month')).toEqual(['2015-11', 'Inputs']);
    expect(await bound(':vendor__2')).toEqual(['2', 'Inputs']);
    expect(asked.some((one) => one.endsWith('/runs'))).toBe(false);
    expect(await faults(page)).toEqual([]);

    await preview('taxi/daily?month=2015-11&vendor=');
    await sql().waitFor();
    expect(await sql().locator('del').textContent()).toContain('vendorid in (:vendor)');
    expect(await faults(page)).toEqual([]);
  });

  it('is copied without what has vanished', async () => {
    await page.evaluate('navigator.clipboard.writeText = async (text) => { window.copied = text; }');
    await page.getByRole('button', { name: 'Copy SQL' }).click();
    await page.getByText('The SQL is copied').waitFor();
    const copied = await page.evaluate<string>('window.copied');
    expect(copied).toContain(':month');
    expect(copied).not.toContain('vendor');
  });

  it('of inputs that are wrong says which', async () => {
    await preview('taxi/daily?month=soon');
    await page.getByRole('dialog').getByText('An input needs another look').waitFor();
    await page.getByRole('button', { name: 'Close the preview' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

it('is not offered to who is no engineer', async () => {
  const browser = await connectBrowser();
  const { page, close } = await openPage(browser);
  await signIn(page, stack.page, stack.user.email, stack.user.password);
  await page.getByText('Connection: open').first().waitFor();
  await page.goto(`${stack.page}/reports/taxi/daily`);
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Preview SQL' }).count()).toBe(0);
  await close();
  await browser.close();
});
