import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { asReadoutError, type ReadoutError } from '@readout/client';
import type { Report } from '@readout/runtime/contracts.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { editionOf } from '../data/saved-reports.ts';
import { FailedView } from '../parts/failed-view.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { strings } from '../strings.ts';

export interface LoadedReportProps {
  id: string;
  children: (report: Report) => ReactNode;
}

/**
 * A report as the page knows it, shown at once, while the server says whether it has changed; and again whenever its file
 * is saved. What is shown stays until the answer is there.
 */
export function LoadedReport({ id, children }: LoadedReportProps) {
  const report = useObservable(useReadout().catalogue).get(id);
  const { error, retry } = useReading(id);
  if (error) {
    return <FailedView title={report?.title ?? id} error={error} onRetry={retry} />;
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

/** Reads a report when it is first needed and when it was saved. Of several answers the last counts. */
function useReading(id: string) {
  const { catalogue, saved } = useReadout();
  const edition = editionOf(useObservable(saved), id);
  const [attempt, setAttempt] = useState(0);
  const [error, setError] = useState<ReadoutError>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another edition or attempt reads it again
  useEffect(() => {
    let left = false;
    catalogue.load(id).then(
      () => !left && setError(undefined),
      (thrown) => !left && setError(asReadoutError(thrown)),
    );
    return () => {
      left = true;
    };
  }, [catalogue, id, edition, attempt]);
  return { error, retry: () => setAttempt((n) => n + 1) };
}
