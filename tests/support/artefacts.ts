import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from './start-stack.cjs';

// Runs every function that `sam build` made, with the layers that it made, on each of its sample events, through
// `npm run invoke` against a local stack.

/** The status, the error or, where an answer has neither, null that each sample is answered with on a fresh stack. */
const answers = JSON.parse(readFileSync('tests/support/answers.json', 'utf8'));
const state = mkdtempSync(join(tmpdir(), 'readout-artefacts-'));
const stack = await startStack(['--state', state, '--artefacts', '.aws-sam/build']);
let failures = 0;
try {
  for (const folder of readdirSync('functions')) {
    const samples = readdirSync(join('events', folder));
    if (samples.length === 0) throw new Error(`events/${folder} has no sample event`);
    for (const sample of samples) invoke(folder, `${folder}/${sample}`);
  }
} finally {
  await stack.stop();
  rmSync(state, { recursive: true, force: true });
}
process.exit(failures === 0 ? 0 : 1);

function invoke(folder: string, sample: string): void {
  const args = ['--import', 'tsx', 'local/invoke.ts', folder, join('events', sample), '--state', state];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const answer = stdout ? JSON.parse(stdout) : { errorType: 'no answer' };
  const got = answer?.statusCode ?? answer?.errorType ?? null;
  const expected = answers[sample];
  if (got === expected) console.log(`ok     ${sample}`);
  else {
    failures += 1;
    console.log(`FAILED ${sample}: expected ${expected}, got ${got}: ${stdout}${stderr}`);
  }
}
