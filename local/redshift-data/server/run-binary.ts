import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A running `redshift-data-local`; for tests. */
export interface RunningBinary {
  endpoint: string;
  child: ChildProcess;
  /** Interrupts it as Ctrl-C does; gives its exit code. */
  interrupt(): Promise<number | null>;
}

/** Starts it on a free port and waits until it is ready. */
export const runBinary = async (binary: string, options: readonly string[]): Promise<RunningBinary> => {
  const child = spawn(process.execPath, [binary, '--json', '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`ended with ${code}`))),
  ]);
  const { endpoint } = JSON.parse(line) as { endpoint: string };
  const interrupt = async () => {
    const exit = once(child, 'exit');
    child.kill('SIGINT');
    return (await exit)[0] as number | null;
  };
  return { endpoint, child, interrupt };
};
