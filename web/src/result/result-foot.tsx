import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { strings } from '../strings.ts';
import { RowsProgress, type RowsProgressProps } from './rows-progress.tsx';

const words = strings.result;

export interface ResultFootProps extends RowsProgressProps {
  /** What of the result cannot be read, in words. */
  cap?: string;
  /** Something is said of all rows that is so only of those that can be read. */
  isPart: boolean;
}

/** How many rows there are, how many of them are here, and what cannot be read. */
export function ResultFoot({ cap, isPart, ...progress }: ResultFootProps) {
  const { loaded, complete, totalRows = 0 } = progress.state;
  return (
    <div className="grid-foot">
      {complete && (
        <span role="status" className="tabular">
          {words.showing(loaded, totalRows)}
        </span>
      )}
      <RowsProgress {...progress} />
      {cap && <StatusIndicator type="warning">{cap}</StatusIndicator>}
      {cap && isPart && (
        <Box color="text-body-secondary" fontSize="body-s">
          {words.ofReadable}
        </Box>
      )}
    </div>
  );
}
