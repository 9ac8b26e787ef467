import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { DesignName } from './designs.ts';
import type { Tried } from './tally.ts';

const program = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Tries numbers with a design, in a process for each core; `told` hears of each as it is done, and says whether to go on. */
export const tryInWorkers = async (
  design: DesignName,
  numbers: number[],
  told: (tried: Tried) => boolean = () => true,
): Promise<Tried[]> => {
  const waiting = [...numbers];
  const done: Tried[] = [];
  const work = async (): Promise<void> => {
    const worker = fork(program, [design], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    });
    try {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
        const tried = await ask(worker, number);
        done.push(tried);
        if (!told(tried)) waiting.length = 0;
      }
    } finally {
      worker.kill();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), numbers.length) }, work));
  return done.sort((a, b) => a.number - b.number);
};

const ask = (worker: ChildProcess, number: number): Promise<Tried> =>
  new Promise((resolve, reject) => {
    const gone = (code: number | null) =>
      reject(new Error(`the worker with plan ${number} ended with ${code}`));
    worker.once('exit', gone);
    worker.once('message', (tried) => {
      worker.off('exit', gone);
      resolve(tried as Tried);
    });
    worker.send(number);
  });
