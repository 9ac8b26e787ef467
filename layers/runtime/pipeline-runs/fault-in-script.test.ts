import type { PipelineFolder } from '../pipeline/parse-pipeline.ts';
import { keepingLog } from '../testing/examples.ts';
import { PIPELINE, pipelineRunId, queuedPipelineRun } from '../testing/pipelines.ts';
import { faultInScript } from './fault-in-script.ts';

const text = `-- what is sold
delete from sales where day = :day;

insert into sales
select amount,
       cast(:day as date)
  from raw_sales; -- from s3://{{ data_bucket }}
copy sales from 's3://{{ data_bucket }}/sales.csv' iam_role default csv;
`;
const insert = 'insert into sales\nselect amount,\n       cast(:day as date)\n  from raw_sales';
const script = '20_load_sales';

const find = (
  failed: { index: number; sql?: string; message: string },
  change: Record<string, string> = {},
) => {
  const log = keepingLog();
  const folder = new Map(
    Object.entries({ ...PIPELINE, [`${script}.sql`]: text, ...change }),
  ) as PipelineFolder;
  const look = faultInScript({
    runs: { get: async () => queuedPipelineRun() },
    folders: { read: async () => folder },
    constants: { data_bucket: 'data-bucket' },
    log,
  });
  return look({ runId: pipelineRunId, script }, failed).then((place) => ({ place, log }));
};

test.each([
  ['where the engine says', 'ERROR: syntax error at or near "amount" Position: 26', { line: 5, column: 8 }],
  ['at the name that it quotes', 'ERROR: relation "raw_sales" does not exist', { line: 7, column: 8 }],
  ['at its beginning, when it says nothing of a place', 'ERROR: Divide by zero', { line: 4, column: 1 }],
])('a statement failed %s', async (_where, message, place) => {
  expect((await find({ index: 1, sql: insert, message })).place).toEqual(place);
});

test('a comment before the statement is not it, and what a deployment fills in moves nothing', async () => {
  expect((await find({ index: 0, message: 'no' })).place).toEqual({ line: 2, column: 1 });
  expect((await find({ index: 2, message: 'no' })).place).toEqual({ line: 8, column: 1 });
});

test('of a file that makes other SQL by now nothing is told', async () => {
  expect((await find({ index: 1, sql: `${insert} limit 1`, message: 'no' })).place).toBeUndefined();
});

test.each([
  ['that cannot be read', { [`${script}.sql`]: "select 'x" }],
  ['whose pipeline is broken', { 'pipeline.yaml': 'tags: []' }],
])('a script %s ends all the same', async (_how, change) => {
  const { place, log } = await find({ index: 1, message: 'no' }, change);
  expect([place, log.entries.length]).toEqual([undefined, 1]);
});
