/** Resolves after `ms` milliseconds, or rejects with the signal's reason when it is aborted first. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

const longestTimer = 2 ** 31 - 1;

/** Real time, in slices where one timer cannot reach. */
export const realSleep: Sleep = async (ms, signal) => {
  for (let left = ms; left > 0; left -= longestTimer) await oneTimer(Math.min(left, longestTimer), signal);
};

const oneTimer = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });

/** Settles as `work` does, or rejects with the signal's reason when it is aborted first. */
export const abortable = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });

/** An AbortController that is aborted with its parent, and a way to let go of the parent. */
export const childController = (parent: AbortSignal): { controller: AbortController; release(): void } => {
  const controller = new AbortController();
  const follow = () => controller.abort(parent.reason);
  if (parent.aborted) follow();
  parent.addEventListener('abort', follow, { once: true });
  return { controller, release: () => parent.removeEventListener('abort', follow) };
};

/**
 * Runs `work` for at most `seconds`. When they have passed, `work`'s signal is aborted and the answer is `late`,
 * whatever `work` does. Without `seconds` there is no limit.
 */
export const withDeadline = async <T>(
  { seconds, late, timeout, signal }: { seconds?: number; late: Error; timeout: Sleep; signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const { controller, release } = childController(signal);
  const timer = new AbortController();
  if (seconds !== undefined) {
    timeout(seconds * 1000, timer.signal).then(
      () => controller.abort(late),
      () => undefined,
    );
  }
  try {
    return await abortable(work(controller.signal), controller.signal);
  } finally {
    timer.abort(new Error('the work ended first'));
    release();
  }
};
