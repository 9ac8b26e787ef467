/** Runs at most `width` works at a time, in the order in which they came. */
export const createQueue = (width: number) => {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  const next = (): void => {
    const work = running < width ? waiting.shift() : undefined;
    if (!work) return;
    running += 1;
    void work().finally(() => {
      running -= 1;
      next();
    });
  };
  return (work: () => Promise<void>): void => {
    waiting.push(work);
    next();
  };
};
