import {
  BatchExecuteStatementCommand,
  DescribeStatementCommand,
  type DescribeStatementCommandOutput,
  type RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import type { Warehouse } from '@readout/runtime/warehouse.ts';

interface Deps {
  redshift: RedshiftDataClient;
  /** What is empty is left out. */
  warehouse: Warehouse;
  pause(milliseconds: number): Promise<void>;
}

/** Runs a script's statements as one transaction; gives the milliseconds it took. Throws with Redshift's message. */
export type RunBatch = (script: string, statements: string[]) => Promise<number>;

/** One BatchExecuteStatement takes no more. */
const MOST_STATEMENTS = 40;
/** The Data API itself holds an answer back for at most 30. */
const WAIT_SECONDS = 20;

export const runBatch =
  ({ redshift, warehouse, pause }: Deps): RunBatch =>
  async (script, statements) => {
    if (statements.length === 0) throw new Error(`${script} holds no statement`);
    if (statements.length > MOST_STATEMENTS)
      throw new Error(
        `${script}: ${statements.length} statements are more than one batch takes, ${MOST_STATEMENTS}`,
      );
    const target = Object.fromEntries(Object.entries(warehouse).filter(([, value]) => value));
    const command = {
      ...target,
      Sqls: statements,
      StatementName: `seed ${script}`,
      ExecutionMode: 'TRANSACTION' as const,
    };
    const { Id } = await redshift.send(new BatchExecuteStatementCommand(command));
    for (;;) {
      const described = await redshift.send(
        new DescribeStatementCommand({ Id, WaitTimeSeconds: WAIT_SECONDS }),
      );
      if (described.Status === 'FINISHED') return Math.round((described.Duration ?? 0) / 1e6);
      if (described.Status === 'FAILED' || described.Status === 'ABORTED') throw failure(script, described);
      await pause(1000);
    }
  };

const failure = (script: string, { Status, Error: message }: DescribeStatementCommandOutput): Error =>
  new Error(`${script}: ${message ?? `the statement was ${Status}`}`);
