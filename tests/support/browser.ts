import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** The browser that the end-to-end tests share. */
export const connectBrowser = (): Promise<Browser> => chromium.connect(process.env.READOUT_BROWSER ?? '');

/** A new page of its own session, and everything that it complained of. */
export const openPage = async (browser: Browser, options: BrowserContextOptions = {}) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints, close: () => context.close() };
};

export const signIn = async (page: Page, origin: string, email: string, password: string): Promise<void> => {
  await page.goto(origin);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};
