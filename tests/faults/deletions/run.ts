import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { copyTree } from './copy-tree.ts';
import { type Deletion, without } from './deletion.ts';
import { deletions } from './list.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

const options = new Command()
  .name('npm run faults:deletions --')
  .description('Leaves out one thing after another in a copy of the project and says which test notices.')
  .option('--only <text>', 'those whose file or reason has this text')
  .option('--plans <number>', 'how many fault plans are tried', Number, 60)
  .option('--plans-only', 'does not run the tests beside the file', false)
  .parse()
  .opts<{ only?: string; plans: number; plansOnly: boolean }>();

const copy = copyTree(root);
const node = (args: string[]) =>
  spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  });

/** The first test that fails of those beside the file, and of the workflow's when it is that. */
const failingTest = ({ file, tests }: Deletion): string | undefined => {
  const folders = tests?.split(' ') ?? [file.startsWith('statemachine') ? 'tests/workflow' : dirname(file)];
  const outcome = join(copy, 'outcome.json');
  node(['node_modules/jest/bin/jest.js', ...folders, '--json', '--outputFile', outcome, '--silent']);
  const { testResults } = JSON.parse(readFileSync(outcome, 'utf8')) as {
    testResults: {
      name: string;
      message: string;
      assertionResults: { status: string; fullName: string }[];
    }[];
  };
  for (const { name, message, assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === 'failed');
    if (failed) return failed.fullName;
    if (assertionResults.length === 0 && message) return `${name.slice(copy.length + 1)} does not load`;
  }
  return undefined;
};

/** The first fault plan that fails. */
const failingPlan = ({ design = 'readout' }: Deletion): string | undefined => {
  const { status, stdout } = node([
    ...['--import', 'tsx', 'tests/faults/run.ts', '--design', design, '--stop'],
    ...['--plans', String(options.plans)],
  ]);
  if (status === 0) return undefined;
  const [, number, first] = /^Plan (\d+) fails.*\n\s*(.*)$/m.exec(stdout) ?? [];
  return number ? `fault plan ${number}: ${first}` : 'the fault plans do not run';
};

let unnoticed = 0;
try {
  for (const deletion of deletions) {
    if (options.only && !`${deletion.file} ${deletion.why}`.includes(options.only)) continue;
    const file = join(copy, deletion.file);
    const text = readFileSync(join(root, deletion.file), 'utf8');
    writeFileSync(file, without(deletion, text));
    const noticed = (options.plansOnly ? undefined : failingTest(deletion)) ?? failingPlan(deletion);
    writeFileSync(file, text);
    if (!noticed) unnoticed += 1;
    console.log(
      `${noticed ? 'noticed  ' : 'UNNOTICED'} ${deletion.why} (${deletion.file})\n          ${noticed ?? ''}`,
    );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${unnoticed} unnoticed`);
process.exit(unnoticed === 0 ? 0 : 1);
