import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { RunKey } from '../run-record.ts';
import { type AwsServer, awsServer } from '../testing/aws-server.ts';
import { bob, exampleStatement, noon, runId, runKey, statementId } from '../testing/examples.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import { type LeaveStatement, statementLeaver } from './leave-statement.ts';
import type { StatementRecord } from './statement-record.ts';

const other: RunKey = { owner: bob.id, runId: '8a0d7f37-0000-4000-8000-000000000001' };
let tables: TestTables;
let aws: AwsServer;
let ended: unknown[];
let leave: LeaveStatement;
beforeEach(async () => {
  tables = await testTables();
  aws = await awsServer({ CancelStatement: () => ({ Status: true }) });
  ended = [];
  leave = statementLeaver({
    statements: tables.statements,
    line: tables.line,
    end: async (...asked) => {
      ended.push(asked);
      return undefined;
    },
    redshift: new RedshiftDataClient(aws.client),
    now: () => noon,
  });
});
afterEach(async () => {
  await tables.close();
  await aws.close();
});

const recorded = async (change: Partial<StatementRecord>): Promise<StatementRecord> => {
  const record = exampleStatement(change);
  await tables.statements.create(record);
  return record;
};
const now = async (): Promise<StatementRecord | undefined> => tables.statements.get(runId);

test('the last one out cancels in Redshift what runs, and leaves its end to the event', async () => {
  await recorded({ status: 'running', statementId });
  await leave(runId, runKey);
  expect(aws.asked).toEqual([{ operation: 'CancelStatement', input: { Id: statementId } }]);
  expect([ended, (await now())?.status]).toEqual([[], 'abandoned']);
});

test('the last one out ends at once what stands in line', async () => {
  await tables.line.stand(await recorded({}), noon);
  await leave(runId, runKey);
  expect(ended).toEqual([[runId, { status: 'cancelled', at: noon }, ['abandoned']]]);
  expect([await tables.inLine(), aws.asked]).toEqual([[], []]);
});

test('what is on its way to Redshift is left to its workflow', async () => {
  await recorded({});
  await leave(runId, runKey);
  expect([ended, aws.asked, (await now())?.status]).toEqual([[], [], 'abandoned']);
});

test.each<[string, Partial<StatementRecord>]>([
  ['runs', { status: 'running', statementId }],
  ['waits', {}],
])('who leaves a statement that %s leaves it to the others', async (_case, change) => {
  const before = await recorded({ ...change, members: [runKey, other] });
  await tables.line.stand(before, noon);
  await leave(runId, runKey);
  expect(await now()).toEqual({ ...before, members: [other] });
  expect([ended, aws.asked, await tables.inLine()]).toEqual([[], [], [expect.anything()]]);
});

test('who is no member stops nothing', async () => {
  const before = await recorded({ status: 'running', statementId });
  await leave(runId, other);
  await leave('8a0d7f37-0000-4000-8000-000000000009', runKey);
  expect(await now()).toEqual(before);
  expect([ended, aws.asked]).toEqual([[], []]);
});

test('a statement that has ended is not stopped', async () => {
  await recorded({ status: 'succeeded', statementId });
  await leave(runId, runKey);
  expect([ended, aws.asked]).toEqual([[], []]);
});
