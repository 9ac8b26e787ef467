import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AmplifyClient } from '@aws-sdk/client-amplify';
import { keepingLog } from '@readout/runtime/testing/examples.ts';
import { strFromU8, unzipSync } from 'fflate';
import { publishPage } from './publish-page.ts';

const Config = { region: 'us-east-1', rest: 'https://rest.example', websocket: 'wss://socket.example' };

let folder: string;
let uploads: { path: string | undefined; body: Buffer }[];
let uploadStatus: number;
let store: Server;

beforeAll(async () => {
  store = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    uploads.push({ path: request.url, body: Buffer.concat(chunks) });
    response.writeHead(uploadStatus).end();
  });
  await new Promise<void>((listening) => store.listen(0, '127.0.0.1', listening));
});
afterAll(() => store.close());

beforeEach(() => {
  uploads = [];
  uploadStatus = 200;
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'page.js'), 'page()');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Amplify at the seam of the SDK's client: each job status is told once, in order. */
const setup = (statuses: string[]) => {
  const asked: string[] = [];
  const pauses: number[] = [];
  const answers: Record<string, () => object> = {
    CreateDeploymentCommand: () => ({
      jobId: '7',
      zipUploadUrl: `http://127.0.0.1:${(store.address() as AddressInfo).port}/upload?signed`,
    }),
    StartDeploymentCommand: () => ({}),
    GetJobCommand: () => ({ job: { summary: { status: statuses.shift() } } }),
  };
  const send = async (command: { constructor: { name: string }; input: object }) => {
    asked.push(`${command.constructor.name} ${JSON.stringify(command.input)}`);
    return answers[command.constructor.name]?.();
  };
  const act = publishPage({
    amplify: { send } as unknown as AmplifyClient,
    branch: { appId: 'app', branchName: 'live' },
    pageFolder: folder,
    log: keepingLog(),
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
  const publish = (type: 'Create' | 'Delete' = 'Create', properties: Record<string, unknown> = { Config }) =>
    act({ type, properties });
  return { publish, asked, pauses };
};

it('publishes the page with its configuration and waits until it is served', async () => {
  const { publish, asked, pauses } = setup(['PENDING', 'RUNNING', 'SUCCEED']);
  await publish();
  const files = unzipSync(uploads[0]?.body ?? Buffer.of());
  expect(Object.keys(files).sort()).toEqual(['assets/page.js', 'config.json', 'index.html']);
  expect(JSON.parse(strFromU8(files['config.json'] as Uint8Array))).toEqual(Config);
  expect(strFromU8(files['assets/page.js'] as Uint8Array)).toBe('page()');
  expect(uploads[0]?.path).toBe('/upload?signed');
  expect(asked).toEqual([
    'CreateDeploymentCommand {"appId":"app","branchName":"live"}',
    'StartDeploymentCommand {"appId":"app","branchName":"live","jobId":"7"}',
    ...Array(3).fill('GetJobCommand {"appId":"app","branchName":"live","jobId":"7"}'),
  ]);
  expect(pauses).toEqual([2000, 2000]);
});

it.each(['FAILED', 'CANCELLED'])('fails when the deployment is %s', async (status) => {
  await expect(setup([status]).publish()).rejects.toThrow(`deployment 7 is ${status}`);
});

it('starts nothing when the upload is refused', async () => {
  uploadStatus = 403;
  const { publish, asked } = setup([]);
  await expect(publish()).rejects.toThrow('status 403');
  expect(asked).toHaveLength(1);
});

it('does not publish a page that was not built', async () => {
  rmSync(join(folder, 'index.html'));
  const { publish, asked } = setup([]);
  await expect(publish()).rejects.toThrow('no index.html');
  expect(asked).toEqual([]);
});

it.each([
  ['without a configuration', {}],
  ['with an empty address', { Config: { ...Config, rest: '' } }],
])('refuses properties %s', async (_name, properties) => {
  const { publish, asked } = setup([]);
  await expect(publish('Create', properties)).rejects.toThrow('Config');
  expect(asked).toEqual([]);
});

it('leaves the page to its app when it is deleted', async () => {
  const { publish, asked } = setup([]);
  await publish('Delete', {});
  expect(asked).toEqual([]);
});
