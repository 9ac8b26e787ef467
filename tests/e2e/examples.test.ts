import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { stack } from '../support/stack.ts';

/** Those that need nothing but what `npm ci` installs; `.ci/run` runs the other languages. */
it.each(['readout/javascript', 'readout/typescript'])(
  'runs the example %s',
  async (name) => {
    const { email, password } = stack.user;
    const env = { ...process.env, READOUT_URL: stack.page, READOUT_EMAIL: email, READOUT_PASSWORD: password };
    const { stdout } = await promisify(execFile)(process.execPath, ['examples/run-all.mjs', name], { env });
    expect(stdout).toBe(`${name}: as expected\n`);
  },
  60_000,
);
