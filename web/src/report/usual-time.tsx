import Box from '@cloudscape-design/components/box';
import type { Run } from '@readout/runtime/contracts.ts';
import { durationText } from '../duration.ts';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { strings } from '../strings.ts';
import { useElapsed } from './use-elapsed.ts';

const words = strings.run;

/** Half as long again as usual, but no sooner than a person would say so. */
const isLate = (elapsed: number, usualSeconds: number): boolean =>
  elapsed > Math.max(usualSeconds * 1.5, usualSeconds + 2);

/**
 * How long this report usually takes, and how much of that has gone by. It is full at the usual time and claims no more:
 * how far Redshift is, nobody knows. Nothing while a run waits for others, and where nothing is usual.
 */
export function UsualTime({ run }: { run: Run }) {
  const { usualSeconds } = useObservable(useReadout().catalogue).get(run.report) ?? {};
  if (run.status !== 'running' || usualSeconds === undefined) return null;
  return <Gone since={run.startedAt ?? run.createdAt} usualSeconds={usualSeconds} />;
}

function Gone({ since, usualSeconds }: { since: string; usualSeconds: number }) {
  const elapsed = useElapsed(since);
  const usual = durationText(usualSeconds * 1_000);
  return (
    <div className="usual-time">
      <progress value={Math.min(elapsed, usualSeconds)} max={usualSeconds} aria-label={words.usualLabel} />
      <Box color="text-body-secondary" fontSize="body-s">
        {isLate(elapsed, usualSeconds) ? words.longerThanUsual(usual) : words.usual(usual)}
      </Box>
    </div>
  );
}
