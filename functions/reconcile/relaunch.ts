import type { LaunchRun } from '@readout/runtime/launch-run.ts';
import type { RunKey } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';

/** Starts the workflow of a run again; false when that was done often enough, or there is no such run. */
export type Relaunch = (key: RunKey) => Promise<boolean>;

/** Once a minute: longer than any workflow lives, and less than the eight hours of Redshift's client token. */
const MOST = 6;

export const relauncher =
  ({ runs, launch }: { runs: Pick<Runs, 'get' | 'relaunch'>; launch: LaunchRun }): Relaunch =>
  async (key) => {
    const run = await runs.get(key);
    if (!run || !(await runs.relaunch(key, MOST))) return false;
    await launch(run);
    return true;
  };
