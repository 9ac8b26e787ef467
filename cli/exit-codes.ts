import { type ClientErrorName, ReadoutError } from '@readout/client';
import { CommanderError } from 'commander';

/** What a script can tell apart; docs/clients.md lists them. */
export const EXIT = { failed: 1, usage: 2, signIn: 3, refused: 4, cancelled: 5, unavailable: 6 } as const;

const CODES: Partial<Record<ClientErrorName, number>> = {
  InvalidInput: EXIT.usage,
  Unauthorized: EXIT.signIn,
  AccessDenied: EXIT.refused,
  ReportNotFound: EXIT.refused,
  PipelineNotFound: EXIT.refused,
  RunNotFound: EXIT.refused,
  TooManyRuns: EXIT.unavailable,
  PipelineBusy: EXIT.unavailable,
  BudgetSpent: EXIT.unavailable,
  Unavailable: EXIT.unavailable,
  Offline: EXIT.unavailable,
};

/** A run that was cancelled, by whomever. */
export class Cancelled extends Error {}

export function exitCodeOf(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : EXIT.usage;
  if (thrown instanceof Cancelled) return EXIT.cancelled;
  return (thrown instanceof ReadoutError && CODES[thrown.name]) || EXIT.failed;
}

/** One line: the error's name, the option that is wrong, and what is wrong with it. */
export function wordsOf(thrown: unknown): string {
  if (thrown instanceof ReadoutError)
    return [thrown.name, ...(thrown.field ? [`--${thrown.field}`] : []), thrown.message].join(': ');
  return thrown instanceof Error ? thrown.message : String(thrown);
}
