import type { Caller } from '@readout/runtime/caller.ts';
import type { DownloadRequest } from '@readout/runtime/contracts.ts';
import { derivedId } from '@readout/runtime/derived-id.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import type { StartRun } from '@readout/runtime/start-run.ts';

export interface PrepareDeps {
  runs: Pick<Runs, 'get'>;
  start: StartRun;
  now(): Date;
}

/** How long a prepared file is given out, in milliseconds: an hour less than the bucket keeps it. */
const KEPT = 23 * 3600_000;

/**
 * The run that prepares a file of another's rows, and the id that it has or would have. The id follows from what is asked
 * and how many came to nothing before, so that whoever asks twice at once finds one.
 */
export const preparingRun = async (
  { runs, now }: Pick<PrepareDeps, 'runs' | 'now'>,
  { owner, runId: of }: RunRecord,
  { format, raw }: DownloadRequest,
): Promise<{ runId: string; found?: RunRecord }> => {
  for (let attempt = 1; ; attempt++) {
    const runId = derivedId(of, format, raw, attempt);
    const found = await runs.get({ owner, runId });
    if (!found || !isSpent(found, now())) return { runId, found };
  }
};

/** Begins to prepare a file, unless another request was faster: then answers that one's run. */
export const prepare = async (
  deps: PrepareDeps,
  run: RunRecord,
  { format, raw }: DownloadRequest,
  { runId, caller }: { runId: string; caller: Caller },
): Promise<RunRecord> => {
  const { owner, report, title, inputs } = run;
  const download = { of: run.runId, format, ...(raw && { raw }) };
  try {
    return await deps.start({ runId, report, title, inputs, caller, download });
  } catch (error) {
    const other = await deps.runs.get({ owner, runId });
    if (!other || isSpent(other, deps.now())) throw error;
    return other;
  }
};

/** It came to nothing, or its file may be gone. */
const isSpent = ({ status, endedAt = '' }: RunRecord, now: Date): boolean =>
  status === 'failed' ||
  status === 'cancelled' ||
  (status === 'succeeded' && now.getTime() > Date.parse(endedAt) + KEPT);
