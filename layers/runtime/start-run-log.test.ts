import { startRun } from './start-run.ts';
import { ada, exampleRun, keepingLog, noon, runId } from './testing/examples.ts';

const logOf = async (report: string) => {
  const log = keepingLog();
  const create = async () => exampleRun({ report });
  const runs = { create, transition: async () => undefined };
  const launch = async () => undefined;
  const start = startRun({ runs, launch, log, newId: () => runId, newPageKey: () => 'key', now: () => noon });
  await start({ report, title: report, inputs: { month: 'secret' }, caller: ada });
  return log.entries;
};

test('the log names the run and its report', async () => {
  expect(await logOf('taxi/daily')).toEqual([
    { level: 'info', message: 'A run was started.', detail: { runId, report: 'taxi/daily' } },
  ]);
});

test('what a handshake names that can be no report stays out of the log', async () => {
  expect(await logOf('taxi/daily\n{"level":"ERROR"}')).toEqual([
    { level: 'info', message: 'A run was started.', detail: { runId } },
  ]);
});
