import { z } from 'zod';

const StatementDetail = z.object({
  statementName: z.string(),
  statementId: z.string(),
  state: z.enum(['FINISHED', 'FAILED', 'ABORTED']),
  /** Rows in the result; -1 for a statement that did not finish. */
  rows: z.number().optional(),
});

/** What Redshift says of a statement that has ended. */
export type StatementDetail = z.output<typeof StatementDetail>;

/** The workflow's own word, or EventBridge's `Redshift Data Statement Status Change`. */
export const NotifyEvent = z.union([
  z.strictObject({ runId: z.string() }),
  z.object({ source: z.literal('aws.redshift-data'), detail: StatementDetail }),
]);

/** The name of a statement is `<stack>:<runId>`. */
export const runIdOf = ({ statementName }: StatementDetail): string =>
  statementName.slice(statementName.indexOf(':') + 1);
