import fc from 'fast-check';
import type { Deed, Script } from '../script.ts';
import { deedsOver, faultPlans, offline, reopen, type Trial } from '../trial.ts';
import { started } from './pipelines.ts';

const start: fc.Arbitrary<Deed> = fc.record({
  do: fc.constant('start' as const),
  pipeline: fc.nat({ max: started.length - 1 }),
  value: fc.integer({ min: 0, max: 99 }),
});
const stop: fc.Arbitrary<Deed> = fc.record({ do: fc.constant('stop' as const), which: fc.nat({ max: 5 }) });
const retry: fc.Arbitrary<Deed> = fc.record({ do: fc.constant('retry' as const), which: fc.nat({ max: 5 }) });

const script: fc.Arbitrary<Script> = deedsOver(12, [
  { weight: 12, arbitrary: start },
  { weight: 3, arbitrary: stop },
  { weight: 2, arbitrary: retry },
  { weight: 1, arbitrary: offline },
  { weight: 1, arbitrary: reopen },
]);

/** What goes wrong, and what people do with pipelines meanwhile. */
export const pipelineTrials: fc.Arbitrary<Trial> = fc.noBias(fc.record({ plan: faultPlans, script }));
