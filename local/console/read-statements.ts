import {
  DescribeStatementCommand,
  ListStatementsCommand,
  type RedshiftDataClient,
  type StatementData,
} from '@aws-sdk/client-redshift-data';
import type { StatementDetail } from './contracts.ts';

/** Of each role, in a list. */
const MOST = 100;
const FINAL = ['FINISHED', 'FAILED', 'ABORTED'];

/**
 * Reads the statements of several roles, the latest first: the Data API shows each role its own. One that has ended does
 * not change, and is described once.
 */
export const statementReader = (): ((clients: RedshiftDataClient[]) => Promise<StatementDetail[]>) => {
  const known = new Map<string, StatementDetail>();
  const describe = async (redshift: RedshiftDataClient, { Id }: StatementData): Promise<StatementDetail> => {
    const found = known.get(Id ?? '') ?? (await detailOf(redshift, Id ?? ''));
    if (FINAL.includes(found.status)) known.set(found.id, found);
    return found;
  };
  return async (clients) => {
    const lists = await Promise.all(
      clients.map(async (redshift) => {
        const wanted = { RoleLevel: true, Status: 'ALL', MaxResults: MOST } as const;
        const { Statements = [] } = await redshift.send(new ListStatementsCommand(wanted));
        return Promise.all(
          Statements.map(async (one) => ({ ...(await describe(redshift, one)), name: one.StatementName })),
        );
      }),
    );
    return lists.flat().sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  };
};

const detailOf = async (redshift: RedshiftDataClient, Id: string): Promise<StatementDetail> => {
  const found = await redshift.send(new DescribeStatementCommand({ Id }));
  const { Status = '', QueryString, SubStatements = [], QueryParameters = [], CreatedAt, Duration } = found;
  return {
    id: Id,
    status: Status,
    sql: QueryString ?? SubStatements.map(({ QueryString: sql }) => sql).join(';\n'),
    parameters: QueryParameters.map(({ name = '', value = '' }) => ({ name, value })),
    createdAt: CreatedAt?.toISOString() ?? '',
    ...(Duration !== undefined && Duration > 0 && { seconds: Duration / 1e9 }),
    ...(found.ResultRows !== undefined && found.ResultRows >= 0 && { rows: found.ResultRows }),
    ...(found.Error && { error: found.Error }),
  };
};
