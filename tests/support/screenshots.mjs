import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { launchBrowser } from './launch-browser.mjs';

// `node tests/support/screenshots.mjs <page> <folder>`: takes the pictures of the docs from a running local stack.

const [origin = 'http://localhost:3000', folder = 'docs/images'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const server = await launchBrowser();
const browser = await chromium.connect(server.wsEndpoint());

const signIn = async (page) => {
  await page.getByLabel('Email').fill('analyst@example.com');
  await page.getByLabel('Password', { exact: true }).fill('Readout-1');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Connection: open').first().waitFor();
};

/** Presses every Run of the page and waits for every answer. */
const run = async (page, runs) => {
  const buttons = page.getByRole('button', { name: 'Run', exact: true });
  await buttons.nth(runs - 1).waitFor();
  for (const button of await buttons.all()) await button.click();
  for (let nth = 0; nth < runs; nth += 1) await page.getByRole('grid').nth(nth).waitFor();
};

/** Each view's picture shows what the view is for; on a narrow screen that may lie further down. */
const take = async (name, viewport, colorScheme, upTo) => {
  const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true }); // for the style tag below
  const page = await context.newPage();
  const shoot = async (view) => {
    await page.addStyleTag({ content: 'html { scrollbar-width: none }' });
    await page.mouse.move(0, 0);
    await page.evaluate('document.activeElement?.blur()');
    await page.evaluate('document.fonts.ready');
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${folder}/${view}-${name}.png` });
  };
  await page.goto(origin);
  await page.getByLabel('Email').waitFor();
  await shoot('sign-in');
  await signIn(page);
  await page.getByText('Yellow taxi, day by day').first().waitFor();
  await shoot('reports');
  await page.goto(`${origin}/reports/flights/busiest-routes?airport=ORD`);
  await run(page, 1);
  await upTo(page);
  await shoot('report');
  await page.goto(`${origin}/side-by-side?left=taxi/daily&right=flights/delays-by-hour`);
  await run(page, 2);
  await upTo(page);
  await shoot('side-by-side');
  await context.close();
};

const theTop = (page) => page.evaluate('window.scrollTo(0, 0)');
const theFirstRun = (page) =>
  page.evaluate(
    "document.querySelector('[role=grid]').scrollIntoView({ block: 'end' }); window.scrollBy(0, 90)",
  );

await take('wide-light', { width: 1440, height: 900 }, 'light', theTop);
await take('wide-dark', { width: 1440, height: 900 }, 'dark', theTop);
await take('narrow-light', { width: 390, height: 844 }, 'light', theFirstRun);
await browser.close();
await server.close();
