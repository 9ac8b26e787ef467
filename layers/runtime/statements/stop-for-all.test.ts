import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { type AwsServer, awsServer, Refusal } from '../testing/aws-server.ts';
import { bob, exampleStatement, noon, runId, runKey, statementId } from '../testing/examples.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import type { StatementRecord } from './statement-record.ts';
import { type StopForAll, statementStopper } from './stop-for-all.ts';

const other = { owner: bob.id, runId: '8a0d7f37-0000-4000-8000-000000000001' };
const members = [runKey, other];
const by = 'operator@example.com';
let tables: TestTables;
let aws: AwsServer;
let ended: unknown[];
let stop: StopForAll;
let trouble: boolean;
beforeEach(async () => {
  tables = await testTables();
  trouble = false;
  aws = await awsServer({
    CancelStatement: () => {
      if (trouble) throw new Refusal('InternalServerException');
      return { Status: true };
    },
  });
  ended = [];
  stop = statementStopper({
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
  const record = exampleStatement({ members, ...change });
  await tables.statements.create(record);
  return record;
};
const cancelled = { operation: 'CancelStatement', input: { Id: statementId } };

test('cancels in Redshift what runs; its members wait for its end, and nobody joins it', async () => {
  await recorded({ status: 'running', statementId, key: 'same' });
  const stopped = await stop(runId, by);
  expect(stopped).toMatchObject({
    status: 'abandoned',
    stoppedBy: by,
    members: expect.arrayContaining(members),
  });
  expect([aws.asked, ended]).toEqual([[cancelled], []]);
  expect(await tables.statements.join(runId, 'same', { ...other, runId: 'late' })).toBeUndefined();
});

test('ends at once what stands in line', async () => {
  await tables.line.stand(await recorded({}), noon);
  await stop(runId, by);
  expect(ended).toEqual([[runId, { status: 'cancelled', at: noon }, ['abandoned']]]);
  expect([await tables.inLine(), aws.asked]).toEqual([[], []]);
});

test('what is on its way to Redshift is left to its workflow', async () => {
  await recorded({});
  expect(await stop(runId, by)).toMatchObject({ status: 'abandoned' });
  expect([ended, aws.asked]).toEqual([[], []]);
});

test('stops again what could not be stopped, and remembers who was first', async () => {
  await recorded({ status: 'running', statementId });
  trouble = true;
  await expect(stop(runId, by)).rejects.toMatchObject({ name: 'InternalServerException' });
  trouble = false;
  expect(await stop(runId, 'another@example.com')).toMatchObject({ stoppedBy: by });
  expect(aws.asked).toEqual([cancelled, cancelled]);
});

test('changes nothing of a statement that has ended, and knows of none', async () => {
  const before = await recorded({ status: 'succeeded', statementId });
  expect(await stop(runId, by)).toMatchObject({ status: 'succeeded' });
  expect(await stop('8a0d7f37-0000-4000-8000-000000000009', by)).toBeUndefined();
  const { members: _, ...rest } = before;
  expect(await tables.statements.get(runId)).toMatchObject(rest);
  expect([ended, aws.asked]).toEqual([[], []]);
});
