import { CommanderError } from 'commander';
import { exitCodeOf, wordsOf } from './exit-codes.ts';
import { program } from './program.ts';

/** Runs one command and ends the process with its exit code. Only results go to stdout. */
export async function main(args: string[]): Promise<never> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    await program().parseAsync(args, { from: 'user' });
    await new Promise((written) => process.stdout.write('', written)); // a pipe may be slower
    process.exit();
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) process.stderr.write(`readout: ${wordsOf(thrown)}\n`);
    process.exit(exitCodeOf(thrown));
  }
}
