/** Each view that the docs show, and what a person does there until it shows what it is for. */

const report = '/reports/flights/busiest-routes?airport=ORD';
const ready = (page, text) => page.getByText(text).first().waitFor();
const button = (page, name) => page.getByRole('button', { name, exact: true });

const runOf = async (page) => {
  await button(page, 'Run').click();
  await page.getByRole('grid').first().waitFor();
};

/** The switch of views is a list on a narrow screen. */
const look = async (page, view) => {
  const list = page.getByRole('button', { name: /^View of the result/ });
  await list.or(button(page, view)).first().waitFor();
  if (await button(page, view).isVisible()) return button(page, view).click();
  await list.click();
  await page.getByRole('option', { name: view, exact: true }).click();
};

/** Comes back with the addresses of two finished runs of one report. */
const twoRuns = async (page, origin) => {
  const runs = [];
  for (const vendor of ['1', '']) {
    await page.goto(`${origin}/reports/taxi/daily?month=2015-12&vendor=${vendor}`);
    const answered = page.waitForResponse(/\/runs\/[^/]+\/result/);
    await runOf(page);
    runs.push(/\/runs\/([^/]+)\//.exec((await answered).url())[1]);
  }
  return runs;
};

const anew = (message) => message.replace('"action":"run"', '$&,"fresh":true');

/** Holds back what ends a run, which is always a new one, so that it is seen running. */
const hearNoEnd = (page) =>
  page.routeWebSocket(/execute-api/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(anew(message)));
    server.onMessage((message) => String(message).includes('"succeeded"') || socket.send(message));
  });

export const views = {
  catalogue: async (page, { origin }) => {
    await page.goto(`${origin}/reports`);
    await ready(page, 'Yellow taxi, day by day');
  },
  form: async (page, { origin }) => {
    await page.goto(`${origin}/reports/flights/busiest-routes?airport=ORD&period=2001-02-01/2001-02-28`);
    await button(page, 'Run').waitFor();
  },
  running: async (page, { origin }) => {
    await hearNoEnd(page);
    await page.goto(`${origin}/reports/flights/flight-by-flight?period=2001-01-01/2001-06-30`);
    await button(page, 'Run').click();
    await ready(page, /^Running/);
  },
  grid: async (page, { origin }) => {
    await page.goto(origin + report);
    await runOf(page);
  },
  chart: async (page, { origin }) => {
    await page.goto(`${origin}/reports/flights/delays-by-day`);
    await runOf(page);
    await look(page, 'Chart');
    await page.locator('canvas, svg[role=img]').first().waitFor();
  },
  summary: async (page, { origin }) => {
    await page.goto(origin + report);
    await runOf(page);
    await look(page, 'Summary');
  },
  dashboard: async (page, { origin }) => {
    await page.goto(`${origin}/dashboards/flights/overview?run=1`);
    await page
      .getByText(/^Data as of/)
      .nth(7)
      .waitFor(); // the last of its tiles
    await page.waitForTimeout(2_000);
    await page.setViewportSize({ ...page.viewportSize(), height: 1240 }); // its inputs and its charts
  },
  pipeline: async (page, { origin }) => {
    await page.goto(`${origin}/pipelines/sales`);
    await button(page, 'Start').click();
    await ready(page, /^Done in .* scripts done$/);
    await page.setViewportSize({ ...page.viewportSize(), height: 1100 }); // the steps of its run
  },
  inbox: async (page, { origin }) => {
    await page.goto(origin + report);
    await runOf(page);
    await page.goto(`${origin}/reports`);
    await page.getByRole('button', { name: /^Inbox/ }).click();
  },
  history: async (page, { origin }) => {
    await page.goto(`${origin}/runs`);
    await ready(page, /^Done/);
  },
  compare: async (page, { origin }) => {
    const [left, right] = await twoRuns(page, origin);
    await page.goto(`${origin}/compare?left=${left}&right=${right}`);
    await ready(page, 'Differences');
  },
  console: async (page, { console }) => {
    await page.goto(console);
    await page
      .getByRole('link', { name: /succeeded/i })
      .or(page.locator('a[href*="/executions/"]'))
      .first()
      .click();
    await page.locator('svg').first().waitFor();
  },
};
