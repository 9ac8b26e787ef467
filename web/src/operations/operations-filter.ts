import type { OperatorRun, RunStatus } from '@readout/runtime/contracts.ts';
import { isOpen } from './read-day.ts';

/** Which runs of a day are listed, and in which order. An empty text stands for any. */
export interface OperationsFilter {
  /** What stands somewhere in the e-mail address. */
  person: string;
  report: string;
  /** `open`: it has not ended. */
  status: RunStatus | 'open' | '';
  order: 'latest' | 'longest';
}

export const EVERYTHING: OperationsFilter = { person: '', report: '', status: '', order: 'latest' };

/** The runs that a filter finds, in its order; `now` in milliseconds, for those that go on. */
export function filtered(
  runs: readonly OperatorRun[],
  { person, report, status, order }: OperationsFilter,
  now: number,
): OperatorRun[] {
  const found = runs.filter(
    (run) =>
      run.ownerEmail.toLowerCase().includes(person.trim().toLowerCase()) &&
      (!report || run.report === report) &&
      (!status || (status === 'open' ? isOpen(run) : run.status === status)),
  );
  return order === 'latest' ? found : found.sort((a, b) => tookOf(b, now) - tookOf(a, now));
}

const tookOf = ({ createdAt, endedAt }: OperatorRun, now: number): number =>
  (endedAt ? Date.parse(endedAt) : now) - Date.parse(createdAt);

/** What would be stopped with a run: every run that has not ended and waits for the same statement, itself first. */
export function stoppedWith(run: OperatorRun, runs: readonly OperatorRun[]): OperatorRun[] {
  const others = runs.filter(
    (one) => one.runId !== run.runId && isOpen(one) && statementOf(one) === statementOf(run),
  );
  return [run, ...others];
}

/** The run that leads a run's statement; before it is admitted it can only be itself. */
export const statementOf = ({ statement, runId }: OperatorRun): string => statement ?? runId;
