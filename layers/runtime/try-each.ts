import type { Log } from './logger.ts';

/** Tries everything, whatever goes wrong with one; what did is in the log. Answers how many failed. */
export const tryEach = async <Item>(
  log: Pick<Log, 'error'>,
  items: Iterable<Item>,
  act: (item: Item) => Promise<void>,
  nameOf: (item: Item) => string,
): Promise<number> => {
  let failures = 0;
  for (const item of items) {
    try {
      await act(item);
    } catch (error) {
      failures += 1;
      log.error(`${nameOf(item)} could not be reconciled.`, error as Error);
    }
  }
  return failures;
};
