import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Run } from '@readout/runtime/contracts.ts';
import { momentText } from '../duration.ts';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { strings } from '../strings.ts';

export interface FreshnessProps {
  run: Run;
  /** Asks the same again, of Redshift itself. */
  onFresh: () => void;
  /** That was done, and has had no answer yet. */
  asking?: boolean;
}

/**
 * How old a result is: when its data was loaded, if that is known, of one that was reused, when Redshift read it, and
 * whether data was loaded since; with the way to a newer one.
 */
export function Freshness({ run, onFresh, asking }: FreshnessProps) {
  const reused = run.asOf && Date.parse(run.asOf) < Date.parse(run.createdAt) ? run.asOf : undefined;
  const loadedAt = useObservable(useReadout().catalogue).get(run.report)?.newestLoadAt;
  const newer = loadedAt && loadedAt > (run.asOf ?? run.endedAt ?? run.createdAt) ? loadedAt : undefined;
  if (!reused && !newer && !run.dataLoadedAt) return null;
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      {reused && <Box color="text-body-secondary">{strings.run.asOf(momentText(reused))}</Box>}
      {run.dataLoadedAt && (
        <Box color="text-body-secondary">{strings.run.dataLoaded(momentText(run.dataLoadedAt))}</Box>
      )}
      {newer && <Box color="text-status-info">{strings.run.newer(momentText(newer))}</Box>}
      {(reused || newer) && (
        <Button onClick={onFresh} loading={asking}>
          {strings.run.fresh}
        </Button>
      )}
    </SpaceBetween>
  );
}
