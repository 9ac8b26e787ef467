import type { APIGatewayProxyEvent } from 'aws-lambda';
import { type Caller, contextOf } from '../caller.ts';
import { cursorAt } from '../cursor.ts';
import type { Log } from '../logger.ts';
import type { RunKey, RunRecord } from '../run-record.ts';
import type { SocketEvent } from '../socket.ts';
import type { StatementRecord } from '../statements/statement-record.ts';

/** Two people, a run and the events they cause; a test varies one field. */
export const ada: Caller = {
  id: '3f1c9f0e-8a43-4f6a-9a53-6d1b2d1a0c11',
  email: 'ada@example.com',
  groups: ['analysts'],
  claims: { email: 'ada@example.com', 'custom:region': 'north' },
};
export const bob: Caller = {
  id: '8d2b7c55-16b4-45c5-a1a7-0d0a1b9f4e22',
  email: 'bob@example.com',
  groups: [],
  claims: {},
};

export const runId = '7d9f2b34-6a0e-4c51-9c1d-0f6f7f1c2ab3';
export const statementId = 'c016234e-5c6c-4bc5-bb16-2c5b8ff61814';
export const noon = new Date('2015-12-01T12:00:00.000Z');

export const exampleRun = (change: Partial<RunRecord> = {}): RunRecord => ({
  runId,
  report: 'taxi/daily',
  title: 'Yellow taxi, day by day',
  status: 'queued',
  cursor: cursorAt(1),
  inputs: { month: '2015-12' },
  createdAt: noon.toISOString(),
  changedAt: noon.toISOString(),
  owner: ada.id,
  ownerEmail: ada.email,
  caller: ada,
  pageKey: 'page-key',
  expiresAt: Math.floor(noon.getTime() / 1000) + 3600,
  ...change,
});

/** The run's own name in the table. */
export const runKey: RunKey = { owner: ada.id, runId };

/** A statement that the run leads, alone. */
export const exampleStatement = (change: Partial<StatementRecord> = {}): StatementRecord => ({
  id: runId,
  status: 'queued',
  owner: ada.id,
  report: 'taxi/daily',
  members: [runKey],
  createdAt: noon.toISOString(),
  timeoutSeconds: 3600,
  budget: 'analysts',
  open: true,
  expiresAt: Math.floor(noon.getTime() / 1000) + 3600,
  ...change,
});

/** A REST event of the Lambda proxy integration with Cognito's authorizer, as far as it is used. */
export const restEvent = (
  change: Partial<APIGatewayProxyEvent> = {},
  caller: Caller = ada,
): APIGatewayProxyEvent =>
  ({
    httpMethod: 'GET',
    path: '/',
    headers: {},
    body: null,
    pathParameters: null,
    queryStringParameters: null,
    requestContext: {
      authorizer: {
        claims: {
          ...caller.claims,
          sub: caller.id,
          email: caller.email,
          'cognito:groups': caller.groups.join(','),
          aud: 'UserPoolClient',
          token_use: 'id',
        },
      },
    },
    ...change,
  }) as unknown as APIGatewayProxyEvent;

export const socketEvent = (message: unknown, caller: Caller = ada): SocketEvent => ({
  requestContext: { connectionId: 'L0SM9cOFvHcCIhw=', routeKey: 'run', authorizer: contextOf(caller, noon) },
  body: typeof message === 'string' ? message : JSON.stringify(message),
});

/** A log that keeps its entries. */
export const keepingLog = (): Log & { entries: { level: string; message: string; detail?: unknown }[] } => {
  const entries: { level: string; message: string; detail?: unknown }[] = [];
  const keep = (level: string) => (message: string, detail?: unknown) => {
    entries.push({ level, message, detail });
  };
  return { entries, info: keep('info'), warn: keep('warn'), error: keep('error') };
};
