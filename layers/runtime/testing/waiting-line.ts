import type { RunKey, RunRecord } from '../run-record.ts';
import type { Caps, Limits } from '../statements/limits.ts';
import { lineMover, type MoveLineDeps } from '../statements/move-line.ts';
import type { StatementRecord } from '../statements/statement-record.ts';
import { placeTeller } from '../statements/tell-place.ts';
import { exampleRun, exampleStatement, keepingLog, noon } from './examples.ts';
import { type TestTables, testTables } from './tables.ts';

/** A line of statements that wait, and what becomes of it when it is moved. Each is named by its number. */
export interface WaitingLine {
  tables: TestTables;
  /** Puts a statement with its leader's run in line, behind those of lower numbers. */
  wait(
    index: number,
    owner: string,
    report: string,
    change?: Partial<StatementRecord>,
  ): Promise<StatementRecord>;
  /** Moves the line when a statement has ended: ada's, of the report daily, if nothing else is said. */
  moving(
    caps: Caps,
    change?: (limits: Limits) => Partial<MoveLineDeps>,
  ): (ended?: { owner: string; report: string }) => Promise<void>;
  /** Who waits still. */
  left(): Promise<string[]>;
  launched: string[];
  /** Runs and the place that they were told. */
  told: [string, number | undefined][];
  log: ReturnType<typeof keepingLog>;
  /** All came to stand in line at noon; it is ten seconds later. */
  clock: { now: Date };
}

export const idOf = (index: number): string => `7d9f2b34-6a0e-4c51-9c1d-${String(index).padStart(12, '0')}`;
export const numberOf = (id: string): string => String(Number(id.slice(-12)));

export const waitingLine = async (): Promise<WaitingLine> => {
  const tables = await testTables();
  const launched: string[] = [];
  const told: WaitingLine['told'] = [];
  const log = keepingLog();
  const clock = { now: new Date(noon.getTime() + 10_000) };
  const now = () => clock.now;
  const { statements, runs, line } = tables;
  const tell = async ({ runId, place }: RunRecord) => void told.push([numberOf(runId), place]);
  return {
    tables,
    wait: (...entrant) => wait(tables, ...entrant),
    moving: (caps, change = () => ({})) => {
      const limits = tables.limitsWith(caps);
      const move = lineMover({
        limits,
        line,
        runs,
        launch: async (run: RunRecord) => void launched.push(numberOf(run.runId)),
        tellPlace: placeTeller({ line, statements, runs, tell, now }),
        log,
        now,
        ...change(limits),
      });
      return (ended = { owner: 'ada', report: 'daily' }) => move(ended);
    },
    left: async () => (await tables.inLine()).map(numberOf),
    launched,
    told,
    log,
    clock,
  };
};

const wait = async (
  { runs, statements, line }: TestTables,
  index: number,
  owner: string,
  report: string,
  change: Partial<StatementRecord> = {},
): Promise<StatementRecord> => {
  const createdAt = new Date(noon.getTime() + index * 1000).toISOString();
  const key: RunKey = { owner, runId: idOf(index) };
  const record = exampleStatement({ id: idOf(index), owner, report, createdAt, members: [key], ...change });
  await runs.create(exampleRun({ ...key, report }));
  await statements.create(record);
  await line.stand(record, noon);
  return record;
};
