import { type DesignName, loadDesign } from './designs.ts';
import { tryPlan } from './try-plans.ts';

/** One of the processes of `workers.ts`: gets numbers, answers how their trials went. */
const design = loadDesign(process.argv[2] as DesignName);

process.on('message', async (number: number) => {
  process.send?.(await tryPlan(await design, number));
});
