/** Chromium's flags that would hide faults (no same-origin policy), hide what a person sees, or end it with its first page. */
const unwanted = ['--single-process', '--no-zygote', '--disable-web-security', '--hide-scrollbars'];

/** The headless Chromium of an npm package on Linux; elsewhere an installed Chrome. */
export const launchBrowser = async () => {
  const { chromium: playwright } = await import('playwright-core');
  if (process.platform !== 'linux') return playwright.launchServer({ channel: 'chrome' });
  const { default: chromium } = await import('@sparticuz/chromium');
  const args = chromium.args.filter((flag) => !unwanted.includes(flag));
  return playwright.launchServer({
    executablePath: await chromium.executablePath(),
    args,
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
};
