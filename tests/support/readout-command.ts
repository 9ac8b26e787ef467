import { type ChildProcess, spawn } from 'node:child_process';

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The command `readout` as a shell runs it, with its tokens in a home of its own. */
export function readoutCommand(home: string, page: string, bin = 'cli/bin/readout.mjs') {
  const env = { ...process.env, XDG_CONFIG_HOME: home, READOUT_URL: page };

  function start(args: string[], more: NodeJS.ProcessEnv = {}): ChildProcess {
    return spawn(process.execPath, [bin, ...args], { env: { ...env, ...more } });
  }
  async function run(args: string[], { more = {}, stdin = '' } = {}): Promise<Outcome> {
    const child = start(args, more);
    const said = { stdout: '', stderr: '' };
    child.stdout?.on('data', (chunk) => {
      said.stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      said.stderr += chunk;
    });
    child.stdin?.end(stdin);
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, ...said };
  }
  return { start, run };
}
