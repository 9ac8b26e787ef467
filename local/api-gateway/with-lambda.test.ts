import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { lambdaFixture } from '../lambda/fixture.ts';
import { gatewayFixture } from './fixture.ts';
import { until } from './websocket/fixture.ts';

const { lambda, deploy, close } = lambdaFixture();
afterAll(close);

it('lets a function in its process answer a message and push to the connection it came from', async () => {
  const invokeLambda = (arn: string, event: object) => lambda.invoke(arn, event);
  const { gateway, server } = await gatewayFixture({}, { invokeLambda });
  const code = `const { ApiGatewayManagementApiClient, PostToConnectionCommand } = require('@aws-sdk/client-apigatewaymanagementapi');
    const client = new ApiGatewayManagementApiClient({ endpoint: process.env.WEBSOCKET_ENDPOINT });
    exports.handler = async ({ requestContext: { connectionId }, body }) => {
      await client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: 'pushed ' + body }));
      return { statusCode: 200, body: 'answered' };
    };`;
  const { arn } = deploy(code, {
    memoryMb: 256,
    nodePath: [fileURLToPath(new URL('../../node_modules', import.meta.url))],
    environment: { WEBSOCKET_ENDPOINT: `${server.endpoint}/execute-api/ws1/live` },
  });
  gateway.createWebSocketApi({
    id: 'ws1',
    name: 'ws1',
    stage: 'live',
    routeSelectionExpression: '$request.body.action',
    routes: { $default: { integration: 'push', routeResponse: true } },
    integrations: { push: { type: 'AWS_PROXY', functionArn: arn } },
  });
  const socket = new WebSocket(`${server.endpoint.replace('http', 'ws')}/execute-api/ws1/live`);
  await new Promise((opened) => socket.once('open', opened));
  const got: string[] = [];
  socket.on('message', (data) => got.push(String(data)));
  socket.send('hello');
  await until(() => got.length === 2);
  expect(got).toEqual(['pushed hello', 'answered']);
  socket.close();
  await server.close();
});

it('turns what a function in its process answers into HTTP', async () => {
  const invokeLambda = (arn: string, event: object) => lambda.invoke(arn, event);
  const { gateway, server } = await gatewayFixture({}, { invokeLambda });
  const { arn } = deploy(`exports.handler = async ({ pathParameters, body }) => {
    if (body === 'die') process.exit(1);
    return { statusCode: 201, body: pathParameters.id };
  }`);
  const routes = [{ method: 'POST', path: '/{id}', functionArn: arn }];
  gateway.createRestApi({ id: 'rest1', name: 'rest1', stage: 'live', routes });
  const post = (body: string) =>
    fetch(`${server.endpoint}/execute-api/rest1/live/a%2Fb`, { method: 'POST', body });
  const answer = await post('live');
  expect([answer.status, await answer.text()]).toEqual([201, 'a%2Fb']);
  expect((await post('die')).status).toBe(502);
  await server.close();
});
