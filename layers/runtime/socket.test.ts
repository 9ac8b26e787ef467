import { z } from 'zod';
import { RunNotFound } from './errors.ts';
import { type SocketEvent, socket } from './socket.ts';
import { ada, keepingLog, noon, socketEvent } from './testing/examples.ts';

const schema = z.object({ runId: z.string() });
const message = { action: 'cancel', runId: 'x', requestId: 'r1', topic: 'left' };

type Act = Parameters<typeof socket<typeof schema>>[1];
const call = async (event: SocketEvent, act: Act, now = noon) => {
  const log = keepingLog();
  const { statusCode, body } = await socket({ log, schema, now: () => now }, act)(event);
  return { statusCode, said: JSON.parse(body), log: log.entries };
};

test('answers the message of the connection’s caller', async () => {
  const { statusCode, said } = await call(socketEvent(message), async ({ caller, message: { runId } }) => {
    expect(caller).toEqual(ada);
    expect(runId).toBe('x');
    return { type: 'pong' };
  });
  expect([statusCode, said]).toEqual([200, { type: 'pong' }]);
});

test('tells a known error with the labels of the message', async () => {
  const { statusCode, said } = await call(socketEvent(message), async () => {
    throw new RunNotFound('There is no such run.');
  });
  expect(statusCode).toBe(200);
  expect(said).toEqual({
    type: 'error',
    name: 'RunNotFound',
    message: 'There is no such run.',
    requestId: 'r1',
    topic: 'left',
  });
});

test('keeps an unknown error for the log', async () => {
  const secret = new Error('arn:aws:…');
  const { said, log } = await call(socketEvent(message), async () => {
    throw secret;
  });
  expect(said).toMatchObject({ name: 'InternalError', message: 'Something went wrong on our side.' });
  expect(log).toEqual([expect.objectContaining({ level: 'error', detail: secret })]);
});

const refusing = jest.fn();

test.each([
  ['a field is missing', socketEvent({ action: 'cancel', requestId: 'r1' }), 'InvalidMessage', 'r1'],
  ['a label is no text', socketEvent({ action: 'cancel', requestId: 7 }), 'InvalidMessage', undefined],
  ['it is not JSON', socketEvent('cancel it'), 'InvalidMessage', undefined],
  ['it is null', socketEvent('null'), 'InvalidMessage', undefined],
])('refuses a message when %s', async (_case, event, name, requestId) => {
  const { said } = await call(event, refusing);
  expect(said).toMatchObject({ type: 'error', name });
  expect(said.requestId).toBe(requestId);
  expect(refusing).not.toHaveBeenCalled();
});

test('refuses a connection without a caller', async () => {
  const { requestContext, body } = socketEvent(message);
  const { said } = await call(
    { body, requestContext: { ...requestContext, authorizer: undefined } },
    refusing,
  );
  expect(said).toMatchObject({ type: 'error', name: 'Unauthorized' });
});

test('refuses a message on a connection of more than an hour, and says which', async () => {
  const late = new Date(noon.getTime() + 3600_001);
  const { statusCode, said } = await call(socketEvent(message), refusing, late);
  expect([statusCode, said]).toEqual([
    200,
    expect.objectContaining({ type: 'error', name: 'Unauthorized', requestId: 'r1', topic: 'left' }),
  ]);
  expect(refusing).not.toHaveBeenCalled();
});
