import type { ErrorDetail } from '../contracts.ts';
import type { RunKey } from '../run-record.ts';

/**
 * Where a statement stands. `abandoned`: all of its members have left it, or an operator has stopped it, and it is being
 * stopped in Redshift; the others are those of its members' runs.
 */
export type StatementStatus = 'queued' | 'running' | 'abandoned' | 'succeeded' | 'failed' | 'cancelled';

/** Work for Redshift, done once for all of its members. It bears the id of the run that leads it. */
export interface StatementRecord {
  id: string;
  status: StatementStatus;
  /** Whose slots it takes. */
  owner: string;
  report: string;
  /** What it shares with equal runs; left out when it shares nothing. */
  key?: string;
  /** How long its result may be reused, in seconds. */
  cacheSeconds?: number;
  /** The runs that wait for it. */
  members: RunKey[];
  createdAt: string;
  /** What the Data API calls it, once it is known. */
  statementId?: string;
  startedAt?: string;
  endedAt?: string;
  /** When the data that it reads was last loaded, if that was known when it was sent. */
  dataLoadedAt?: string;
  rows?: number;
  error?: ErrorDetail;
  /** How long it may take, in seconds. */
  timeoutSeconds: number;
  /** Whose daily budget it is charged to. */
  budget: string;
  /** It writes a file of another statement's rows. */
  isFile?: true;
  /** It has, or has had, its slots: it is taken back no more. */
  admitted?: boolean;
  /** It took too long, and is being stopped for that. */
  timedOut?: boolean;
  /** The e-mail address of the operator who has stopped it; its members wait for its end. */
  stoppedBy?: string;
  /** Its slots are free again and its time is charged. */
  released?: boolean;
  /** Not all is done that its end brings with it. */
  open: boolean;
  /** When DynamoDB may drop it, in seconds since 1970. */
  expiresAt: number;
}

/** How a statement ends. */
export interface Ending {
  status: 'succeeded' | 'failed' | 'cancelled';
  at: Date;
  statementId?: string;
  rows?: number;
  error?: ErrorDetail;
}

export const isInFlight = ({ status }: Pick<StatementRecord, 'status'>): boolean =>
  status === 'queued' || status === 'running';

export const hasEnded = ({ status }: Pick<StatementRecord, 'status'>): boolean =>
  status === 'succeeded' || status === 'failed' || status === 'cancelled';

/** A member as the text in the table's set; neither part holds a `#`. */
export const memberText = ({ owner, runId }: RunKey): string => `${owner}#${runId}`;

const memberOf = (text: string): RunKey => {
  const [owner = '', runId = ''] = text.split('#');
  return { owner, runId };
};

/** DynamoDB knows no empty set: a statement without members has no such column. */
export const statementItem = ({ members, open, ...record }: StatementRecord): Record<string, unknown> => ({
  ...record,
  ...(members.length > 0 && { members: new Set(members.map(memberText)) }),
  ...(open && { open: 'open' }),
});

export const statementFrom = ({ members, open, ...item }: Record<string, unknown>): StatementRecord =>
  ({
    ...item,
    members: [...((members as Set<string> | undefined) ?? [])].map(memberOf),
    open: open !== undefined,
  }) as StatementRecord;
