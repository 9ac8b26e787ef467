import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Run } from '@readout/runtime/contracts.ts';
import { inputsText } from '../form/inputs.ts';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { RunState } from '../report/run-state.tsx';
import { runHref } from '../route.ts';
import { strings } from '../strings.ts';

const words = strings.inbox;
/** The others are in the list of all runs. */
const MOST_SHOWN = 8;

/** What goes on and what has ended meanwhile, live. Opening a run is looking at it. */
export function InboxPanel() {
  const { inbox } = useReadout();
  const { unfinished, unseen } = useObservable(inbox);
  return (
    <SpaceBetween size="s">
      <Section title={words.running} runs={unfinished} />
      <Section title={words.ended} runs={unseen} />
      {unseen.length === 0 && <Box color="text-body-secondary">{words.none}</Box>}
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        {unseen.length > 0 && <Button onClick={inbox.lookAll}>{words.lookAll}</Button>}
        <Link href="/runs">{words.all}</Link>
      </SpaceBetween>
    </SpaceBetween>
  );
}

function Section({ title, runs }: { title: string; runs: readonly Run[] }) {
  if (runs.length === 0) return null;
  return (
    <section aria-label={title}>
      <Box variant="h4" tagOverride="h3" padding="n">
        {title}
      </Box>
      <ul className="inbox-runs">
        {runs.slice(0, MOST_SHOWN).map((run) => (
          <li key={run.runId}>
            <Link href={runHref(run.runId)}>{run.title}</Link>
            <Box color="text-body-secondary" fontSize="body-s">
              <span className="about-value">{inputsText(run.inputs)}</span>
            </Box>
            <RunState run={run} status={run.status} />
          </li>
        ))}
      </ul>
      {runs.length > MOST_SHOWN && (
        <Box color="text-body-secondary">{words.more(runs.length - MOST_SHOWN)}</Box>
      )}
    </section>
  );
}
