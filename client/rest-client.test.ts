import { restClient } from './rest-client.ts';
import { exampleReport, exampleRun } from './testing/examples.ts';
import { type Route, startServer, type TestServer } from './testing/server.ts';

let server: TestServer;
afterEach(() => server.stop());

async function setup(routes: Record<string, Route>) {
  server = await startServer(routes);
  return restClient({ rest: server.rest, idToken: async () => 'id-token' });
}
const ok = (body: unknown) => () => ({ status: 200, body });

it('sends the ID token, and a report id as one part of the path', async () => {
  const client = await setup({ 'GET /reports/taxi%2Fdaily': ok(exampleReport) });
  await expect(client.getReport('taxi/daily')).resolves.toEqual(exampleReport);
  expect(server.seen).toMatchObject([{ authorization: 'id-token' }]);
});

it('starts a run with its inputs', async () => {
  const client = await setup({
    'POST /reports/taxi%2Fdaily/runs': () => ({ status: 202, body: exampleRun() }),
  });
  await expect(
    client.startRun('taxi/daily', { inputs: { month: '2015-12' }, topic: 'left' }),
  ).resolves.toEqual(exampleRun());
  expect(server.seen[0]?.body).toEqual({ inputs: { month: '2015-12' }, topic: 'left' });
});

it('sends a page token and a cursor as they came', async () => {
  const page = { columns: [], rows: [], totalRows: 0 };
  const client = await setup({
    'GET /runs/r1/result': ok(page),
    'GET /runs/r1/result?page=a%2Fb%3D': ok(page),
    'GET /runs?since=2026%23r1': ok({ runs: [], cursor: '2026#r1' }),
  });
  await expect(client.getResult('r1')).resolves.toEqual(page);
  await expect(client.getResult('r1', 'a/b=')).resolves.toEqual(page);
  await expect(client.listRuns('2026#r1')).resolves.toEqual({ runs: [], cursor: '2026#r1' });
});

it.each([
  [
    400,
    { error: { name: 'InvalidInput', message: 'no', field: 'month' } },
    { name: 'InvalidInput', field: 'month' },
  ],
  [401, { message: 'Unauthorized' }, { name: 'Unauthorized' }],
  [403, { message: 'User is not authorized' }, { name: 'AccessDenied' }],
  [429, { message: 'Too Many Requests' }, { name: 'Unavailable' }],
  [504, { message: 'Endpoint request timed out' }, { name: 'Unavailable' }],
  [500, {}, { name: 'InternalError' }],
])('throws what an answer with status %i means', async (status, body, error) => {
  const client = await setup({ 'POST /tickets': () => ({ status, body }) });
  await expect(client.issueTicket()).rejects.toMatchObject(error);
});

it('says that nothing answered', async () => {
  const client = await setup({});
  await server.stop();
  await expect(client.issueTicket()).rejects.toMatchObject({ name: 'Offline' });
});
