import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('../../../examples/run-all.mjs', import.meta.url));
const { AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_REDSHIFT_DATA, ...env } = process.env;

it('runs the quick starts unchanged but for an endpoint variable', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, 'javascript', 'typescript'], {
    env,
  });
  expect(stdout).toBe('javascript: as expected\ntypescript: as expected\n');
}, 60_000);
