import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copiedProject } from '../support/copied-project.ts';
import { type Outcome, readoutCommand } from '../support/readout-command.ts';
import type { RunningStack } from '../support/stack.ts';
import { startStack } from '../support/start-stack.cjs';

jest.setTimeout(180_000);

const yaml = `title: Division by hand
access: everyone
parameters:
  - { name: divisor, label: Divisor, type: integer, required: true, min: 0, max: 9 }
`;
/** Hours of work, to be cancelled. */
const SLOW = 'select count(*) from generate_series(1, 100000000000) as t(x) where mod(x, 7) = 3;';

const project = copiedProject();
let stop: () => Promise<number | null>;
let readout: (args: string[]) => Promise<Outcome>;
beforeAll(async () => {
  const pipeline = (id: string, files: Record<string, string>) => {
    mkdirSync(join(project, 'sql/pipelines', id), { recursive: true });
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(project, 'sql/pipelines', id, name), text);
  };
  pipeline('division', {
    'pipeline.yaml': yaml,
    '10_one.sql': 'select 1;',
    '20_divide.sql': 'select 10 / cast(:divisor as integer);',
  });
  pipeline('slow', { 'pipeline.yaml': 'title: Slow\naccess: everyone\n', '10_slow.sql': SLOW });
  const started = await startStack(['--state', join(project, 'state')], project);
  stop = started.stop;
  const { page, user } = started.description as RunningStack;
  const { run } = readoutCommand(join(project, 'home'), page);
  readout = run;
  await run(['login', '--email', user.email], { stdin: `${user.password}\n` });
});
afterAll(async () => {
  await stop();
  rmSync(project, { recursive: true, force: true });
});

const ID = /^[0-9a-f-]{36}\n$/;

it('lists pipelines with their inputs', async () => {
  const { code, stdout } = await readout(['pipelines']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^division\tDivision by hand\t--divisor$/m);
});

it('starts one, prints the id of its run, and says how each script goes to the end', async () => {
  const { code, stdout, stderr } = await readout([
    'pipelines',
    'run',
    'division',
    '--divisor',
    '2',
    '--follow',
  ]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(ID)]);
  const lines = stderr.trimEnd().split('\n');
  expect(lines.filter((line) => / succeeded after [\d.]+ s$/.test(line))).toEqual([
    expect.stringMatching(/^10_one: /),
    expect.stringMatching(/^20_divide: /),
    expect.stringMatching(/^division: /),
  ]);
});

it('says why one has failed, and runs it again from the step that did', async () => {
  const failed = await readout(['pipelines', 'run', 'division', '--divisor=0', '--follow']);
  expect(failed.code).toBe(1);
  expect(failed.stderr).toMatch(/^20_divide: failed after/m);
  expect(failed.stderr).toMatch(/^readout: QueryFailed: 20_divide: .*[Dd]ivi/m);
  const again = await readout(['pipelines', 'retry', failed.stdout.trim(), '--follow']);
  expect(again.code).toBe(1);
  expect(again.stdout).not.toBe(failed.stdout);
  expect(again.stderr).toMatch(/^10_one: skipped$/m);
});

it('starts none twice, and cancels one that another command follows', async () => {
  const { stdout } = await readout(['pipelines', 'run', 'slow']);
  const runId = stdout.trim();
  const busy = await readout(['pipelines', 'run', 'slow']);
  expect([busy.code, busy.stderr]).toEqual([6, expect.stringMatching(/^readout: PipelineBusy: /)]);
  const following = readout(['pipelines', 'follow', runId]);
  expect((await readout(['pipelines', 'cancel', runId])).code).toBe(0);
  expect(await following).toMatchObject({ code: 5, stderr: expect.stringContaining('cancelled by ') });
});

it.each([
  [['pipelines', 'run', 'nothing'], 4, /^readout: PipelineNotFound: /m],
  [['pipelines', 'run', 'division', '--divisor', '10'], 2, /^readout: InvalidInput: --divisor: /m],
  [
    ['pipelines', 'run', 'division', '--dividend', '1'],
    2,
    /^readout: InvalidInput: --dividend: there is no such input/m,
  ],
  [['pipelines', 'follow', '00000000-0000-4000-8000-000000000009'], 4, /^readout: RunNotFound: /m],
])('says what is wrong with %j', async (args, code, words) => {
  const outcome = await readout(args);
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).toMatch(words);
});
