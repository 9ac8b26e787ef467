import { type GatewayFixture, gatewayFixture } from '../fixture.ts';
import type { GatewayResponseDefinition } from './definition.ts';

let fixture: GatewayFixture;
beforeAll(async () => {
  fixture = await gatewayFixture({
    f: () => {
      throw new Error('off');
    },
  });
});
afterAll(() => fixture.server.close());

const deploy = (id: string, gatewayResponses: Record<string, GatewayResponseDefinition>) => {
  const routes = [{ method: 'GET', path: '/', functionArn: 'f' }];
  fixture.gateway.createRestApi({ id, name: id, stage: 'live', routes, gatewayResponses });
  return (path: string) => fetch(`${fixture.server.endpoint}/execute-api/${id}/live${path}`);
};

it('answers with status, headers and body of the template', async () => {
  const call = deploy('own', {
    MISSING_AUTHENTICATION_TOKEN: {
      StatusCode: '404',
      ResponseParameters: { Headers: { 'Access-Control-Allow-Origin': "'*'" } },
      ResponseTemplates: {
        'application/json': '{"error":{"name":"RouteNotFound","message":"There is no such route."}}',
      },
    },
  });
  const answer = await call('/nope');
  expect(answer.status).toBe(404);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toEqual({
    error: { name: 'RouteNotFound', message: 'There is no such route.' },
  });
});

it('falls back to DEFAULT_4XX and DEFAULT_5XX, whose status stays that of the fault', async () => {
  const call = deploy('defaults', {
    DEFAULT_4XX: {
      ResponseTemplates: {
        'application/json':
          '{"message":$context.error.messageString,"plain":"$context.error.message","type":"${context.error.responseType}","id":"$context.requestId"}',
      },
    },
    DEFAULT_5XX: { ResponseTemplates: { 'application/json': '{"off":true}' } },
  });
  const missing = await call('/nope');
  expect([missing.status, await missing.json()]).toEqual([
    403,
    {
      message: 'Missing Authentication Token',
      plain: 'Missing Authentication Token',
      type: 'MISSING_AUTHENTICATION_TOKEN',
      id: missing.headers.get('x-amzn-requestid'),
    },
  ]);
  const failed = await call('/');
  expect([failed.status, await failed.json()]).toEqual([502, { off: true }]);
});

it.each([
  [
    'a variable',
    { ResponseTemplates: { 'application/json': '$context.authorizer.claims.sub' } },
    /\$context\.authorizer/,
  ],
  ['a directive', { ResponseTemplates: { 'application/json': '#set($a = 1)' } }, /#set/],
  ['a method call', { ResponseTemplates: { 'application/json': '$util.escapeJavaScript("a")' } }, /\$util/],
  ['another media type', { ResponseTemplates: { 'text/html': '<p>' } }, /text\/html/],
  [
    'a mapped header',
    { ResponseParameters: { Headers: { X: 'method.request.header.X' } } },
    /method\.request/,
  ],
])('refuses %s by name', (_name, definition, message) => {
  const create = () => deploy(`refused-${_name}`, { DEFAULT_4XX: definition as GatewayResponseDefinition });
  expect(create).toThrow(/not emulated: .*DEFAULT_4XX/);
  expect(create).toThrow(message);
});

it('refuses a response type that does not exist', () => {
  expect(() => deploy('typo', { UNAUTHORISED: {} })).toThrow('not emulated: gateway response UNAUTHORISED');
});
