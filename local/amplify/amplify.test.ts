import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AmplifyClient,
  CreateDeploymentCommand,
  GetAppCommand,
  GetBranchCommand,
  GetJobCommand,
  ListAppsCommand,
  ListBranchesCommand,
  ListJobsCommand,
  StartDeploymentCommand,
} from '@aws-sdk/client-amplify';
import { strToU8, zipSync } from 'fflate';
import { serve, type TestServer } from '../protocol/test-server.ts';
import { type AmplifyHosting, createAmplify } from './index.ts';

const spa = {
  source: '</^[^.]+$|\\.(?!(css|html|ico|js|json|png|svg|txt|woff2)$)([^.]+$)/>',
  target: '/index.html',
  status: '200',
};

let root: string;
let amplify: AmplifyHosting;
let server: TestServer;
let client: AmplifyClient;
let appId: string;
const branchName = 'live';

const start = async (more: object = {}) => {
  let ids = 0;
  amplify = createAmplify({
    stateDir: root,
    clock: { now: () => new Date('2026-01-01T00:00:00Z') },
    newId: () => `id-${++ids}`,
    account: '000000000000',
    region: 'eu-west-1',
    endpoint: () => server.endpoint,
  });
  server = await serve(amplify);
  client = new AmplifyClient({
    endpoint: server.endpoint,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  ({ appId } = amplify.createApp({ logicalId: 'PageApp', name: 'readout', customRules: [spa], ...more }));
  amplify.createBranch({ appId, branchName });
};
const stop = async () => {
  client.destroy();
  await server.close();
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'readout-amplify-'));
  await start();
});
afterEach(async () => {
  await stop();
  await rm(root, { recursive: true });
});

const publish = async (files: Record<string, string>) => {
  const { jobId, zipUploadUrl = '' } = await client.send(new CreateDeploymentCommand({ appId, branchName }));
  const content = Object.entries(files).map(([name, text]) => [name, strToU8(text)]);
  const archive = Buffer.from(zipSync(Object.fromEntries(content)));
  expect((await fetch(zipUploadUrl, { method: 'PUT', body: archive })).status).toBe(200);
  const { jobSummary } = await client.send(new StartDeploymentCommand({ appId, branchName, jobId }));
  expect(jobSummary).toMatchObject({ jobId, status: 'PENDING' });
  return (await client.send(new GetJobCommand({ appId, branchName, jobId }))).job;
};

const visit = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const url = new URL(path, 'http://page');
  const caller = { arn: '' };
  const answer = await amplify.site(
    appId,
    branchName,
  )({ method, url, headers, body: Buffer.alloc(0), caller });
  return { ...answer, text: `${answer.body ?? ''}` };
};

const page = { 'index.html': '<title>Readout</title>', 'config.json': '{}', 'assets/index-B1x_9zQa.js': '1' };

describe('a deployment', () => {
  it('publishes a zip archive, and the next one replaces it whole', async () => {
    expect((await visit('/')).status).toBe(503);
    expect((await publish({ ...page, 'old.txt': 'old' }))?.summary).toMatchObject({
      jobId: '1',
      status: 'SUCCEED',
      jobArn: `arn:aws:amplify:eu-west-1:000000000000:apps/${appId}/branches/live/jobs/1`,
    });
    expect((await visit('/')).text).toBe('<title>Readout</title>');
    await publish({ ...page, 'index.html': 'new' });
    expect((await visit('/')).text).toBe('new');
    expect((await visit('/old.txt')).status).toBe(404);
    const { jobSummaries } = await client.send(new ListJobsCommand({ appId, branchName }));
    expect(jobSummaries?.map(({ jobId }) => jobId)).toEqual(['2', '1']);
  });

  it('is still there after a restart', async () => {
    await publish(page);
    await stop();
    await start();
    expect((await visit('/')).text).toBe('<title>Readout</title>');
    expect((await publish(page))?.summary?.jobId).toBe('2');
  });

  it.each([
    ['names a file outside', { '../../escaped.txt': 'x', 'index.html': 'bad' }, /outside.*escaped/],
    ['is empty', {}, /no file/],
  ])('fails and leaves the site alone when its archive %s', async (_what, files, reason) => {
    await publish(page);
    const job = await publish(files);
    expect(job?.summary?.status).toBe('FAILED');
    expect(job?.steps?.[0]?.statusReason).toMatch(reason);
    expect((await visit('/')).text).toBe('<title>Readout</title>');
  });

  it('can be uploaded only where it was told, and before it starts', async () => {
    const { jobId, zipUploadUrl = '' } = await client.send(
      new CreateDeploymentCommand({ appId, branchName }),
    );
    const put = async (url: string) => (await fetch(url, { method: 'PUT', body: 'x' })).status;
    expect(await put(`${zipUploadUrl}x`)).toBe(403);
    await client.send(new StartDeploymentCommand({ appId, branchName, jobId }));
    expect(await put(zipUploadUrl)).toBe(403);
    const again = client.send(new StartDeploymentCommand({ appId, branchName, jobId }));
    await expect(again).rejects.toMatchObject({ name: 'BadRequestException' });
  });
});

