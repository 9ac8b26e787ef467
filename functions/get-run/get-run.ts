import type { RestAction } from '@readout/runtime/rest.ts';
import { toRun } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';

/** How one of the caller's own runs stands. Throws RunNotFound. */
export const getRun =
  ({ runs }: { runs: Pick<Runs, 'owned'> }): RestAction =>
  async ({ caller, path }) => ({ body: toRun(await runs.owned(path.runId ?? '', caller.id)) });
