import type { APIGatewayProxyEvent } from 'aws-lambda';
import { InvalidInput } from './errors.ts';
import { type RestAction, rest } from './rest.ts';
import { ada, keepingLog, restEvent } from './testing/examples.ts';

const call = async (
  act: RestAction,
  change: Partial<APIGatewayProxyEvent> = {},
  clientId = 'UserPoolClient',
) => {
  const log = keepingLog();
  const result = await rest({ log, pageOrigin: 'https://page.example', clientId }, act)(restEvent(change));
  return { ...result, body: JSON.parse(result.body), log: log.entries };
};

test('hands the request over read, and answers for the page’s origin', async () => {
  const answer = await call(
    async ({ caller, path, query, body }) => ({
      status: 202,
      headers: { location: 'x' },
      body: { caller, path, query, sent: body() },
    }),
    {
      pathParameters: { report: 'taxi%2Fdaily' },
      queryStringParameters: { since: 'a%2Fb' },
      body: '{"inputs":{}}',
    },
  );
  expect(answer).toMatchObject({
    statusCode: 202,
    headers: { 'access-control-allow-origin': 'https://page.example', location: 'x' },
    body: { path: { report: 'taxi/daily' }, query: { since: 'a%2Fb' }, sent: { inputs: {} } },
  });
  expect(answer.body.caller).toMatchObject({ id: ada.id, email: ada.email, groups: ada.groups });
});

test('tells a known error by its name and status', async () => {
  const answer = await call(async () => {
    throw new InvalidInput('month', 'It must be a month.');
  });
  expect(answer).toMatchObject({
    statusCode: 400,
    headers: { 'access-control-allow-origin': 'https://page.example' },
    body: { error: { name: 'InvalidInput', message: 'It must be a month.', field: 'month' } },
  });
});

test('keeps an unknown error for the log', async () => {
  const secret = new Error('table arn:aws:… is missing');
  const { statusCode, body, log } = await call(async () => {
    throw secret;
  });
  expect(statusCode).toBe(500);
  expect(body).toEqual({ error: { name: 'InternalError', message: 'Something went wrong on our side.' } });
  expect(log).toEqual([expect.objectContaining({ level: 'error', detail: secret })]);
});

test.each([
  ['a throttle', Object.assign(new Error('slow down'), { name: 'ThrottlingException', $fault: 'client' })],
  ['a refused connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
  ['a server fault', Object.assign(new Error('oops'), { name: 'InternalServerException', $fault: 'server' })],
])('%s is Unavailable, and in the log', async (_case, error) => {
  const { statusCode, body, log } = await call(async () => {
    throw error;
  });
  expect(statusCode).toBe(503);
  expect(body.error.name).toBe('Unavailable');
  expect(log).toEqual([expect.objectContaining({ detail: error })]);
});

test('refuses a token of another client before anything happens', async () => {
  const act = jest.fn();
  const { statusCode, body } = await call(act, {}, 'another');
  expect([statusCode, body.error.name]).toEqual([401, 'Unauthorized']);
  expect(act).not.toHaveBeenCalled();
});

test('refuses a body that is not JSON', async () => {
  const { statusCode, body } = await call(async (request) => ({ body: request.body() as object }), {
    body: '{',
  });
  expect([statusCode, body.error.name]).toEqual([400, 'InvalidMessage']);
});

test('a path parameter that does not decode is taken as it is', async () => {
  const { body } = await call(async ({ path }) => ({ body: path }), { pathParameters: { report: '%zz' } });
  expect(body).toEqual({ report: '%zz' });
});
