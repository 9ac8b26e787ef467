import { runTeller } from './tell-run.ts';
import { ada, exampleRun, runId } from './testing/examples.ts';
import { type TestTables, testTables } from './testing/tables.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
  await tables.runs.create(exampleRun());
});
afterEach(() => tables.close());

const present = async () => {
  const record = await tables.runs.get(runId);
  if (!record) throw new Error('no record');
  return record;
};

test('tells a state once, without what the owner has no use for', async () => {
  const told: unknown[] = [];
  const tell = runTeller({ runs: tables.runs, announce: async (...message) => void told.push(message) });
  await tell(await present());
  await tell(await present());
  const { owner, ownerEmail, expiresAt, ...run } = exampleRun();
  expect(told).toEqual([[ada.id, { type: 'run', ...run }]]);
});

test('tells it again when the first try failed', async () => {
  const tries: string[] = [];
  const announce = async (owner: string): Promise<void> => {
    tries.push(owner);
    if (tries.length === 1) throw new Error('unreachable');
  };
  const tell = runTeller({ runs: tables.runs, announce });
  await expect(tell(await present())).rejects.toThrow('unreachable');
  await tell(await present());
  expect(tries).toHaveLength(2);
});
