import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { readingExactIntegers } from '../result/exact-integers.ts';
import type { RunRecord } from '../run-record.ts';
import { type AwsServer, awsServer, Refusal } from '../testing/aws-server.ts';
import { exampleRun, keepingLog, statementId } from '../testing/examples.ts';
import { rowsOffer } from './offer-rows.ts';

let aws: AwsServer;
afterEach(() => aws.close());

const setup = async ({ cells = ['a', '=b'], expired = false, mostKilobytes = 1 } = {}) => {
  aws = await awsServer({
    GetStatementResult: ({ NextToken = '0' }) => {
      if (expired) throw new Refusal('ResourceNotFoundException', 'Query does not exist.');
      const at = Number(NextToken);
      return {
        ColumnMetadata: [{ name: 'word', typeName: 'varchar' }],
        Records: [[{ stringValue: cells[at] }]],
        TotalNumRows: cells.length,
        ...(at + 1 < cells.length && { NextToken: `${at + 1}` }),
      };
    },
  });
  const log = keepingLog();
  const offer = rowsOffer({
    redshift: readingExactIntegers(new RedshiftDataClient(aws.client)),
    mostKilobytes,
    log,
  });
  const run = (change: Partial<RunRecord> = {}) =>
    offer(exampleRun({ status: 'succeeded', statementId, rows: cells.length, ...change }));
  return { run, log };
};

test('a small result is attached whole, as the file that a download would be', async () => {
  const { run } = await setup();
  const { sentence, file } = await run();
  expect(sentence).toMatch('are attached');
  expect(file).toMatchObject({ name: 'daily-2015-12.csv', type: 'text/csv' });
  expect(file?.content.toString()).toBe("\uFEFFword\r\na\r\n'=b\r\n");
});

test('a larger one is linked, and it is said why', async () => {
  const { run } = await setup({ cells: ['x'.repeat(600), 'x'.repeat(600)] });
  expect(await run()).toEqual({
    sentence: expect.stringMatching(/^No file is attached: it would be larger than 1 KB\./),
  });
});

test('a much larger one is not read to its end', async () => {
  const { run } = await setup({ cells: Array(50).fill('x'.repeat(1000)) });
  await run();
  expect(aws.asked.length).toBeLessThan(10);
});

test('one that is cut at its limit of rows is linked, and it is said where it is cut', async () => {
  const { run } = await setup();
  expect(await run({ maxRows: 1 })).toEqual({
    sentence: expect.stringMatching(/^No file is attached: of 2 rows, the first 1 can be read\./),
  });
  expect((await run({ maxRows: 2 })).file).toBeDefined();
});

test('nothing is read where nothing may be attached', async () => {
  const { run } = await setup({ mostKilobytes: 0 });
  expect(await run()).toEqual({ sentence: expect.stringMatching(/^Read the rows/) });
  expect(aws.asked).toEqual([]);
});

test('a result that cannot be read is linked all the same', async () => {
  const { run, log } = await setup({ expired: true });
  expect(await run()).toEqual({ sentence: expect.stringMatching(/^Read the rows/) });
  expect(log.entries).toMatchObject([{ level: 'error' }]);
});

test('what the runs of one statement share is read once', async () => {
  const { run } = await setup({ cells: ['a'] });
  await run();
  await run();
  expect(aws.asked).toHaveLength(1);
  await run({ statementId: 'another' });
  expect(aws.asked).toHaveLength(2);
});
