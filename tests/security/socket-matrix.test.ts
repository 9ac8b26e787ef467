import { randomUUID } from 'node:crypto';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Person } from '../support/person.ts';
import { aws, stack } from '../support/stack.ts';
import { someone } from './people.ts';
import { deployedSocketRoutes } from './routes.ts';
import { type Heard, Socket } from './socket.ts';

interface Facts {
  runId: string;
  cursor: string;
}

/** A message to a route, and what somebody else, who is in no group, is answered. */
const MATRIX: Record<string, { message: (facts: Facts) => object; stranger: object } | 'of the handshake'> = {
  $connect: 'of the handshake',
  $disconnect: {
    message: () => ({ action: '$disconnect' }),
    stranger: { type: 'error', name: 'InvalidMessage' },
  },
  $default: { message: () => ({ action: 'drop' }), stranger: { type: 'error', name: 'InvalidMessage' } },
  run: {
    message: () => ({ action: 'run', report: 'taxi/payments', inputs: {} }),
    stranger: { type: 'error', name: 'AccessDenied' },
  },
  cancel: {
    message: ({ runId }) => ({ action: 'cancel', runId }),
    stranger: { type: 'error', name: 'RunNotFound' },
  },
  sync: {
    message: () => ({ action: 'sync', since: '000000000000000' }),
    stranger: { type: 'sync', runs: [] },
  },
  ping: { message: () => ({ action: 'ping' }), stranger: { type: 'pong' } },
};

it('covers every route that is deployed', () => {
  expect(Object.keys(MATRIX).sort()).toEqual(deployedSocketRoutes().sort());
});

describe('the WebSocket', () => {
  let owner: Person;
  let stranger: Person;
  let socket: Socket;
  let facts: Facts;

  beforeAll(async () => {
    stranger = await someone();
    owner = await someone('analysts');
    socket = await Socket.open(owner);
    const run = { action: 'run', report: 'taxi/payments', inputs: { month: '2015-04' }, topic: 'mine' };
    facts = await socket.ask(run, ({ status }: Heard) => status === 'succeeded');
  });
  afterAll(() => socket.close());

  const messages = Object.entries(MATRIX).flatMap(([route, row]) =>
    row === 'of the handshake' ? [] : [[route, row.message, row.stranger] as const],
  );

  it.each(messages)('%s gives a stranger only what is theirs', async (_route, message, answer) => {
    const theirs = await Socket.open(stranger);
    expect(await theirs.ask(message(facts))).toMatchObject(answer);
    await theirs.close();
  });

  it('is closed to the anonymous', async () => {
    await expect(Socket.at(stack.websocket)).rejects.toThrow('Unexpected server response: 401');
  });

  it('takes no name of a person, a group or a claim from the handshake or a message', async () => {
    const { sub } = JSON.parse(Buffer.from(owner.token.split('.')[1] ?? '', 'base64url').toString());
    const theirs = await Socket.open(stranger, { owner: [sub], groups: ['analysts'], authorizer: ['x'] });
    expect(await theirs.ask({ action: 'sync' })).toMatchObject({ type: 'sync', runs: [] });
    for (const more of [{ caller: { id: sub } }, { owner: sub }, { groups: ['analysts'] }]) {
      const message = { action: 'run', report: 'taxi/payments', inputs: {}, ...more };
      expect(await theirs.ask(message)).toMatchObject({ type: 'error', name: 'InvalidMessage' });
    }
    await theirs.close();
  });

  it('ends the run of another group’s report that a handshake names as AccessDenied', async () => {
    const topic = randomUUID();
    const theirs = await Socket.open(stranger, { report: ['taxi/payments'], topic: [topic] });
    const ended = ({ runs = [] }: Heard) => runs.find((run: Heard) => run.topic === topic)?.error;
    let failure: object | undefined;
    while (!failure) failure = ended(await theirs.ask({ action: 'sync' }, ({ type }) => type === 'sync'));
    expect(failure).toMatchObject({ name: 'AccessDenied' });
    await theirs.close();
  });

  it('tells nobody of a run but its owner', async () => {
    const heard: Heard[] = [];
    const theirs = await Socket.open(stranger);
    theirs.socket.on('message', (data) => heard.push(JSON.parse(String(data))));
    const own = await Socket.open(owner);
    const told = own.next(({ topic, status }: Heard) => topic === 'ours' && status === 'succeeded');
    await socket.ask(
      { action: 'run', report: 'taxi/vendors', inputs: {}, topic: 'ours' },
      ({ status }: Heard) => status === 'succeeded',
    );
    await told;
    await theirs.ask({ action: 'ping' });
    expect(heard).toEqual([{ type: 'pong' }]);
    await Promise.all([theirs.close(), own.close()]);
  });

  /** As API Gateway calls a function for a message: with the context that the ticket gave at the handshake. */
  const say = async (functionName: string, message: object, authorizer?: object): Promise<Heard> => {
    const requestContext = { connectionId: 'made-up=', routeKey: 'x', authorizer };
    const Payload = JSON.stringify({ requestContext, body: JSON.stringify(message) });
    const answer = await new LambdaClient(aws).send(
      new InvokeCommand({ FunctionName: functionName, Payload: Buffer.from(Payload) }),
    );
    return JSON.parse(JSON.parse(Buffer.from(answer.Payload ?? []).toString()).body);
  };
  const context = { id: 'x', email: 'x@example.com', groups: '["analysts"]', claims: '{}' };

  it.each([
    ['an hour after the ticket', { ...context, until: '2001-01-01T00:00:00.000Z' }],
    ['of a connection that has no end', context],
    ['of a connection without a ticket', undefined],
  ])('answers no message %s', async (_when, authorizer) => {
    for (const [name, message] of [
      ['RunReport', { action: 'run', report: 'taxi/vendors', inputs: {} }],
      ['CancelRun', { action: 'cancel', runId: randomUUID() }],
      ['ListRuns', { action: 'sync' }],
    ] as const)
      expect(await say(`readout-${name}`, message, authorizer)).toMatchObject({ name: 'Unauthorized' });
    const good = { ...context, until: '2999-01-01T00:00:00.000Z' };
    expect(await say('readout-ListRuns', { action: 'sync' }, good)).toMatchObject({ type: 'sync' });
  });
});
