import { gatewayFixture } from '../fixture.ts';
import type { WebSocketApiDefinition, WebSocketIntegration } from './definition.ts';
import { example } from './fixture.ts';

const mock = example.integrations.mock as WebSocketIntegration;
const withMock = (change: object): Partial<WebSocketApiDefinition> => ({
  integrations: { ...example.integrations, mock: { ...mock, ...change } },
});

it.each<[string, Partial<WebSocketApiDefinition>, string]>([
  [
    'another selection',
    { routeSelectionExpression: '$request.header.X' },
    'RouteSelectionExpression $request.header.X',
  ],
  [
    'a template with a variable',
    withMock({ requestTemplates: { '200': '{"statusCode":$input.x}' } }),
    '$input',
  ],
  [
    'a status with conditions',
    withMock({ requestTemplates: { '200': '{"statusCode":200,"x":1}' } }),
    '"x":1',
  ],
  [
    'a response with logic',
    withMock({ responses: { $default: { responseTemplates: { $default: '#if(1)x#end' } } } }),
    '#if',
  ],
  ['a selection by message', withMock({ templateSelectionExpression: '$request.body.x' }), '$request.body.x'],
  [
    'another identity source',
    { authorizers: { ticket: { functionArn: 'allow', identitySource: ['context.stage'] } } },
    'identity source context.stage',
  ],
])('refuses %s by name', async (_name, change, part) => {
  const { gateway, server } = await gatewayFixture({});
  expect(() => gateway.createWebSocketApi({ ...example, ...change })).toThrow(/^not emulated: /);
  expect(() => gateway.createWebSocketApi({ ...example, ...change })).toThrow(part);
  await server.close();
});

it.each<[string, Partial<WebSocketApiDefinition>, RegExp]>([
  [
    'no integration',
    { routes: { run: { integration: 'x', routeResponse: true } } },
    /route run names no integration: x/,
  ],
  ['no authorizer', { authorizers: {} }, /route \$connect names no authorizer: ticket/],
  [
    'no template',
    withMock({ templateSelectionExpression: '404' }),
    /mock, RequestTemplates: no template 404/,
  ],
  ['no integration response', withMock({ responses: {} }), /no integration response for status 200/],
])('refuses a definition with %s', async (_name, change, message) => {
  const { gateway, server } = await gatewayFixture({});
  expect(() => gateway.createWebSocketApi({ ...example, ...change })).toThrow(message);
  await server.close();
});
