import { hasResultSet, type Statement } from './statement.ts';

/** An EventBridge event, as PutEvents' target sees it. */
export interface StatementEvent {
  version: '0';
  id: string;
  'detail-type': 'Redshift Data Statement Status Change';
  source: 'aws.redshift-data';
  account: string;
  /** ISO time to the second. */
  time: string;
  region: string;
  resources: string[];
  detail: {
    principal: string;
    statementName: string;
    statementId: string;
    redshiftQueryId: number;
    state: string;
    rows: number;
    /** Epoch seconds, 24 hours after the statement was created. */
    expireAt: number;
  };
}

export interface EventPlace {
  account: string;
  region: string;
  newId: () => string;
}

const day = 24 * 60 * 60;

/** What the service sends when a statement with `WithEvent` has ended: FINISHED, FAILED or ABORTED (contract §15). */
export const statementEvent = (
  statement: Statement,
  { account, region, newId }: EventPlace,
): StatementEvent => ({
  version: '0',
  id: newId(),
  'detail-type': 'Redshift Data Statement Status Change',
  source: 'aws.redshift-data',
  account,
  time: statement.updatedAt.toISOString().replace(/\.\d+Z$/, 'Z'),
  region,
  resources: [resource(statement, account, region)],
  detail: {
    principal: statement.principal,
    statementName: statement.name ?? '',
    statementId: statement.id,
    redshiftQueryId: statement.isBatch ? -1 : Number(statement.executions[0]?.queryId || -1n),
    state: statement.status,
    rows: rowsOf(statement),
    expireAt: Math.floor(statement.createdAt.getTime() / 1000) + day,
  },
});

const rowsOf = (statement: Statement): number => {
  if (statement.isBatch && !hasResultSet(statement)) return 0;
  return Math.max(0, Number(statement.executions.at(-1)?.rows ?? 0n));
};

const resource = ({ endpoint }: Statement, account: string, region: string): string => {
  const { clusterIdentifier, workgroupName } = endpoint;
  return clusterIdentifier
    ? `arn:aws:redshift:${region}:${account}:cluster:${clusterIdentifier}`
    : `arn:aws:redshift-serverless:${region}:${account}:workgroup/${workgroupName}`;
};
