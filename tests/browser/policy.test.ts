import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readTemplate } from '../../local/template/read-template.ts';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { newPerson } from '../support/new-person.ts';
import { stack } from '../support/stack.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

const views = ['/', '/reports/taxi/daily?month=2015-12', '/runs', '/nowhere', '/config.json', '/readout.svg'];

it.each(views)('%s comes with headers that let in nothing but the page itself', async (path) => {
  const { headers } = await fetch(stack.page + path);
  const socket = stack.aws.replace('http', 'ws');
  expect(directives(headers.get('content-security-policy'))).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", stack.aws, socket],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ["'none'"],
  });
  expect(Object.fromEntries(headers)).toMatchObject({
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=(), microphone=(), geolocation=()'),
  });
});

it('speaks, once deployed, to its own WebSocket API, to APIs of its region and to Cognito', () => {
  const { Resources } = readTemplate(resolve(__dirname, '../../template.yaml'));
  const text = JSON.stringify(Resources.PageApp?.Properties?.CustomHeaders);
  const hosts = [...text.matchAll(/\w+:\/\/[^\s;\\]+/g)].map(([host]) => host);
  expect(hosts).toEqual([
    'https://*.execute-api.${AWS::Region}.${AWS::URLSuffix}',
    'wss://${WebSocketApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}',
    'https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}',
  ]);
  expect(text).not.toMatch(/unsafe-|http:|ws:/);
});

describe('under these headers', () => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;
  let said: string[];

  beforeAll(async () => {
    browser = await connectBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    visit = await openPage(browser);
    page = visit.page;
    said = [];
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    await page.addInitScript(`
      window.refused = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective));
    `);
  });
  afterEach(() => visit.close());

  const refused = (): Promise<string[]> => page.evaluate('window.refused');
  /** Runs code as the page itself would: what a test evaluates is under no policy. */
  const inPage = async (code: string): Promise<void> => {
    await page.route('**/by-the-page.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `const openSocket = (url) => new Promise((_, end) => { new WebSocket(url).onerror = end; });
          try { await (${code}); window.outcome = 'done'; } catch (error) { window.outcome = String(error); }`,
      }),
    );
    await page.evaluate("import('/by-the-page.js')");
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  it.each(['Light', 'Dark'])('every view works, and nothing is refused: %s', async (look) => {
    const { email, password } = await newPerson();
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
    await button('Appearance').click();
    await page.getByRole('menuitemcheckbox', { name: look }).click();
    await page.getByRole('link', { name: 'Yellow taxi, trip by trip' }).click();
    await page
      .getByRole('button', { name: /^Choose/ })
      .first()
      .click();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Trip month' }).fill('2015-05');
    await button('Run').click();
    await page.getByText(/^All [\d,]+ rows$/).waitFor();
    for (const view of ['Chart', 'Summary', 'Pivot', 'Table']) await button(view).click();
    await button('Filter').click();
    await button('Copy link').click();

    await page.goto(`${stack.page}/reports/flights/busiest-routes?airport=ORD`);
    await button('Run').click();
    await page.getByRole('columnheader').nth(1).click();
    await page.getByRole('columnheader').nth(2).hover();
    await page.locator('.ag-tooltip').waitFor();
    await page.getByRole('button', { name: /^Airport/ }).click();
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');

    await page.goto(`${stack.page}/side-by-side?left=taxi/daily&right=flights/delays-by-hour`);
    await button('Run').nth(1).click();
    await button('Run').first().click();
    await page.getByRole('grid').nth(1).waitFor();

    await page.goto(`${stack.page}/runs`);
    await page.getByRole('link', { name: 'Delays over the day' }).first().click();
    await button('About this run').click();
    await page.getByRole('grid').waitFor();
    await button('Close Connection').click();
    await page.getByText('Connection: closed').click();
    await page.getByText('Runs still work').waitFor();
    await page.getByRole('button', { name: /^Account: / }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await refused()).toEqual([]);
    expect(said).toEqual([]);
  });

  it.each([
    ['text as a script', "eval('1')"],
    ['text as a function', "new Function('1')()"],
    ['text as markup', "document.body.innerHTML = '<b>x</b>'"],
    ['text in a script element', "document.createElement('script').text = '1'"],
    ['a policy that would allow it', "trustedTypes.createPolicy('mine', { createHTML: (text) => text })"],
  ])('not even the page itself can use %s', async (_what, code) => {
    await page.goto(stack.page);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await inPage(code);
    expect(await page.evaluate('window.outcome')).toMatch(/^(EvalError|TypeError)/);
  });

  it.each([
    ['another server', (aws: string) => `fetch('${aws.replace('127.0.0.1', 'localhost')}/mailbox')`],
    [
      'another WebSocket API',
      (aws: string) => `openSocket('${aws.replace('http', 'ws')}/execute-api/other/live')`,
    ],
  ])('the page cannot reach %s', async (_what, reach) => {
    await page.goto(stack.page);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await inPage(reach(stack.aws));
    await page.waitForFunction("refused.includes('connect-src')");
  });

  it('a script, a style or a handler that somebody has brought into the document does nothing', async () => {
    await page.route(stack.page, async (route) => {
      const response = await route.fetch();
      const smuggled = `<script>window.smuggled = 'script'</script><style>body { --smuggled: style }</style>
        <img src="x.png" onerror="window.smuggled = 'handler'"><p id="p" style="--smuggled: attribute"></p>
        <iframe src="/config.json"></iframe><base href="https://elsewhere.example/">`;
      await route.fulfill({
        response,
        body: (await response.text()).replace('</body>', `${smuggled}</body>`),
      });
    });
    await page.goto(stack.page);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    const expected = [
      'base-uri',
      'frame-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-attr',
      'style-src-elem',
    ];
    await page.waitForFunction(`new Set(refused).size >= ${expected.length}`);
    expect([...new Set(await refused())].sort()).toEqual(expected);
    expect(await page.evaluate('window.smuggled')).toBeUndefined();
    expect(await page.evaluate("getComputedStyle(document.body).getPropertyValue('--smuggled')")).toBe('');
    expect(await page.evaluate("getComputedStyle(p).getPropertyValue('--smuggled')")).toBe('');
    expect(await page.evaluate('document.baseURI')).toBe(`${stack.page}/`);
  });
});

/** A policy as its directives, each with its distinct sources. */
const directives = (policy: string | null) =>
  Object.fromEntries(
    (policy ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, [...new Set(sources)]];
    }),
  );
