import Button from '@cloudscape-design/components/button';
import Popover from '@cloudscape-design/components/popover';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ConnectionState } from '@readout/client';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { strings } from '../strings.ts';

const words = strings.connection;
const LOOK: Record<ConnectionState, StatusIndicatorProps.Type> = {
  closed: 'stopped',
  connecting: 'in-progress',
  open: 'success',
  reconnecting: 'in-progress',
  asking: 'info',
};

/** The state of the connection, told as it changes, and the button that changes it. */
export function ConnectionControl() {
  const { connection } = useReadout();
  const { state } = useObservable(connection.status);
  const hint = state === 'closed' || state === 'asking' ? words.hints[state] : undefined;
  const shown = <StatusIndicator type={LOOK[state]}>{words.label(words.states[state])}</StatusIndicator>;
  return (
    <div className="connection">
      <span role="status">
        {hint ? (
          <Popover
            position="bottom"
            dismissAriaLabel={strings.dismiss}
            renderWithPortal
            header={hint.title}
            content={hint.text}
          >
            {shown}
          </Popover>
        ) : (
          shown
        )}
      </span>
      {state === 'closed' ? (
        <Button onClick={connection.open}>{words.open}</Button>
      ) : (
        <Button onClick={connection.close}>{words.close}</Button>
      )}
    </div>
  );
}
