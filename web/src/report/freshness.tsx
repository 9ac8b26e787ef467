import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Run } from '@readout/runtime/contracts.ts';
import { momentText } from '../duration.ts';
import { strings } from '../strings.ts';

export interface FreshnessProps {
  run: Run;
  /** Asks the same again, of Redshift itself. */
  onFresh: () => void;
  /** That was done, and has had no answer yet. */
  asking?: boolean;
}

/** How old a result is that was reused, and the way to a newer one. Nothing where the run made its own. */
export function Freshness({ run, onFresh, asking }: FreshnessProps) {
  if (!run.asOf || Date.parse(run.asOf) >= Date.parse(run.createdAt)) return null;
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <Box color="text-body-secondary">{strings.run.asOf(momentText(run.asOf))}</Box>
      <Button onClick={onFresh} loading={asking}>
        {strings.run.fresh}
      </Button>
    </SpaceBetween>
  );
}
