import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReadoutError } from '@readout/client';
import { strings } from '../strings.ts';
import { ErrorWords, type ToldError } from './error-words.tsx';
import { FaultPlace } from './fault-place.tsx';

export interface ErrorAlertProps {
  error: ToldError & Pick<ReadoutError, 'at'>;
  onRetry?: () => void;
  /** What trying again is called. */
  retryText?: string;
}

/** An error in a person's words, with a sentence below: for a query, the engine's. */
export function ErrorAlert({ error, onRetry, retryText = strings.retry }: ErrorAlertProps) {
  return (
    <Alert
      type="error"
      header={strings.errorTitles[error.name] ?? strings.errorTitles.InternalError}
      action={onRetry && <Button onClick={onRetry}>{retryText}</Button>}
    >
      {error.name === 'QueryFailed' ? (
        <p className="engine-words">
          <ErrorWords error={error} />
        </p>
      ) : (
        <ErrorWords error={error} />
      )}
      {error.at && <FaultPlace at={error.at} />}
    </Alert>
  );
}