describe('the site', () => {
  beforeEach(async () => void (await publish(page)));

  it.each([
    ['/', 200, 'text/html; charset=utf-8', '<title>Readout</title>'],
    ['/reports/taxi/daily?month=2015-12', 200, 'text/html; charset=utf-8', '<title>Readout</title>'],
    ['/config.json', 200, 'application/json; charset=utf-8', '{}'],
    ['/assets/index-B1x_9zQa.js', 200, 'text/javascript; charset=utf-8', '1'],
    ['/assets/gone.js', 404, 'text/plain; charset=utf-8', 'Not found'],
    ['/..%2fjobs.json', 404, 'text/plain; charset=utf-8', 'Not found'],
  ])('answers %s with %i', async (path, status, type, text) => {
    expect(await visit(path)).toMatchObject({ status, headers: { 'content-type': type }, text });
  });

  it('lets a browser keep what never changes and ask again for the rest', async () => {
    const cacheOf = async (path: string) => (await visit(path)).headers?.['cache-control'];
    expect(await cacheOf('/assets/index-B1x_9zQa.js')).toBe('public, max-age=31536000, immutable');
    expect(await cacheOf('/config.json')).toBe('public, max-age=0, must-revalidate');
    const { headers } = await visit('/config.json');
    expect(await visit('/config.json', { 'if-none-match': headers?.etag ?? '' })).toMatchObject({
      status: 304,
      text: '',
    });
  });

  it('answers HEAD without a body and refuses other methods', async () => {
    const head = await visit('/', {}, 'HEAD');
    expect([head.status, head.headers?.['content-length'], head.text]).toEqual([200, '22', '']);
    expect((await visit('/', {}, 'POST')).status).toBe(405);
  });
});

it('honours redirects, rules for missing files, and custom headers', async () => {
  await stop();
  const customRules = [
    { source: '/old/<*>', target: '/new/<*>', status: '301' },
    { source: '/people/<name>', target: '/profile?who=<name>' },
    { source: '/<*>', target: '/index.html', status: '404-200' },
  ];
  const customHeaders = `
customHeaders:
  - pattern: '**'
    headers: [{ key: X-Frame-Options, value: DENY }]
  - pattern: '*.json'
    headers: [{ key: Cache-Control, value: no-store }]
`;
  await start({ customRules, customHeaders });
  await publish(page);
  expect(await visit('/old/a/b')).toMatchObject({ status: 301, headers: { location: '/new/a/b' } });
  expect(await visit('/people/ada')).toMatchObject({
    status: 302,
    headers: { location: '/profile?who=ada' },
  });
  expect(await visit('/missing.txt')).toMatchObject({ status: 200, text: '<title>Readout</title>' });
  expect(await visit('/config.json')).toMatchObject({
    text: '{}',
    headers: { 'x-frame-options': 'DENY', 'cache-control': 'no-store' },
  });
});

it('describes apps and branches, and names what is missing or not emulated', async () => {
  const arn = `arn:aws:amplify:eu-west-1:000000000000:apps/${appId}`;
  const { apps } = await client.send(new ListAppsCommand({}));
  expect(apps).toMatchObject([{ appId, appArn: arn, defaultDomain: `${appId}.amplifyapp.com` }]);
  expect((await client.send(new GetAppCommand({ appId }))).app?.customRules).toEqual([spa]);
  const { branches } = await client.send(new ListBranchesCommand({ appId }));
  expect(branches).toMatchObject([{ branchName, branchArn: `${arn}/branches/live` }]);
  await expect(client.send(new GetBranchCommand({ appId, branchName: 'other' }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Branch other not found.',
  });
  const proxy = { source: '/api', target: 'https://example.com', status: '200' };
  expect(() => amplify.createApp({ logicalId: 'Other', name: 'other', customRules: [proxy] })).toThrow(
    'not emulated: a custom rule that is a proxy: /api',
  );
});
