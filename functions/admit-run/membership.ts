import type { Membership } from '@readout/runtime/runs.ts';
import type { AdmitRunEvent } from './admit-run-event.ts';

/** What a run that becomes a member of a statement is told of itself; a report may allow fewer rows than the stack. */
export const membershipOf = (
  { execution, admission: { title, scope, maxRows, resolved } }: AdmitRunEvent,
  statement: string,
  mostRows: number,
): Membership => ({
  statement,
  title,
  scope,
  maxRows: Math.min(maxRows ?? mostRows, mostRows),
  resolved,
  execution,
});
