import { ada, bob, noon } from '@readout/runtime/testing/examples.ts';
import {
  askedOf,
  pipelineRunId,
  queuedPipelineRun,
  type TestWorld,
  testWorld,
} from '@readout/runtime/testing/pipelines.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { cancelPipelineRun } from './cancel-pipeline-run.ts';

let tables: TestTables;
let world: TestWorld;
let told: number[];
beforeEach(async () => {
  [tables, world] = await Promise.all([testTables(), testWorld()]);
  told = [];
  await tables.pipelineRuns.create(queuedPipelineRun());
});
afterEach(() => Promise.all([tables.close(), world.close()]));

const cancel = (caller = ada, runId = pipelineRunId) =>
  cancelPipelineRun({
    runs: tables.pipelineRuns,
    redshift: world.redshift,
    tell: async ({ version }) => void told.push(version),
    operatorGroup: 'operators',
    now: () => noon,
  })({ caller, path: { runId }, query: {}, body: () => ({}) });
const send = async (script: string, number: number) => {
  const statementId = `c016234e-5c6c-4bc5-bb16-00000000000${number}`;
  world.statements.set(statementId, { Status: 'STARTED' });
  await tables.pipelineRuns.beginScript(pipelineRunId, script, 'token', noon);
  await tables.pipelineRuns.nameStatement(pipelineRunId, script, statementId, noon);
};

test('stops every script that runs, and says who wanted it', async () => {
  await send('10_load_customer', 1);
  await send('10_load_item', 2);
  const { status, body } = await cancel();
  expect([status, body]).toEqual([
    202,
    expect.objectContaining({ status: 'running', cancelledBy: ada.email }),
  ]);
  expect([...world.statements.values()].map(({ Status }) => Status)).toEqual(['ABORTED', 'ABORTED']);
  expect(told).toHaveLength(1);
});

test('done twice it is told once, and stops what was not stopped', async () => {
  await cancel();
  await send('10_load_item', 1).catch(() => undefined);
  expect((await cancel()).status).toBe(202);
  expect(told).toHaveLength(1);
});

test('is for operators too, and for nobody else', async () => {
  expect((await cancel({ ...bob, groups: ['operators'] })).status).toBe(202);
  await expect(cancel(bob)).rejects.toMatchObject({ name: 'RunNotFound' });
  await expect(cancel(ada, 'x')).rejects.toMatchObject({ name: 'RunNotFound' });
  expect(askedOf(world, 'CancelStatement')).toEqual([]);
});

test('of a run that has ended is refused', async () => {
  const found = await tables.pipelineRuns.get(pipelineRunId);
  await tables.pipelineRuns.end(found as never, { status: 'succeeded', at: noon });
  await expect(cancel()).rejects.toMatchObject({ name: 'RunEnded' });
});
