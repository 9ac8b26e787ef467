import Box from '@cloudscape-design/components/box';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Report } from '@readout/runtime/contracts.ts';
import { type ReactNode, useCallback } from 'react';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { useTask } from '../parts/use-task.ts';
import { strings } from '../strings.ts';

export interface LoadedReportProps {
  id: string;
  children: (report: Report) => ReactNode;
}

/** A report as the page knows it, shown at once, while the server says whether it has changed. */
export function LoadedReport({ id, children }: LoadedReportProps) {
  const { catalogue } = useReadout();
  const report = useObservable(catalogue).get(id);
  const { error, retry } = useTask(useCallback(() => catalogue.load(id), [catalogue, id]));
  if (error) {
    return (
      <Box padding={{ top: 'l' }}>
        <ErrorAlert error={error} onRetry={retry} />
      </Box>
    );
  }
  if (report) return children(report);
  return (
    <div role="status" aria-label={strings.report.loading}>
      <SpaceBetween size="l">
        <Skeleton variant="text-heading-xl" width="320px" />
        <Skeleton height="180px" />
        <Skeleton height="220px" />
      </SpaceBetween>
    </div>
  );
}
