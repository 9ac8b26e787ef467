import type { Design } from '../simulate.ts';
import { readDeployment } from '../world/deployment.ts';
import type { World } from '../world/world.ts';
import { type History, watchRecords } from './history.ts';
import { ReadoutPage } from './page.ts';
import { shipped, templates } from './reports.ts';
import { over, reviewWorld, runsIn } from './review.ts';
import { isCalm, reviewCalm } from './review-calm.ts';
import { reviewCaps } from './review-caps.ts';
import { reviewReading } from './review-reading.ts';

/** Small, so that people stand in line. */
const parameters = {
  RunsPerPerson: '2',
  RunsPerReport: '4',
  RunTimeoutMinutes: '4',
  MailFrom: 'readout@example.com',
};

/** Readout as template.yaml has it, in a world. */
export const readoutDesign = async (projectDir: string, buildDir: string): Promise<Design<ReadoutPage>> => {
  const deployment = await readDeployment({ projectDir, buildDir, parameters });
  const histories = new WeakMap<World, History>();
  const historyOf = (world: World): History => {
    const history = histories.get(world) ?? watchRecords(world);
    histories.set(world, history);
    return history;
  };
  return {
    name: 'readout',
    deployment,
    objects: objectsOf(templates),
    shipped: objectsOf(shipped),
    open: (world, seat) => {
      historyOf(world);
      return new ReadoutPage(world, seat);
    },
    atRest,
    replay: (world) => void world.lambda.invoke('ReplayDeadLetters', {}),
    review: async (world, pages, { plan, script }) => {
      const { violations, ...review } = reviewWorld(world, pages, historyOf(world), script);
      const caps = {
        perPerson: Number(parameters.RunsPerPerson),
        perReport: Number(parameters.RunsPerReport),
      };
      return {
        ...review,
        violations: [
          ...violations,
          ...reviewCaps(world, caps),
          ...(isCalm(plan, script) ? reviewCalm(world, pages, historyOf(world), caps) : []),
          ...(await reviewReading(world)),
        ],
      };
    },
  };
};

const objectsOf = (reports: Record<string, string>): Map<string, string> =>
  new Map(Object.entries(reports).map(([report, text]) => [`TemplateBucket/reports/${report}.sql`, text]));

/** Nothing is under way, in the records or on any page. */
const atRest = (world: World, pages: ReadoutPage[]): boolean => {
  const { tables, warehouse } = world;
  if (warehouse.statements.some(({ status }) => status === 'STARTED')) return false;
  if (tables.itemsOf('readout-StatementsTable').some(({ open }) => open)) return false;
  const runs = runsIn(world);
  return (
    runs.every(({ status }) => over.includes(status)) &&
    pages.filter(({ open }) => open).every((page) => !page.waits && runs.every((run) => showsEnd(page, run)))
  );
};

const showsEnd = ({ seat, runs }: ReadoutPage, { owner, runId, cursor }: Record<string, string>): boolean =>
  owner !== seat.person || runs.get(runId ?? '')?.cursor === cursor;
