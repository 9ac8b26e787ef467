import type { Run, RunStatus } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';

/** Also before there is a run: `asked`, no answer has come yet; `refused`, it became none. */
export type ShownStatus = RunStatus | 'asked' | 'refused';

/** Where a run stands, in words; a queued one that waits for others says how many go first. */
export function statusText(status: ShownStatus, run?: Pick<Run, 'place'>): string {
  return status === 'queued' && run?.place ? strings.run.inLine(run.place) : strings.run[status];
}
