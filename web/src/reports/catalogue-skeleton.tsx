import Skeleton from '@cloudscape-design/components/skeleton';
import { strings } from '../strings.ts';

const ROWS = [1, 2, 3, 4, 5];

/** Where reports will stand while they are loaded for the first time. */
export function CatalogueSkeleton() {
  return (
    <div role="status" aria-label={strings.reports.loading} className="report-skeleton">
      {ROWS.map((row) => (
        <div key={row}>
          <Skeleton variant="text-heading-m" width="40%" />
          <Skeleton variant="text-body-m" width="75%" />
          <Skeleton variant="text-body-s" width="30%" />
        </div>
      ))}
    </div>
  );
}
