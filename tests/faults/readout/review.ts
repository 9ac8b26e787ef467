import type { Script } from '../script.ts';
import type { Losses, Review } from '../simulate.ts';
import type { Statement } from '../world/warehouse.ts';
import type { World } from '../world/world.ts';
import type { History } from './history.ts';
import type { ReadoutPage } from './page.ts';
import { statementTexts } from './reports.ts';

// biome-ignore lint/suspicious/noExplicitAny: items are whatever the application wrote
type Item = Record<string, any>;

export const over = ['succeeded', 'failed', 'cancelled'];
/** Within this, in milliseconds, a statement that nobody waits for is stopped when nothing is in the way. */
const stoppedWithin = 3 * 60_000;
/** What a page must show as the record has it. */
const shown = [
  'status',
  'cursor',
  'report',
  'title',
  'topic',
  'statementId',
  'rows',
  'startedAt',
  'endedAt',
  'asOf',
];

export const runsIn = ({ tables }: World): Item[] =>
  tables.itemsOf('readout-RunsTable').filter(({ runId }) => runId !== 'ledger');

/** Holds everything that must be so against what is, once all has come to rest. */
export const reviewWorld = (world: World, pages: ReadoutPage[], history: History, script: Script): Review => {
  const runs = runsIn(world);
  const statements = new Map(world.warehouse.statements.map((statement) => [statement.id, statement]));
  const losses: Losses = {
    neverAnswered: 0,
    answeredTwice: 0,
    answeredToOthers: 0,
    runTwice: 0,
    withoutFinalState: 0,
  };
  const violations = [...history.steps, ...pages.flatMap(({ steps }) => steps)];
  const twice = begunTwice(world.warehouse.statements);
  for (const run of runs) {
    const told = reviewTelling(run, pages);
    if (told.never) losses.neverAnswered += 1;
    if (told.twice) losses.answeredTwice += 1;
    if (told.others) losses.answeredToOthers += 1;
    if (twice.has(run.statement)) losses.runTwice += 1;
    if (!over.includes(run.status)) losses.withoutFinalState += 1;
    violations.push(...told.wrong, ...reviewResult(run, statements));
  }
  violations.push(...reviewStatements(world, history, script), ...reviewLimits(world));
  return { runs: runs.length, losses, violations: [...violations, ...inWords(losses)] };
};

const inWords = (losses: Losses): string[] =>
  Object.entries(losses).flatMap(([name, count]) => (count > 0 ? [`${name}: ${count}`] : []));

/** Each open device of the owner has seen the run end, once, and shows it as the record is; others heard nothing. */
const reviewTelling = (run: Item, pages: ReadoutPage[]) => {
  const own = pages.filter(({ seat }) => seat.person === run.owner);
  const others = pages.some(({ seat, heard }) => seat.person !== run.owner && heard.has(run.runId));
  const open = own.filter(({ open: isOpen }) => isOpen);
  const ends = (page: ReadoutPage): number => page.ends.get(run.runId) ?? 0;
  const wrong = open.flatMap((page) => {
    const seen: Item = page.runs.get(run.runId) ?? {};
    const differs = shown.filter((name) => seen[name] !== run[name]);
    return differs.length === 0
      ? []
      : [
          `${page.seat.device} shows of ${run.runId} ${differs.map((name) => `${name} ${seen[name]} for ${run[name]}`)}`,
        ];
  });
  return {
    never: open.some((page) => ends(page) === 0),
    twice: own.some((page) => ends(page) > 1),
    others,
    wrong,
  };
};

/** A run that succeeded has the rows of a statement that was its own, or one that it was allowed to share. */
const reviewResult = (run: Item, statements: Map<string, Statement>): string[] => {
  const { runId, report, status, inputs } = run;
  if (status !== 'succeeded') return [];
  const statement = statements.get(run.statementId);
  if (!statement) return [`${runId} succeeded without a statement`];
  const texts = statementTexts(report, JSON.parse(inputs).value);
  return [
    !texts.includes(statement.text) &&
      `${runId} has the rows of another statement: ${statement.text} for ${texts[0]}`,
    statement.status !== 'FINISHED' && `${runId} succeeded with a statement that ${statement.status}`,
    statement.rows !== run.rows && `${runId} has ${run.rows} rows of ${statement.rows}`,
  ].filter((one) => one !== false);
};

/** Leaders whose statement was begun more than once. */
const begunTwice = (statements: Statement[]): Set<string> => {
  const leaders = statements.map(({ name }) => name.slice(name.indexOf(':') + 1));
  return new Set(leaders.filter((leader, at) => leaders.indexOf(leader) !== at));
};

const reviewStatements = (
  { tables, warehouse, time, elapsed }: World,
  { abandoned }: History,
  { lasts }: Script,
): string[] => {
  const beginning = time.now() - elapsed();
  const records = tables.itemsOf('readout-StatementsTable').filter(({ status }) => status);
  const open = records.filter((record) => record.open || !record.endedAt);
  const running = warehouse.statements.filter(({ status }) => status === 'STARTED');
  const forgotten = warehouse.statements.filter(({ name, status, createdAt, updatedAt }) => {
    const left = abandoned.get(name.slice(name.indexOf(':') + 1));
    if (left === undefined || status === 'ABORTED') return false;
    return updatedAt - Math.max(left, createdAt, beginning + lasts) > stoppedWithin;
  });
  return [
    ...open.map(({ id, status }) => `the statement ${id} stays ${status}`),
    ...running.map(({ id }) => `${id} still runs in Redshift`),
    ...forgotten.map(({ id }) => `${id} ran on in Redshift though nobody waited for it`),
  ];
};

const reviewLimits = ({ tables }: World): string[] =>
  tables.itemsOf('readout-LimitsTable').flatMap((item) => {
    if (item.holders) return [`${item.limit} holds ${item.holders}`];
    return item.limit === 'line' ? [`${item.id} still stands in line`] : [];
  });
