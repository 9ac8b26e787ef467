import Button from '@cloudscape-design/components/button';
import Popover, { type PopoverProps } from '@cloudscape-design/components/popover';
import { useEffect, useRef } from 'react';
import { useRoute } from '../navigation.ts';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { strings } from '../strings.ts';
import { InboxPanel } from './inbox-panel.tsx';
import './inbox.css';

const words = strings.inbox;

/** The bell of the top bar: how many runs have ended that nobody has looked at, and behind it which. */
export function InboxButton() {
  const { unseen } = useObservable(useReadout().inbox);
  const popover = useRef<PopoverProps.Ref>(null);
  const route = useRoute();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes somewhere is done with it
  useEffect(() => popover.current?.dismiss(), [route]);
  return (
    <span className="inbox">
      <Popover
        ref={popover}
        triggerType="custom"
        position="bottom"
        size="large"
        fixedWidth
        renderWithPortal
        header={words.title}
        dismissAriaLabel={words.close}
        content={<InboxPanel />}
      >
        <Button variant="icon" iconName="notification" ariaLabel={words.label(unseen.length)} />
      </Popover>
      {unseen.length > 0 && (
        <span className="inbox-count" aria-hidden="true">
          {words.many(unseen.length)}
        </span>
      )}
    </span>
  );
}
