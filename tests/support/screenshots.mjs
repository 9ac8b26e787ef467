import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { launchBrowser } from './launch-browser.mjs';
import { views } from './pictured-views.mjs';

// `npm run screenshots -- <page> <console> [<view> …]`: takes the pictures of the docs from a running local stack, whose
// addresses `npm start` prints. Without views it takes all of them.

const folder = 'docs/images';
const [origin = 'http://localhost:3000', console = `${origin}/console`, ...wanted] = process.argv.slice(2);
const looks = {
  'wide-light': { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  'wide-dark': { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  'narrow-light': { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  'narrow-dark': { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
};

mkdirSync(folder, { recursive: true });
const server = await launchBrowser();
const browser = await chromium.connect(server.wsEndpoint());

const signIn = async (page) => {
  await page.getByLabel('Email').fill('analyst@example.com');
  await page.getByLabel('Password', { exact: true }).fill('Readout-1');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Connection: open').first().waitFor();
};

/** The result, not the form above it. */
const showResult = (page) =>
  page.evaluate(
    "[...document.querySelectorAll('h2')].find((one) => one.textContent.startsWith('Result'))?.scrollIntoView(); window.scrollBy(0, -110)",
  );

const shoot = async (page, view, look) => {
  await page.addStyleTag({ content: 'html { scrollbar-width: none }' });
  await page.mouse.move(0, 0);
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(1_000); // drawings come in softly
  await page.screenshot({ path: `${folder}/${view}-${look}.png` });
};

/** One view that does not come about keeps none of the others from being taken. */
const report = (view, look, error) => {
  process.exitCode = 1;
  process.stderr.write(`${view}, ${look}: ${error.message}\n`);
};

for (const [look, options] of Object.entries(looks)) {
  const context = await browser.newContext({ ...options, bypassCSP: true, reducedMotion: 'reduce' }); // for the style tag
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  await page.goto(origin);
  await page.getByLabel('Email').waitFor();
  if (wanted.length === 0 || wanted.includes('sign-in')) await shoot(page, 'sign-in', look);
  await signIn(page);
  for (const [view, show] of Object.entries(views)) {
    if (wanted.length > 0 && !wanted.includes(view)) continue;
    const own = await context.newPage();
    await show(own, { origin, console }).catch((error) => report(view, look, error));
    if (['running', 'grid', 'chart', 'summary'].includes(view)) await showResult(own);
    await shoot(own, view, look);
    await own.close();
  }
  await context.close();
}
await browser.close();
await server.close();
