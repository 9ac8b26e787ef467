import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { launchBrowser } from './launch-browser.mjs';

// `npm run screenshots -- <page> <folder>`: takes the pictures of the docs from a running local stack.

const [origin = 'http://localhost:3000', folder = 'docs/images'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const server = await launchBrowser();
const browser = await chromium.connect(server.wsEndpoint());

const take = async (name, width, colorScheme) => {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 844 : 900 },
    colorScheme,
  });
  const page = await context.newPage();
  const shoot = (view) => page.screenshot({ path: `${folder}/${view}-${name}.png` });
  await page.goto(origin);
  await page.getByLabel('Email').waitFor();
  await shoot('sign-in');
  await page.getByLabel('Email').fill('analyst@example.com');
  await page.getByLabel('Password', { exact: true }).fill('Readout-1');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Connection: open').first().waitFor();
  await page.getByText('Yellow taxi, day by day').first().waitFor();
  await shoot('reports');
  await page.goto(`${origin}/reports/flights/busiest-routes?airport=ORD`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page
    .getByText(/^(All|Showing) .*rows/)
    .first()
    .waitFor();
  await page.waitForTimeout(500);
  await shoot('report');
  await page.goto(`${origin}/side-by-side?left=taxi/daily&right=flights/delays-by-hour`);
  const runs = page.getByRole('button', { name: 'Run', exact: true });
  await runs.nth(1).waitFor();
  for (const run of await runs.all()) await run.click();
  await page
    .getByText(/^(All|Showing) .*rows/)
    .nth(1)
    .waitFor();
  await page.waitForTimeout(500);
  await shoot('side-by-side');
  await context.close();
};

await take('wide-light', 1440, 'light');
await take('wide-dark', 1440, 'dark');
await take('narrow-light', 390, 'light');
await take('narrow-dark', 390, 'dark');
await browser.close();
await server.close();
