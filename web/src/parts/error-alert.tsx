import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReadoutError } from '@readout/client';
import { strings } from '../strings.ts';
import { FaultPlace } from './fault-place.tsx';

export interface ErrorAlertProps {
  error: Pick<ReadoutError, 'name' | 'message' | 'at'>;
  onRetry?: () => void;
  /** What trying again is called. */
  retryText?: string;
}

/** An error in a person's words, with the server's own sentence below: for a query, the engine's. */
export function ErrorAlert({ error, onRetry, retryText = strings.retry }: ErrorAlertProps) {
  return (
    <Alert
      type="error"
      header={strings.errorTitles[error.name] ?? strings.errorTitles.InternalError}
      action={onRetry && <Button onClick={onRetry}>{retryText}</Button>}
    >
      {error.name === 'QueryFailed' ? <p className="engine-words">{error.message}</p> : error.message}
      {error.at && <FaultPlace at={error.at} />}
    </Alert>
  );
}
