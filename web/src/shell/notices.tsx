import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { ErrorWords, errorText } from '../parts/error-words.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { strings } from '../strings.ts';
import { useEndingNotices } from '../told/ending-notices.tsx';

/** A connection that is lost and comes back at once is no news: the top bar shows it. */
const TELL_AFTER = 3;

/** What belongs to no panel: a connection that does not come about, and errors of the page as a whole. */
export function Notices() {
  const { connection, trouble } = useReadout();
  const { state, error, failures = 0 } = useObservable(connection.status);
  const other = useObservable(trouble);
  const items: FlashbarProps.MessageDefinition[] = [];

  if (state === 'reconnecting' && error && failures >= TELL_AFTER) {
    items.push({
      id: 'connection',
      type: 'warning',
      header: strings.connection.lost,
      content: strings.connection.why(errorText(error)),
    });
  }
  if (other) {
    items.push({
      id: 'trouble',
      type: 'error',
      header: strings.errorTitles[other.name] ?? strings.errorTitles.InternalError,
      content: <ErrorWords error={other} />,
      dismissible: true,
      dismissLabel: strings.dismiss,
      onDismiss: () => trouble.set(undefined),
    });
  }
  return <Flashbar items={[...items, ...useEndingNotices()]} />;
}
