import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { RunKey, RunRecord } from '@readout/runtime/run-record.ts';
import { statementEnd, wrapUp } from '@readout/runtime/statements/end-statement.ts';
import { howStatementsEnd } from '@readout/runtime/statements/how-it-ended.ts';
import { statementLeaver } from '@readout/runtime/statements/leave-statement.ts';
import type { StatementRecord } from '@readout/runtime/statements/statement-record.ts';
import { placeTeller } from '@readout/runtime/statements/tell-place.ts';
import { runTeller } from '@readout/runtime/tell-run.ts';
import { awsServer, Refusal } from '@readout/runtime/testing/aws-server.ts';
import { ada, exampleRun, exampleStatement, keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { testTables } from '@readout/runtime/testing/tables.ts';
import { idOf } from '@readout/runtime/testing/waiting-line.ts';
import { askRedshift } from '../ask-redshift.ts';
import { relauncher } from '../relaunch.ts';
import { tendRuns } from '../tend-runs.ts';
import { tendStatements } from '../tend-statements.ts';

/** What the Data API knows of a statement: whatever DescribeStatement says of it. */
interface Sent {
  Status: string;
  StatementName?: string;
  CreatedAt?: number;
  ResultRows?: number;
  Error?: string;
}

export const keyOf = (index: number, owner = ada.id): RunKey => ({ owner, runId: idOf(index) });

/** Reconcile two minutes past noon, over tables with what a test puts there and a Redshift that a test fills. */
export const tending = async () => {
  const tables = await testTables();
  const { runs, statements, limits, line } = tables;
  const clock = { now: new Date(noon.getTime() + 120_000) };
  const now = () => clock.now;
  const sent: Record<string, Sent> = {};
  const aws = await awsServer({
    DescribeStatement: ({ Id }) => {
      const found = sent[Id];
      if (!found) throw new Refusal('ResourceNotFoundException', 'Query does not exist.');
      return { Id, ...found };
    },
    ListStatements: ({ StatementName }) => ({
      Statements: Object.entries(sent)
        .filter(([, one]) => one.StatementName?.startsWith(StatementName))
        .map(([Id, one]) => ({ Id, ...one })),
    }),
    CancelStatement: () => ({ Status: true }),
  });
  const told: [string, string][] = [];
  const launched: string[] = [];
  const moved = { times: 0 };
  const log = keepingLog();
  const redshift = new RedshiftDataClient(aws.client);
  const announce = async (_owner: string, message: object): Promise<number> => {
    const { runId, status } = message as RunRecord;
    return told.push([runId, status]);
  };
  const ending = {
    runs,
    statements,
    limits,
    tell: runTeller({ runs, announce, mail: async () => undefined }),
    moveLine: async () => void moved.times++,
    count: async () => undefined,
    now,
  };
  const tellPlace = placeTeller({ ...ending, line });
  const end = statementEnd(ending);
  const launch = async ({ runId }: RunRecord) => void launched.push(runId);
  const deps = {
    ...ending,
    tellPlace,
    relaunch: relauncher({ runs, launch }),
    log,
    warehouse: askRedshift(redshift, 'readout'),
    howItEnded: howStatementsEnd({ faultInReport: async () => undefined, redshift, now }),
    end,
    wrapUp: wrapUp(ending),
    leave: statementLeaver({ statements, line, end, redshift, now }),
  };
  return {
    tables,
    clock,
    sent,
    told,
    launched,
    moved,
    log,
    deps,
    tendStatements: (change: Partial<typeof deps> = {}) => tendStatements({ ...deps, ...change }).run(),
    tendRuns: (change: Partial<typeof deps> = {}) => tendRuns({ ...deps, ...change }).run(),
    /** The ids of what was stopped in Redshift. */
    stopped: () =>
      aws.asked.filter(({ operation }) => operation === 'CancelStatement').map(({ input }) => input.Id),
    asked: aws.asked,
    /** A statement with its leader's run, of this number. */
    record: async (index: number, change: Partial<StatementRecord> = {}, run: Partial<RunRecord> = {}) => {
      const record = exampleStatement({ id: idOf(index), members: [keyOf(index)], ...change });
      await runs.create(exampleRun({ ...keyOf(index), statement: record.id, ...run }));
      await statements.create(record);
      return record;
    },
    close: async () => {
      await tables.close();
      await aws.close();
    },
  };
};

export type Tending = Awaited<ReturnType<typeof tending>>;
