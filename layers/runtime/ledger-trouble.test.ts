import { BatchGetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cursorAt } from './cursor.ts';
import { Runs } from './runs.ts';
import { exampleRun, noon, runKey } from './testing/examples.ts';
import { conflict, meddling, refusal } from './testing/meddling.ts';
import { type TestTables, testTables } from './testing/tables.ts';

const running = { status: 'running', at: noon } as const;
const cancelled = { status: 'cancelled', at: noon } as const;
let tables: TestTables;
let waits: number[];
beforeEach(async () => {
  tables = await testTables();
  waits = [];
});
afterEach(() => tables.close());

const runsOver = (meddle: Parameters<typeof meddling>[1]): Runs =>
  new Runs({
    db: meddling(tables.db, meddle),
    table: 'runs',
    wait: async (milliseconds) => void waits.push(milliseconds),
    random: () => 0.5,
  });

/** Refuses the first transactions. */
const refusing = (error: Error, times: number): Runs => {
  let left = times;
  return runsOver((command, send) => {
    if (!(command instanceof TransactWriteCommand) || left === 0) return send();
    left -= 1;
    return Promise.reject(error);
  });
};

const reason = (Code: string): Error =>
  refusal('TransactionCanceledException', { CancellationReasons: [{ Code }, { Code: 'None' }] });

test.each([
  ['another transaction has the ledger in hand', conflict()],
  ['its own first try is still under way', refusal('TransactionInProgressException')],
  ['DynamoDB is too busy for one of the items', reason('ThrottlingError')],
  ['one of the items has had too many writes', reason('ProvisionedThroughputExceeded')],
])('a change is tried again when %s', async (_case, error) => {
  await tables.runs.create(exampleRun());
  expect(await refusing(error, 3).transition(runKey, running)).toMatchObject({ cursor: cursorAt(2) });
  expect(waits).toEqual([7.5, 15, 22.5]);
});

test('a change is given up when others are always first', async () => {
  await tables.runs.create(exampleRun());
  const always = refusing(conflict(), Number.POSITIVE_INFINITY);
  await expect(always.transition(runKey, running)).rejects.toMatchObject({ name: 'Unavailable' });
  expect(await tables.runs.get(runKey)).toMatchObject({ status: 'queued' });
});

test.each(['ThrottlingException', 'ProvisionedThroughputExceededException', 'AccessDeniedException'])(
  '%s is for the caller',
  async (name) => {
    await expect(refusing(refusal(name), 1).create(exampleRun())).rejects.toMatchObject({ name });
    expect(waits).toEqual([]);
  },
);

test('a change that others are faster than is made from what they left', async () => {
  await tables.runs.create(exampleRun());
  let late = true;
  const runs = runsOver(async (command, send) => {
    if (command instanceof TransactWriteCommand && late) {
      late = false;
      await tables.runs.transition(runKey, cancelled);
    }
    return send();
  });
  expect(await runs.transition(runKey, running)).toBeUndefined();
  expect(await tables.runs.get(runKey)).toMatchObject({ status: 'cancelled' });
});

/** Answers the ledger as it is, and the run as it was when it was asked for: the two are not read at one moment. */
const tornReads = (between: () => Promise<unknown>): Runs => {
  let torn = false;
  return runsOver(async (command, send) => {
    if (!(command instanceof BatchGetCommand) || torn) return send();
    torn = true;
    const of = (answer: { Responses: { runs: { runId: string }[] } }, ledger: boolean) =>
      answer.Responses.runs.filter(({ runId }) => (runId === 'ledger') === ledger);
    const before = await send();
    await between();
    return { Responses: { runs: [...of(before, false), ...of(await send(), true)] } };
  });
};

test('a run that changed between the reading of the two is read again', async () => {
  await tables.runs.create(exampleRun());
  const runs = tornReads(() => tables.runs.transition(runKey, cancelled));
  expect(await runs.transition(runKey, running)).toBeUndefined();
  expect(await tables.runs.get(runKey)).toMatchObject({ status: 'cancelled', cursor: cursorAt(2) });
});

test('a run that was made between the reading of the two is not made again', async () => {
  const runs = tornReads(() => tables.runs.create(exampleRun({ topic: 'first' })));
  await expect(runs.create(exampleRun({ topic: 'second' }))).rejects.toThrow('taken');
  expect(await tables.runs.get(runKey)).toMatchObject({ topic: 'first' });
});

test('a run that DynamoDB was too busy to read is not taken for a missing one', async () => {
  await tables.runs.create(exampleRun());
  let busy = true;
  const runs = runsOver(async (command, send) => {
    const answer = await send();
    if (!(command instanceof BatchGetCommand) || !busy) return answer;
    busy = false;
    const ledger = answer.Responses.runs.filter((item: { runId: string }) => item.runId === 'ledger');
    return { Responses: { runs: ledger }, UnprocessedKeys: { runs: { Keys: [runKey] } } };
  });
  expect(await runs.transition(runKey, running)).toMatchObject({ status: 'running' });
  expect(waits).toEqual([7.5]);
});
