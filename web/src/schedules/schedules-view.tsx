import Button from '@cloudscape-design/components/button';
import type { CardsProps } from '@cloudscape-design/components/cards';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { asReadoutError } from '@readout/client';
import type { Schedule } from '@readout/runtime/contracts.ts';
import { useState } from 'react';
import { inputsText, searchOf } from '../form/inputs.ts';
import { CardList } from '../parts/card-list.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { reportHref } from '../route.ts';
import { strings } from '../strings.ts';
import { whenText } from './when-text.ts';

const words = strings.schedules;

/** What the person lets run by itself. */
export default function SchedulesView() {
  const { schedules } = useReadout();
  const all = useObservable(schedules);
  return (
    <CardList
      items={all}
      refresh={schedules.refresh}
      words={words}
      cardDefinition={CARD}
      cardsPerRow={[{ cards: 1 }, { minWidth: 700, cards: 2 }]}
    />
  );
}

const CARD: CardsProps.CardDefinition<Schedule> = {
  header: ({ title, report, inputs }) => (
    <Link href={reportHref(report, searchOf(inputs))} fontSize="heading-m">
      {title}
    </Link>
  ),
  sections: [
    { id: 'when', header: words.when, content: (schedule) => <When {...schedule} /> },
    {
      id: 'whom',
      header: words.whom,
      content: ({ people, groups }) => (
        <span className="about-value">{[...people, ...groups.map(words.group)].join(', ')}</span>
      ),
    },
    { id: 'inputs', header: words.inputs, content: ({ inputs }) => inputsText(inputs) || words.noInputs },
    { id: 'actions', content: (schedule) => <Actions schedule={schedule} /> },
  ],
};

function When({ expression, timeZone, condition, enabled }: Schedule) {
  return (
    <SpaceBetween size="xxs">
      <span>
        {whenText(expression, timeZone)}
        {condition && ` · ${words.onlyIf(condition)}`}
      </span>
      {!enabled && <StatusIndicator type="stopped">{words.paused}</StatusIndicator>}
    </SpaceBetween>
  );
}

function Actions({ schedule }: { schedule: Schedule }) {
  const { schedules, trouble } = useReadout();
  const [busy, setBusy] = useState(false);
  const { id, title, enabled } = schedule;

  async function act(action: Promise<void>) {
    setBusy(true);
    await action.catch((thrown) => trouble.set(asReadoutError(thrown)));
    setBusy(false);
  }
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button
        disabled={busy}
        ariaLabel={enabled ? words.pauseNamed(title) : words.resumeNamed(title)}
        onClick={() => act(schedules.enable(schedule, !enabled))}
      >
        {enabled ? words.pause : words.resume}
      </Button>
      <Button disabled={busy} ariaLabel={words.removeNamed(title)} onClick={() => act(schedules.remove(id))}>
        {words.remove}
      </Button>
    </SpaceBetween>
  );
}
