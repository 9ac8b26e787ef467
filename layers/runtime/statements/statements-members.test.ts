import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { RunKey } from '../run-record.ts';
import { bob, exampleStatement, noon, runId, runKey } from '../testing/examples.ts';
import { meddling, refusal } from '../testing/meddling.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import { memberText, type StatementRecord } from './statement-record.ts';
import { MOST_MEMBERS, Statements } from './statements.ts';

const member = (index: number): RunKey => ({
  owner: bob.id,
  runId: `8a0d7f37-0000-4000-8000-${String(index).padStart(12, '0')}`,
});
const other = member(1);
let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const recorded = (change: Partial<StatementRecord> = {}): Promise<boolean> =>
  tables.statements.create(exampleStatement({ key: 'key', ...change }));
const now = (): Promise<StatementRecord | undefined> => tables.statements.get(runId);

test.each([
  ['another key', { key: 'another' }],
  ['no key', { key: undefined }],
])('nobody joins a statement of %s', async (_case, change) => {
  await recorded(change);
  expect(await tables.statements.join(runId, 'key', other)).toBeUndefined();
  expect(await now()).toEqual(exampleStatement(change));
});

test('nobody joins a statement that its last member has left', async () => {
  await recorded({ members: [] });
  expect(await tables.statements.join(runId, 'key', other)).toBeUndefined();
});

test('a run that joins again is a member once', async () => {
  await recorded();
  await tables.statements.join(runId, 'key', other);
  expect((await tables.statements.join(runId, 'key', other))?.members).toHaveLength(2);
});

test('a statement has no more members than fit into its item', async () => {
  await recorded({ members: Array.from({ length: MOST_MEMBERS - 1 }, (_, index) => member(index)) });
  expect(await tables.statements.join(runId, 'key', runKey)).toBeDefined();
  expect(await tables.statements.join(runId, 'key', member(MOST_MEMBERS))).toBeUndefined();
  expect((await now())?.members).toHaveLength(MOST_MEMBERS);
});

test.each(['queued', 'running'] as const)('the last one out abandons what is %s', async (status) => {
  await recorded({ status, members: [runKey, other] });
  expect(await tables.statements.leave(runId, runKey)).toBeUndefined();
  expect(await now()).toMatchObject({ status, members: [other] });
  expect(await tables.statements.leave(runId, other)).toMatchObject({ status: 'abandoned', members: [] });
  expect(await now()).toMatchObject({ status: 'abandoned', members: [], open: true });
});

test.each(['succeeded', 'failed', 'cancelled', 'abandoned'] as const)(
  'who leaves what is %s changes no more than that',
  async (status) => {
    await recorded({ status });
    expect(await tables.statements.leave(runId, runKey)).toBeUndefined();
    expect(await now()).toMatchObject({ status, members: [] });
  },
);

test('who is no member leaves nothing', async () => {
  await recorded();
  expect(await tables.statements.leave(runId, other)).toBeUndefined();
  expect(await now()).toEqual(exampleStatement({ key: 'key' }));
});

test('who leaves a statement that does not exist makes none', async () => {
  expect(await tables.statements.leave(runId, runKey)).toBeUndefined();
  expect(await now()).toBeUndefined();
});

test('leaving again abandons what the last one out got no further with', async () => {
  await recorded({ members: [] });
  expect(await tables.statements.leave(runId, runKey)).toMatchObject({ status: 'abandoned' });
});

test('a statement that somebody has come to meanwhile is not abandoned', async () => {
  await recorded();
  const db = meddling(tables.db, async (command, send) => {
    if (command.input.ExpressionAttributeValues[':status'] === 'abandoned')
      await tables.db.send(
        new UpdateCommand({
          TableName: 'statements',
          Key: { id: runId },
          UpdateExpression: 'ADD members :member',
          ExpressionAttributeValues: { ':member': new Set([memberText(other)]) },
        }),
      );
    return send();
  });
  expect(await new Statements(db, 'statements').leave(runId, runKey)).toBeUndefined();
  expect(await now()).toMatchObject({ status: 'queued', members: [other] });
});

test.each([
  ['the leader is not alone', [runKey, other]],
  ['another one is alone', [other]],
  ['nobody is left', []],
])('nobody takes a statement back, or gives it another key, when %s', async (_case, members) => {
  await recorded({ members });
  expect(await tables.statements.retract(runId, runKey)).toBe(false);
  expect(await tables.statements.rekey(runId, 'new', runKey)).toBeUndefined();
  expect(await now()).toMatchObject({ key: 'key', status: 'queued' });
});

test('a statement may be shared no more', async () => {
  await recorded();
  expect(await tables.statements.rekey(runId, undefined, runKey)).not.toHaveProperty('key');
  expect(await now()).toEqual(exampleStatement());
});

test.each<[string, (statements: Statements) => Promise<unknown>]>([
  ['join', (statements) => statements.join(runId, 'key', other)],
  ['leave', (statements) => statements.leave(runId, runKey)],
  ['end', (statements) => statements.end(runId, { status: 'cancelled', at: noon })],
  ['create', (statements) => statements.create(exampleStatement())],
  ['retract', (statements) => statements.retract(runId, runKey)],
])('that DynamoDB is busy is not taken for a condition: to %s', async (_case, act) => {
  const db = meddling(tables.db, () => Promise.reject(refusal('ThrottlingException')));
  await expect(act(new Statements(db, 'statements'))).rejects.toMatchObject({ name: 'ThrottlingException' });
});

test('reads a statement as written a moment ago', async () => {
  const asked: unknown[] = [];
  const db = meddling(tables.db, (command, send) => {
    asked.push(command.input);
    return send();
  });
  await new Statements(db, 'statements').get(runId);
  expect(asked).toEqual([expect.objectContaining({ ConsistentRead: true })]);
});
