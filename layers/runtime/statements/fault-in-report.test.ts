import { ReportNotFound } from '../errors.ts';
import { bind } from '../report/bind.ts';
import { EXAMPLE } from '../report/example.ts';
import { parseTemplate } from '../report/parse-template.ts';
import { ada, exampleRun, exampleStatement, keepingLog, noon, runId } from '../testing/examples.ts';
import { faultInReport } from './fault-in-report.ts';

const broken = EXAMPLE.replace('from nyc_yellow_taxi', 'fromm nyc_yellow_taxi');
const { sql } = bind(parseTemplate(broken, 'taxi/daily'), exampleRun().inputs, ada, {
  at: noon,
  timeZone: 'UTC',
});
const message = `ERROR: syntax error at or near "fromm"\n  Position: ${sql.indexOf('fromm') + 1}`;

const find = (file: string | Error, leader: string | undefined = runId) => {
  const log = keepingLog();
  const found = faultInReport({
    statements: { get: async () => (leader ? exampleStatement() : undefined) },
    runs: { get: async (key) => (key.owner === ada.id && key.runId === leader ? exampleRun() : undefined) },
    readTemplate: async () => {
      if (file instanceof Error) throw file;
      return file;
    },
    log,
  })(runId, sql, message);
  return { found, log: log.entries };
};

test('finds the place in the file that the statement was made of', async () => {
  expect(await find(broken).found).toEqual({
    line: EXAMPLE.slice(0, EXAMPLE.indexOf('from nyc')).split('\n').length,
    column: 3,
  });
});

test.each([
  ['the report has changed since', broken.replace('sum(', 'min('), runId],
  ['the statement is not known', broken, ''],
  ['its leader is not known', broken, 'another'],
])('tells none when %s', async (_case, file, leader) => {
  expect(await find(file, leader).found).toBeUndefined();
});

test('tells none, and says so in the log, when the report cannot be read', async () => {
  const { found, log } = find(new ReportNotFound('gone'));
  expect(await found).toBeUndefined();
  expect(log).toMatchObject([{ level: 'warn' }]);
});
