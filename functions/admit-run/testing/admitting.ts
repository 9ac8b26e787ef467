import type { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { RunKey, RunRecord } from '@readout/runtime/run-record.ts';
import { statementEnd } from '@readout/runtime/statements/end-statement.ts';
import { statementLeaver } from '@readout/runtime/statements/leave-statement.ts';
import type { Caps } from '@readout/runtime/statements/limits.ts';
import type { StatementRecord } from '@readout/runtime/statements/statement-record.ts';
import { ada, exampleRun, exampleStatement, keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { testTables } from '@readout/runtime/testing/tables.ts';
import { idOf } from '@readout/runtime/testing/waiting-line.ts';
import { type Admitted, admitRun } from '../admit-run.ts';

export type AdmitRunDeps = Parameters<typeof admitRun>[0];

/** Who asks for what; a test varies one field. */
interface Asked {
  owner?: string;
  groups?: string[];
  report?: string;
  fresh?: boolean;
  admission?: object;
}

export const scope = { sources: ['claims.custom:region'], hash: 'north' };

/** What the workflow hands over for the run of this number. */
export const asked = (
  index: number,
  { owner = ada.id, groups = [], report = 'taxi/daily', fresh, admission }: Asked = {},
) => ({
  runId: idOf(index),
  report,
  fresh,
  caller: { id: owner, groups },
  admission: { title: 'Taxi', scope, key: 'k', cacheSeconds: 60, ...admission },
});

export const keyOf = ({ caller, runId }: ReturnType<typeof asked>): RunKey => ({ owner: caller.id, runId });

/** Admission over empty tables, at noon; what a run leaves is stopped and ended as in production. */
export const admitting = async (caps: Caps = { perPerson: 5, perReport: 10 }) => {
  const tables = await testTables();
  const clock = { now: noon };
  const now = () => clock.now;
  const { runs, statements, shares, line } = tables;
  const limits = tables.limitsWith(caps);
  const quiet = async () => undefined;
  const end = statementEnd({ runs, statements, limits, tell: quiet, moveLine: quiet, count: quiet, now });
  const redshift = { send: quiet } as unknown as RedshiftDataClient;
  const log = keepingLog();
  const deps = {
    datasets: tables.datasets,
    log,
    runs,
    statements,
    shares,
    limits,
    line,
    leave: statementLeaver({ statements, line, end, redshift, now }),
    budgets: {},
    mostRows: 1000,
    queuedPerPerson: 3,
    timeoutSeconds: 3600,
    now,
  } satisfies AdmitRunDeps;
  const start = (event: unknown, change: Partial<AdmitRunDeps> = {}): Promise<Admitted> =>
    admitRun({ ...deps, ...change })(event);
  const create = async (event: ReturnType<typeof asked>, change: Partial<RunRecord> = {}) => {
    await runs.create(exampleRun({ ...keyOf(event), report: event.report, ...change }));
    return event;
  };
  return {
    ...deps,
    tables,
    limits,
    runs,
    statements,
    clock,
    /** Starts the workflow of a run that is there. */
    start,
    create,
    /** A new run asks to be admitted. */
    admit: async (event: ReturnType<typeof asked>, change: Partial<AdmitRunDeps> = {}) => {
      await create(event);
      return (await start(event, change)).decision;
    },
    /** What cancel-run does. */
    cancel: async (event: ReturnType<typeof asked>, id = event.runId) => {
      await runs.transition(keyOf(event), { status: 'cancelled', at: now() });
      await deps.leave(id, keyOf(event));
    },
    /** A statement that the run of this number leads, and that those of the key share. */
    sharing: async (index: number, change: Partial<StatementRecord> = {}) => {
      const event = await create(asked(index));
      const record = exampleStatement({
        id: event.runId,
        key: 'k',
        cacheSeconds: 60,
        members: [keyOf(event)],
        ...change,
      });
      await statements.create(record);
      await shares.claim('k', record.id, undefined, now());
      return record;
    },
    close: () => tables.close(),
  };
};

/** The same, but something comes first when `name` is called. */
export const meanwhile = <Of extends object, Name extends keyof Of & string>(
  of: Of,
  name: Name,
  first: () => Promise<unknown>,
): Of => {
  const act = of[name] as (...args: unknown[]) => Promise<unknown>;
  return Object.assign(Object.create(of), {
    [name]: async (...args: unknown[]) => {
      await first();
      return act.apply(of, args);
    },
  });
};

export type Admitting = Awaited<ReturnType<typeof admitting>>;
