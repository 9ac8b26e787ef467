import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { ErrorWords, type ToldError } from '../parts/error-words.tsx';
import { strings } from '../strings.ts';

export interface TileErrorProps {
  error: ToldError;
  onRetry?: () => void;
}

/** Why a tile shows nothing, in as little room as there is. */
export function TileError({ error, onRetry }: TileErrorProps) {
  return (
    <SpaceBetween size="xs">
      <StatusIndicator type="error">
        {strings.errorTitles[error.name] ?? strings.errorTitles.InternalError}
      </StatusIndicator>
      <span className="tile-reason">
        <ErrorWords error={error} />
      </span>
      {onRetry && <Button onClick={onRetry}>{strings.retry}</Button>}
    </SpaceBetween>
  );
}
