import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { connectBrowser, openPage } from '../support/browser.ts';

/**
 * Gives the tests around it the shared browser, and each of them a page of its own when it opens one. The page is closed
 * after the test, which has failed when the page complained of anything that was not taken out of `complaints`.
 */
export const visiting = () => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  beforeAll(async () => {
    browser = await connectBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
  return {
    open: async (options: BrowserContextOptions = {}): Promise<Page> => {
      visit = await openPage(browser, options);
      return visit.page;
    },
    /** What the page of this test has complained of so far. */
    get complaints(): string[] {
      return visit.complaints;
    },
  };
};
