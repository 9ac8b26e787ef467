import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { customResource, type ResourceAction } from './custom-resource.ts';
import { keepingLog } from './testing/examples.ts';

/** CloudFormation's side: it takes answers, after refusing as many as it is told to. */
const answers: { body: Record<string, string>; type: string | undefined }[] = [];
let refusals = 0;
let server: Server;

const read = async (request: IncomingMessage) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
};

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await read(request);
    if (refusals-- > 0) return response.writeHead(503).end();
    answers.push({ body, type: request.headers['content-type'] });
    return response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
beforeEach(() => {
  answers.length = 0;
  refusals = 0;
});
afterAll(() => server.close());

const run = async (act: ResourceAction, change: object = {}, remaining = 60_000) => {
  const pauses: number[] = [];
  const log = keepingLog();
  const event = {
    RequestType: 'Create',
    ResponseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer`,
    StackId: 'arn:aws:cloudformation:us-east-1:000000000000:stack/readout/1',
    RequestId: 'request-1',
    LogicalResourceId: 'SeededWarehouse',
    ResourceType: 'Custom::Seed',
    ResourceProperties: { ServiceToken: 'arn', SampleData: 'true' },
    ServiceToken: 'arn',
    ...change,
  } as CloudFormationCustomResourceEvent;
  const pause = async (milliseconds: number) => void pauses.push(milliseconds);
  await customResource({ log, pause }, act)(event, { getRemainingTimeInMillis: () => remaining });
  return { pauses, log };
};

it('hands over the request and answers that it is done', async () => {
  const act = jest.fn(async () => undefined);
  await run(act);
  expect(act).toHaveBeenCalledWith({
    type: 'Create',
    properties: { ServiceToken: 'arn', SampleData: 'true' },
  });
  expect(answers).toEqual([
    {
      type: '',
      body: {
        Status: 'SUCCESS',
        Reason: expect.any(String),
        PhysicalResourceId: 'SeededWarehouse',
        StackId: 'arn:aws:cloudformation:us-east-1:000000000000:stack/readout/1',
        RequestId: 'request-1',
        LogicalResourceId: 'SeededWarehouse',
      },
    },
  ]);
});

it.each(['Create', 'Update', 'Delete'])(
  'tells why a %s failed, and does not fail itself',
  async (RequestType) => {
    const { log } = await run(() => Promise.reject(new TypeError('no such bucket')), { RequestType });
    expect(answers[0]?.body).toMatchObject({ Status: 'FAILED', Reason: 'TypeError: no such bucket' });
    expect(log.entries).toMatchObject([{ level: 'error', detail: expect.any(TypeError) }]);
  },
);

it('keeps the physical id that a resource has', async () => {
  await run(async () => undefined, { RequestType: 'Update', PhysicalResourceId: 'older-id' });
  expect(answers[0]?.body.PhysicalResourceId).toBe('older-id');
});

it('answers before the function’s time is up', async () => {
  await run(() => new Promise(() => undefined), {}, 10_000);
  expect(answers[0]?.body).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('longer') });
});

it('keeps the answer short however long the reason is', async () => {
  await run(() => Promise.reject(new Error('x'.repeat(10_000))));
  expect(JSON.stringify(answers[0]?.body).length).toBeLessThan(4096);
});

it('answers again when the answer did not arrive', async () => {
  refusals = 2;
  const { pauses } = await run(async () => undefined);
  expect(pauses).toEqual([1000, 2000]);
  expect(answers).toHaveLength(1);
});

it('fails loudly when nobody takes the answer', async () => {
  refusals = 4;
  await expect(run(async () => undefined)).rejects.toThrow('could not be answered: status 503');
});
