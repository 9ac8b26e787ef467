import type { Log } from '@readout/runtime/logger.ts';
import { tryEach } from '@readout/runtime/try-each.ts';

/** One thing that reconcile looks after. */
export interface Task {
  name: string;
  run(): Promise<void>;
}

/**
 * Finds what nobody else will finish, once a minute, and drives it along the path that it would have taken. Every step
 * is one that may be repeated, so that it does no harm where it was wrong. Throws in the end when something failed, so
 * that the function's alarm says so; the next minute tries again.
 */
export const reconcile =
  ({ tasks, log }: { tasks: Task[]; log: Log }) =>
  async (): Promise<void> => {
    const failures = await tryEach(
      log,
      tasks,
      ({ run }) => run(),
      ({ name }) => name,
    );
    if (failures > 0) throw new Error(`${failures} of ${tasks.length} tasks failed; see the log.`);
  };
