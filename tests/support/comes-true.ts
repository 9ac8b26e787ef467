import type { Page } from 'playwright-core';

/** Waits until an expression of the page is true. Playwright's own way would evaluate a text, which the page's policy forbids. */
export const comesTrue = async (page: Page, expression: string): Promise<void> => {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await page.evaluate(expression)) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`It never came true: ${expression}`);
};
