import type { ErrorDetail, Run, RunMessage, RunStatus } from './contracts.ts';

/** A run as the table holds it. */
export interface RunRecord extends Run {
  /** The Cognito `sub` of the person who started it; nobody else may see it. */
  owner: string;
  ownerEmail: string;
  /** When DynamoDB may drop it, in seconds since 1970. */
  expiresAt: number;
  /** The cursor of the last change that its owner's connections were told. */
  told?: string;
}

/** What a change of status may bring with it. */
export interface Change {
  status: Exclude<RunStatus, 'queued'>;
  at: Date;
  statementId?: string;
  rows?: number;
  error?: ErrorDetail;
}

/** The run as its owner sees it. */
export const toRun = ({
  owner: _owner,
  ownerEmail: _email,
  expiresAt: _expiry,
  told: _told,
  ...run
}: RunRecord): Run => run;

/** The one message that says how a run stands. */
export const runMessage = (record: RunRecord): RunMessage => ({ type: 'run', ...toRun(record) });

/** Inputs are kept as JSON text: DynamoDB's numbers have 38 digits and a narrower range than JSON's. */
export const itemFrom = ({ inputs, ...record }: RunRecord): Record<string, unknown> => ({
  ...record,
  inputs: JSON.stringify(inputs),
});

export const recordFrom = ({ inputs, ...item }: Record<string, unknown>): RunRecord =>
  ({ ...item, inputs: JSON.parse(String(inputs)) }) as RunRecord;
