import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { copiedProject } from '../support/copied-project.ts';
import { startStack } from '../support/start-stack.cjs';

jest.setTimeout(180_000); // each wait has a limit of its own, of 30 s

const files: Record<string, string> = {
  'pipeline.yaml': `title: Division by hand
description: Divides, in two steps.
access: everyone
parameters:
  - { name: divisor, label: Divisor, type: integer, required: true, default: 0, min: 0, max: 9 }
writes: [flights]
`,
  '10_one.sql': 'select 1;',
  '10_two.sql': 'select 2;',
  '20_divide.sql': 'select 10 / cast(:divisor as integer);',
};

/** A stack over a copy of the project with a pipeline more, which nobody else starts. */
describe('a pipeline', () => {
  const project = copiedProject();
  let running: Awaited<ReturnType<typeof startStack>>;
  let browser: Browser;
  let page: Page;
  let visit: Awaited<ReturnType<typeof openPage>>;

  beforeAll(async () => {
    const folder = join(project, 'sql/pipelines/division');
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    running = await startStack(['--state', join(project, 'state')], project);
    browser = await connectBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await running.stop();
    rmSync(project, { recursive: true });
  });
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  const open = async (path: string, options: Parameters<typeof openPage>[1] = {}) => {
    visit = await openPage(browser, options);
    page = visit.page;
    const { page: origin, users } = running.description;
    await signIn(page, origin, users[0]?.email ?? '', users[0]?.password ?? '');
    await page.getByText('Connection: open').first().waitFor();
    await page.goto(origin + path);
    await page.getByText('Connection: open').first().waitFor();
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  it('is found, started from its form, and seen to fail in the step that did', async () => {
    await open('/pipelines');
    await page.getByRole('link', { name: 'Division by hand' }).click();
    await page.getByText('It has not run yet').waitFor();
    await page.getByRole('textbox', { name: 'Divisor' }).fill('10');
    await page.getByText(/^The most is 9/).waitFor();
    await page.getByRole('textbox', { name: 'Divisor' }).fill('0');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^Failed in .* · 2 of 3 scripts done$/).waitFor();
    const failed = page.locator('.step-script', { hasText: '20_divide' });
    expect(await failed.textContent()).toMatch(/Failed.*Divide by zero.*20_divide\.sql:1:1/s);
    expect(await page.locator('.step-succeeded').count()).toBe(2);
    expect(await faults(page)).toEqual([]);
  });

  it('runs again from the step that failed, and has an address of its own', async () => {
    await open('/pipelines/division');
    await button('Run again from the failed step').click();
    await page.getByText(/^Failed in .* · 0 of 3 scripts done$/).waitFor();
    expect(await page.locator('.step-skipped').count()).toBe(2);
    await page.locator('a[href^="/pipeline-runs/"]').first().click();
    await page.getByRole('heading', { name: 'Division by hand', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'an earlier run' }).waitFor();
    await page.getByText(/^divisor: 0$/).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('is there, changes and goes with its files, which nobody has to reload', async () => {
    await open('/pipelines');
    await page.getByRole('link', { name: 'Division by hand' }).waitFor();
    const folder = join(project, 'sql/pipelines/tales');
    const save = (title: string) =>
      writeFileSync(join(folder, 'pipeline.yaml'), `title: ${title}\naccess: everyone\n`);
    mkdirSync(folder);
    writeFileSync(join(folder, '10_tell.sql'), 'select 1;');
    save('Tales');
    await page.getByRole('link', { name: 'Tales', exact: true }).click();
    await page.getByRole('heading', { name: 'Tales', level: 1 }).waitFor();
    save('Tall tales');
    await page.getByRole('heading', { name: 'Tall tales', level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Tall tales' }).waitFor();
    rmSync(folder, { recursive: true });
    await page.getByRole('link', { name: 'Tall tales' }).waitFor({ state: 'detached' });
  });

  it('is drawn in the console with what its Map states hold, the ways that each script took in colour', async () => {
    await open('/pipelines/division');
    const runId = await page.locator('a[href^="/pipeline-runs/"]').first().getAttribute('href');
    await page.goto(`${running.description.console}/executions/${runId?.split('/').at(-1)}`);
    for (const said of [
      /^RunSteps Map, caught/,
      /^RunScripts Map, succeeded/,
      /^RunScript, caught/,
      /^ScriptEnded, succeeded/,
      /^StepFailed, failed/,
      /^Failed, failed/,
    ])
      await page.getByRole('button', { name: said }).waitFor();
    expect(await page.locator('.way.taken').count()).toBeGreaterThan(4);
    await page.getByRole('button', { name: /^RunScript, / }).click();
    const shown = page.getByRole('region', { name: 'State', exact: true });
    await shown.getByRole('figure').filter({ hasText: '20_divide' }).first().waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('says on a result that is open that newer data was loaded, and reads it', async () => {
    await open('/reports/flights/delays-by-hour');
    await button('Run').click();
    await page.getByText(/^All \d+ rows$/).waitFor();
    expect(await page.getByText(/^Newer data was loaded/).count()).toBe(0);
    const elsewhere = await openPage(browser);
    await signIn(
      elsewhere.page,
      running.description.page,
      running.description.user.email,
      running.description.user.password,
    );
    await elsewhere.page.getByText('Connection: open').first().waitFor();
    await elsewhere.page.goto(`${running.description.page}/pipelines/division?divisor=2`);
    await elsewhere.page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText(/^Newer data was loaded/).waitFor();
    await elsewhere.close();
    await button('Run again, fresh').click();
    await page.getByText(/^Newer data was loaded/).waitFor({ state: 'detached' });
  });

  it('runs the tiles of an open dashboard again when what they read was loaded', async () => {
    await open('/dashboards/flights/overview?run=1');
    const done = () => page.getByText('8 tiles done', { exact: true }).first().waitFor();
    await done();
    const asked = new Map<string, boolean[]>();
    const { page: origin, users } = running.description;
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        const { action, topic, fresh = false } = JSON.parse(String(payload));
        if (action === 'run') asked.set(topic, [...(asked.get(topic) ?? []), fresh]);
      }),
    );
    await page.reload();
    await page.getByText('Connection: open').first().waitFor();
    expect(asked.size).toBe(0);
    await button('Run').click();
    await done();
    asked.clear();
    const elsewhere = await openPage(browser);
    await signIn(elsewhere.page, origin, users[1]?.email ?? '', users[1]?.password ?? '');
    await elsewhere.page.getByText('Connection: open').first().waitFor();
    await elsewhere.page.goto(`${origin}/pipelines/division?divisor=4`);
    await elsewhere.page.getByRole('button', { name: 'Start', exact: true }).click();
    // Eight tiles of four questions: what is kept is of before the load, so one of each asks Redshift itself.
    await until(() => asked.size === 8 && [...asked.values()].flat().filter(Boolean).length === 4);
    await done();
    expect([...asked.values()].flat().filter(Boolean)).toHaveLength(4);
    await elsewhere.close();
  });

  it.each([
    ['wide and light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
    ['narrow and dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ] as const)(
    'is told of while it runs, in what another started, and keeps nobody out, %s',
    async (_look, options) => {
      await open('/pipelines/division', options);
      const elsewhere = await openPage(browser);
      const { page: origin, users } = running.description;
      await signIn(elsewhere.page, origin, users[1]?.email ?? '', users[1]?.password ?? '');
      await elsewhere.page.getByText('Connection: open').first().waitFor();
      await elsewhere.page.goto(`${origin}/pipelines/division?divisor=5`);
      await elsewhere.page.getByRole('button', { name: 'Start', exact: true }).click();
      await page
        .getByText(/^Done in .* · 3 of 3 scripts done$/)
        .first()
        .waitFor();
      await page.getByText(`${users[1]?.email} · divisor: 5`).first().waitFor();
      expect(await faults(page)).toEqual([]);
      const beyond = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(beyond).toBeLessThanOrEqual(0);
      await elsewhere.close();
    },
  );
});

const until = async (met: () => boolean): Promise<void> => {
  for (let tries = 0; !met(); tries += 1) {
    if (tries === 300) throw new Error('it did not come about in 30 s');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
