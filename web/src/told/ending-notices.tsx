import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import Link from '@cloudscape-design/components/link';
import type { Run } from '@readout/runtime/contracts.ts';
import { useObservable } from '../parts/use-observable.ts';
import { statusText } from '../report/status-text.ts';
import { runHref } from '../route.ts';
import { strings } from '../strings.ts';
import { useEndings } from './told-context.ts';

const words = strings.told;
const LOOK: Partial<Record<Run['status'], FlashbarProps.Type>> = { succeeded: 'success', failed: 'error' };

/** A notice for each run that ended while another view was open, with the way to it. */
export function useEndingNotices(): FlashbarProps.MessageDefinition[] {
  const endings = useEndings();
  return useObservable(endings)
    .filter(({ onScreen }) => !onScreen)
    .map(({ run }) => ({
      id: run.runId,
      type: LOOK[run.status] ?? 'info',
      header: words.ended(run.title, statusText(run.status, run)),
      content: (
        <Link color="inverted" href={runHref(run.runId)} ariaLabel={words.showOf(run.title)}>
          {words.show}
        </Link>
      ),
      dismissible: true,
      dismissLabel: strings.dismiss,
      onDismiss: () => endings.see((ending) => ending.run.runId === run.runId),
    }));
}
