import { ServiceError } from '../protocol/service-error.ts';
import type { ExecutionEnvironment } from './execution-environment.ts';
import type { Invocation, Outcome } from './invocation.ts';

export interface PoolDeps {
  /** Starts a process; `onEnd` is told when it is gone. */
  start: (onEnd: (environment: ExecutionEnvironment) => void) => Promise<ExecutionEnvironment>;
  maxProcesses: number;
  /** How many may be on their way at once. */
  startsAtOnce: number;
  /** How long an event waits for a process that is there before another is started. */
  patienceMs: number;
  reservedConcurrency?: number;
  idleMs: number;
}

export interface ProcessPool {
  /**
   * Runs one event on an idle process, a new one, or the next to become free.
   * @param queued waits where a synchronous call would be throttled, as Lambda's queue of asynchronous events does
   * @throws TooManyRequestsException beyond the reserved concurrency
   */
  run(invocation: Invocation, queued: boolean): Promise<Outcome>;
  /** Ends idle processes now and busy ones after their event: the next event meets new code. */
  retire(): void;
  /** Kills every process. */
  close(): Promise<void>;
}

/** The processes of one function. */
export const createProcessPool = ({
  start,
  maxProcesses,
  startsAtOnce,
  patienceMs,
  reservedConcurrency,
  idleMs,
}: PoolDeps): ProcessPool => {
  const limit = Math.min(maxProcesses, reservedConcurrency ?? maxProcesses);
  const all = new Set<ExecutionEnvironment>();
  const idle = new Map<ExecutionEnvironment, NodeJS.Timeout>();
  const waiting: (() => void)[] = [];
  /** Events without a process, which take the next one that is ready, whichever that is. */
  const seeking: { give: (environment: ExecutionEnvironment) => void; fail: (error: unknown) => void }[] = [];
  let starting = 0;
  let patience: NodeJS.Timeout | undefined;
  /** Processes with the present code. */
  let current = new Set<ExecutionEnvironment>();
  let running = 0;
  let demanded = 0;
  let closed = false;

  const notIdle = (environment: ExecutionEnvironment) => {
    clearTimeout(idle.get(environment));
    idle.delete(environment);
    return environment;
  };

  const takeIdle = (): ExecutionEnvironment | undefined => {
    const latest = [...idle.keys()].at(-1);
    return latest && notIdle(latest);
  };

  const startOne = async () => {
    if (closed) throw new Error('The local Lambda is closed.');
    const generation = current;
    const environment = await start((ended) => {
      all.delete(notIdle(ended));
      generation.delete(ended);
    });
    generation.add(environment);
    all.add(environment);
    return environment;
  };

  const putBack = (environment: ExecutionEnvironment) => {
    if (environment.ended) return;
    const discard = () => void notIdle(environment).end();
    if (!current.has(environment)) return discard();
    const next = seeking.shift();
    if (next) next.give(environment);
    else idle.set(environment, setTimeout(discard, idleMs).unref());
  };

  const startForOne = async () => {
    starting += 1;
    try {
      const environment = await startOne();
      await environment.ready;
      // One that did not come up tells an event why.
      if (environment.ended) seeking.shift()?.give(environment);
      else putBack(environment);
    } catch (error) {
      seeking.shift()?.fail(error);
    } finally {
      starting -= 1;
      startMore();
    }
  };

  const startNow = () => {
    patience = undefined;
    while (starting < Math.min(seeking.length, startsAtOnce)) void startForOne();
  };

  /** The first process at once; a further one when those that are there do not come by soon. */
  const startMore = () => {
    if (starting >= Math.min(seeking.length, startsAtOnce)) return;
    if (current.size === 0) startNow();
    else patience ??= setTimeout(startNow, patienceMs);
  };

  const seek = () =>
    new Promise<ExecutionEnvironment>((give, fail) => {
      seeking.push({ give, fail });
      startMore();
    });

  const slot = async () => {
    if (running >= limit) await new Promise<void>((free) => waiting.push(free));
    else running += 1;
  };

  const release = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return {
    run: async (invocation, queued) => {
      if (!queued && reservedConcurrency !== undefined && demanded >= reservedConcurrency) throw throttled();
      demanded += 1;
      await slot();
      try {
        const environment = takeIdle() ?? (await seek());
        const outcome = await environment.run(invocation);
        putBack(environment);
        return outcome;
      } finally {
        demanded -= 1;
        release();
      }
    },
    retire: () => {
      current = new Set();
      for (const environment of [...idle.keys()]) void notIdle(environment).end();
    },
    close: async () => {
      closed = true;
      clearTimeout(patience);
      startNow();
      await Promise.all([...all].map((environment) => notIdle(environment).end()));
    },
  };
};

const throttled = () =>
  new ServiceError('TooManyRequestsException', 'Rate Exceeded.', 429, {
    Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
    Type: 'User',
  });
