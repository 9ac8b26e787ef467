/** Chromium's flags that would hide faults (no same-origin policy), hide what a person sees, or end it with its first page. */
const unwanted = ['--single-process', '--no-zygote', '--disable-web-security', '--hide-scrollbars'];

/** The headless Chromium of an npm package on Linux, which needs nothing installed; elsewhere an installed Chrome. */
export const launchBrowser = async () => {
  const { chromium: playwright } = await import('playwright-core');
  return playwright.launchServer(await chromiumOptions());
};

/** How Playwright starts it. */
export const chromiumOptions = async () => {
  const ignoreDefaultArgs = ['--hide-scrollbars'];
  if (process.platform !== 'linux') return { channel: 'chrome', ignoreDefaultArgs };
  const { executablePath, args, env } = await packagedChromium();
  return {
    executablePath,
    args: args.filter((flag) => !unwanted.includes(flag)),
    env,
    ignoreDefaultArgs,
  };
};

/** The package brings the libraries that a bare machine lacks along only where it believes to be in Lambda. */
const packagedChromium = async () => {
  const before = { ...process.env };
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  const env = { ...process.env };
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, before);
  return { executablePath, args: chromium.args, env };
};
