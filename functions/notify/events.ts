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

const Failure = z.object({
  name: z.string(),
  message: z.string(),
  field: z.string().optional(),
  at: z.object({ line: z.number(), column: z.number() }).optional(),
});

/** The workflow's own word of a run, of a statement that runs, or of a run that it failed; or EventBridge's of a statement. */
export const NotifyEvent = z.union([
  z.strictObject({ owner: z.string(), runId: z.string() }),
  z.strictObject({
    owner: z.string(),
    runId: z.string(),
    failure: Failure,
    execution: z.string().optional(),
  }),
  z.strictObject({ statement: z.string() }),
  z.object({ source: z.literal('aws.redshift-data'), detail: StatementDetail }),
]);

/** The name of a statement is `<stack>:<runId of its leader>`. */
export const leaderOf = ({ statementName }: StatementDetail): string =>
  statementName.slice(statementName.indexOf(':') + 1);
