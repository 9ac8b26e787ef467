import type { Run } from '@readout/runtime/contracts.ts';

/** Says on stderr how a run goes, a line for each change that a person wants to know. */
export function progress(say: (line: string) => void): (run: Run) => void {
  let last = '';
  return ({ status, place, rows, asOf, createdAt, runId }) => {
    const words: Record<Run['status'], string> = {
      queued: place ? `waits in line, place ${place}` : `queued as ${runId}`,
      running: 'running',
      succeeded: `succeeded, ${rows} rows${asOf && asOf < createdAt ? `, read by Redshift at ${asOf}` : ''}`,
      failed: 'failed',
      cancelled: 'cancelled',
    };
    if (words[status] !== last) say(words[status]);
    last = words[status];
  };
}
