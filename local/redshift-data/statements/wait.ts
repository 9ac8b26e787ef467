import type { Statement } from './statement.ts';

/** Waits until a statement has ended, `seconds` at most; at once without them. */
export const waitForEnd = async ({ ended }: Statement, seconds: number | undefined): Promise<void> => {
  if (!seconds) return;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000);
  });
  await Promise.race([ended, timeout]);
  clearTimeout(timer);
};
