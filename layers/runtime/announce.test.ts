import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { announcer } from './announce.ts';
import { type AwsServer, awsServer, type Input, Refusal } from './testing/aws-server.ts';
import { ada, bob, noon } from './testing/examples.ts';
import { type TestTables, testTables } from './testing/tables.ts';

const pong = { type: 'pong' } as const;
let tables: TestTables;
let aws: AwsServer;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(async () => {
  await tables.close();
  await aws.close();
});

/** `age` is how old the connections are, in milliseconds. */
const setup = async ({ post, age = 60_000 }: { post: (input: Input) => object; age?: number }) => {
  aws = await awsServer({ PostToConnection: post });
  const waits: number[] = [];
  const announce = announcer({
    connections: tables.connections,
    sockets: new ApiGatewayManagementApiClient(aws.client),
    now: () => new Date(noon.getTime() + age),
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });
  return { announce, waits };
};

const connect = async (connectionId: string, owner = ada.id): Promise<void> =>
  tables.connections.add({ connectionId, owner, email: '', connectedAt: noon.toISOString(), expiresAt: 2e9 });

const known = async (): Promise<string[]> =>
  (await tables.connections.of(ada.id)).map(({ connectionId }) => connectionId);

const gone = (): never => {
  throw new Refusal('GoneException', 'gone', 410);
};

test('tells every connection of the owner and nobody else', async () => {
  await Promise.all([connect('laptop='), connect('phone='), connect('other=', bob.id)]);
  const { announce } = await setup({ post: () => ({}) });
  expect(await announce(ada.id, pong)).toBe(2);
  expect(aws.asked.map(({ input }) => input)).toEqual(
    expect.arrayContaining([
      { connectionId: 'laptop=', data: pong },
      { connectionId: 'phone=', data: pong },
    ]),
  );
  expect(aws.asked).toHaveLength(2);
});

test('forgets a connection that is gone and tells the others', async () => {
  await Promise.all([connect('a='), connect('b=')]);
  const { announce, waits } = await setup({
    post: ({ connectionId }) => (connectionId === 'a=' ? gone() : {}),
  });
  expect(await announce(ada.id, pong)).toBe(1);
  expect(await known()).toEqual(['b=']);
  expect(waits).toEqual([]);
});

test('tries a young connection again until it is open', async () => {
  await connect('a=');
  let tries = 0;
  const { announce, waits } = await setup({
    age: 300,
    post: () => {
      tries += 1;
      return tries < 3 ? gone() : {};
    },
  });
  await announce(ada.id, pong);
  expect(tries).toBe(3);
  expect(waits).toEqual([100, 200]);
  expect(await known()).toEqual(['a=']);
});

test('gives a young connection up in the end', async () => {
  await connect('a=');
  const { announce, waits } = await setup({ age: 300, post: gone });
  expect(await announce(ada.id, pong)).toBe(0);
  expect(waits).toHaveLength(5);
  expect(await known()).toEqual([]);
});

test('reaches nobody where nobody is connected', async () => {
  const { announce } = await setup({ post: () => ({}) });
  expect(await announce(ada.id, pong)).toBe(0);
});

test('a connection of ten seconds is not young any more', async () => {
  await connect('a=');
  const { announce, waits } = await setup({ age: 10_000, post: gone });
  await announce(ada.id, pong);
  expect(waits).toEqual([]);
});

test('fails for another error, after telling everyone it can', async () => {
  await Promise.all([connect('a='), connect('b=')]);
  const told: string[] = [];
  const { announce } = await setup({
    post: ({ connectionId }) => {
      if (connectionId === 'a=') throw new Refusal('LimitExceededException', 'slow down', 429);
      told.push(connectionId);
      return {};
    },
  });
  await expect(announce(ada.id, pong)).rejects.toMatchObject({ name: 'LimitExceededException' });
  expect(told).toEqual(['b=']);
  expect(await known()).toEqual(['a=', 'b=']);
});
