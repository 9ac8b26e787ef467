import { rest } from '@readout/runtime/rest.ts';
import { ada, keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { issueTicket } from './issue-ticket.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const call = async ({
  clientId = 'UserPoolClient',
  tickets = tables.tickets as Parameters<typeof issueTicket>[0]['tickets'],
} = {}) => {
  const log = keepingLog();
  const act = issueTicket({ tickets, newTicket: () => 'a-ticket', now: () => noon });
  const { statusCode, body } = await rest(
    { log, pageOrigin: 'https://page', clientId },
    act,
  )(sampleEvent('issue-ticket/rest'));
  return { statusCode, body: JSON.parse(body), log: log.entries };
};

test('gives a ticket for 60 seconds that stands for the caller', async () => {
  expect(await call()).toMatchObject({
    statusCode: 200,
    body: { ticket: 'a-ticket', expiresAt: '2015-12-01T12:01:00.000Z' },
  });
  expect(await tables.tickets.use('a-ticket', noon)).toMatchObject({
    id: ada.id,
    email: ada.email,
    groups: ada.groups,
  });
});

test('gives none to a token of another client', async () => {
  expect(await call({ clientId: 'another' })).toMatchObject({
    statusCode: 401,
    body: { error: { name: 'Unauthorized' } },
  });
  expect(await tables.tickets.use('a-ticket', noon)).toBeUndefined();
});

test('keeps an unknown error for the log', async () => {
  const secret = new Error('arn:aws:…');
  const { body, log } = await call({ tickets: { add: () => Promise.reject(secret) } });
  expect(body.error).toEqual({ name: 'InternalError', message: 'Something went wrong on our side.' });
  expect(log).toEqual([expect.objectContaining({ level: 'error', detail: secret })]);
});
