import { examplePipelineRun } from '@readout/client/testing/examples.ts';
import type { ScriptRun } from '@readout/runtime/contracts.ts';
import { pipelineProgress } from './pipeline-progress.ts';

const at = (second: number) => `2026-01-01T00:00:0${second}.000Z`;
const script = (name: string, change: Partial<ScriptRun> = {}): ScriptRun => ({
  script: name,
  number: 10,
  status: 'waiting',
  ...change,
});

it('says each change of a run and of its scripts once, the end of the run last', () => {
  const lines: string[] = [];
  const tell = pipelineProgress((line) => lines.push(line));
  const run = examplePipelineRun;
  const running = script('10_a', { status: 'running', startedAt: at(1) });
  const error = { name: 'QueryFailed', message: 'no', at: { line: 14, column: 3 } } as const;
  const failed = { ...running, status: 'failed' as const, endedAt: at(3), error };
  tell(run({ scripts: [script('10_a'), script('20_b')] }));
  tell(run({ status: 'running', startedAt: at(1), scripts: [running, script('20_b')] }));
  tell(run({ status: 'running', startedAt: at(1), scripts: [running, script('20_b')] }));
  tell(
    run({
      status: 'failed',
      startedAt: at(1),
      endedAt: at(4),
      scripts: [failed, script('20_b', { status: 'skipped' })],
    }),
  );
  expect(lines).toEqual([
    'sales: queued',
    'sales: running',
    '10_a: running',
    '10_a: failed after 2.0 s at 10_a.sql:14:3',
    '20_b: skipped',
    'sales: failed after 3.0 s',
  ]);
});
