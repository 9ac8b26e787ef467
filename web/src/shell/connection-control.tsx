import Button from '@cloudscape-design/components/button';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ConnectionState } from '../data/connection.ts';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { strings } from '../strings.ts';

const words = strings.connection;
const LOOK: Record<ConnectionState, StatusIndicatorProps.Type> = {
  closed: 'stopped',
  connecting: 'in-progress',
  open: 'success',
  reconnecting: 'in-progress',
};

/** The state of the connection, told as it changes, and the button that changes it. */
export function ConnectionControl() {
  const { connection } = useReadout();
  const { state } = useObservable(connection.status);
  return (
    <div className="connection">
      <span role="status" title={state === 'closed' ? words.closedHint : undefined}>
        <StatusIndicator type={LOOK[state]}>{words.label(words.states[state])}</StatusIndicator>
      </span>
      {state === 'closed' ? (
        <Button onClick={connection.open}>{words.open}</Button>
      ) : (
        <Button onClick={connection.close}>{words.close}</Button>
      )}
    </div>
  );
}
