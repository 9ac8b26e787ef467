import { fileURLToPath } from 'node:url';
import type { Design, Losses } from '../simulate.ts';
import { readDeployment } from '../world/deployment.ts';
import type { Statement } from '../world/warehouse.ts';
import type { World } from '../world/world.ts';
import { type Asked, SamplePage } from './page.ts';

/** The published samples' design, in the same world. */
export const sampleDesign = async (buildDir: string): Promise<Design<SamplePage>> => {
  const projectDir = fileURLToPath(new URL('.', import.meta.url));
  const deployment = await readDeployment({ projectDir, buildDir });
  const asked = new WeakMap<World, Asked>();
  return {
    name: 'sample',
    deployment,
    objects: new Map(),
    shipped: new Map(),
    open: (world, seat) => {
      const asks = asked.get(world) ?? askedIn(world);
      asked.set(world, asks);
      return new SamplePage(world, seat, asks);
    },
    atRest: ({ warehouse }) => warehouse.statements.every(({ status }) => status !== 'STARTED'),
    replay: () => {},
    review: async (world, pages) => {
      return { ...lossesOf(world, pages, asked.get(world) ?? askedIn(world)), violations: [] };
    },
  };
};

const askedIn = ({ tables }: World): Asked => {
  const recorded = new Set<string>();
  tables.watch('readout-TopicsTable', (item) => {
    if (item?.state === 'answered') recorded.add(item.statementId);
  });
  return { asks: [], recorded };
};

/** A run is an ask that Redshift was given; one that never came so far was never accepted. */
const lossesOf = ({ warehouse }: World, pages: SamplePage[], { asks, recorded }: Asked) => {
  const losses: Losses = {
    neverAnswered: 0,
    answeredTwice: 0,
    answeredToOthers: 0,
    runTwice: 0,
    withoutFinalState: 0,
  };
  let runs = 0;
  for (const ask of asks) {
    const statements = warehouse.statements.filter(({ text }) => text === ask.text);
    if (statements.length === 0) continue;
    runs += 1;
    const ids = statements.map(({ id }: Statement) => id);
    const counts = (own: boolean) =>
      pages
        .filter(({ seat }) => (seat.person === ask.person) === own)
        .map(({ shown }) => shown.filter((id) => ids.includes(id)).length);
    if (!counts(true).some((count) => count > 0)) losses.neverAnswered += 1;
    if (counts(true).some((count) => count > 1)) losses.answeredTwice += 1;
    if (counts(false).some((count) => count > 0)) losses.answeredToOthers += 1;
    if (statements.length > 1) losses.runTwice += 1;
    if (!ids.some((id) => recorded.has(id))) losses.withoutFinalState += 1;
  }
  return { runs, losses };
};
