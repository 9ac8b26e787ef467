import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AmplifyClient, CreateDeploymentCommand, StartDeploymentCommand } from '@aws-sdk/client-amplify';
import { strToU8, zipSync } from 'fflate';
import { createAmplify } from '../amplify/index.ts';
import { deploy } from '../deploy/deploy.ts';
import { createHostNames } from '../deploy/host-names.ts';
import type { StackContext } from '../deploy/stack-context.ts';
import { closeServer, listen } from '../listen.ts';
import { createPageServer, createSites } from '../page-server.ts';
import { serve, type TestServer } from '../protocol/test-server.ts';
import { systemClock } from '../service.ts';
import { resourceTypes } from './index.ts';

const customHeaders = `
customHeaders:
  - pattern: '**'
    headers:
      - key: X-Frame-Options
        value: DENY
      - key: Content-Security-Policy
        value: >-
          default-src 'self';
          connect-src 'self' https://*.execute-api.\${AWS::Region}.amazonaws.com wss://*.execute-api.\${AWS::Region}.amazonaws.com
  - pattern: '*.json'
    headers: [{ key: Cache-Control, value: no-store }]
`;

let root: string;
let server: TestServer;
let page: ReturnType<typeof createPageServer>;
let origin: string;

/** Deploys an app with these headers and publishes two files on it; answers once the page server serves them. */
const start = async (headers: string) => {
  root = await mkdtemp(join(tmpdir(), 'readout-page-'));
  const endpoint = (): string => server.endpoint;
  const place = { account: '000000000000', region: 'eu-west-1' };
  const amplify = createAmplify({
    ...place,
    stateDir: root,
    clock: systemClock,
    newId: () => 'id',
    endpoint,
  });
  server = await serve(amplify);
  const sites = createSites();
  page = createPageServer({ sites, origin: () => origin });
  origin = `http://localhost:${await listen(page, 0)}`;
  const hostNames = createHostNames();
  const Resources = {
    App: {
      Type: 'AWS::Amplify::App',
      Properties: { Name: 'page', Platform: 'WEB', CustomHeaders: { 'Fn::Sub': headers } },
    },
    Branch: {
      Type: 'AWS::Amplify::Branch',
      Properties: { AppId: { 'Fn::GetAtt': ['App', 'AppId'] }, BranchName: 'live', EnableAutoBuild: false },
    },
  };
  const context = {
    ...place,
    stackName: 's',
    hostNames,
    sites,
    services: { amplify },
    pageOrigin: () => origin,
  };
  const { resources } = await deploy(
    { Parameters: {}, Rules: {}, Conditions: {}, Globals: {}, Resources, Outputs: {} },
    { parameters: {}, types: resourceTypes, context: context as unknown as StackContext },
  );
  // The API is made after the page that it names as its origin.
  hostNames.answer('abc.execute-api.eu-west-1.amazonaws.com', 'http://127.0.0.1:3001/execute-api/abc');
  await publish(resources.App?.attributes?.AppId ?? '');
};

const publish = async (appId: string) => {
  const client = new AmplifyClient({
    endpoint: server.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const target = { appId, branchName: 'live' };
  const { jobId, zipUploadUrl = '' } = await client.send(new CreateDeploymentCommand(target));
  const files = { 'index.html': strToU8('<title>Readout</title>'), 'config.json': strToU8('{}') };
  await fetch(zipUploadUrl, { method: 'PUT', body: Buffer.from(zipSync(files)) });
  await client.send(new StartDeploymentCommand({ ...target, jobId }));
  client.destroy();
};

afterEach(async () => {
  await closeServer(page);
  await server.close();
  await rm(root, { recursive: true });
});

it('serves the page with the headers of the template, whose hosts are those of this machine', async () => {
  await start(customHeaders);
  const answer = await fetch(origin);
  expect(await answer.text()).toBe('<title>Readout</title>');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'x-frame-options': 'DENY',
    'content-security-policy':
      "default-src 'self'; connect-src 'self' http://127.0.0.1:3001 ws://127.0.0.1:3001",
    'cache-control': 'public, max-age=0, must-revalidate',
  });
  expect((await fetch(`${origin}/config.json`)).headers.get('cache-control')).toBe('no-store');
});

it.each([
  ['no list', 'headers: []', 'customHeaders'],
  [
    'a value of two lines',
    customHeaders.replace('>-', '|'),
    'customHeaders.0.headers.1.value: expected one line',
  ],
])('refuses headers with %s when the app is created', async (_what, headers, message) => {
  await expect(start(headers)).rejects.toThrow(message);
});
