import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import type { Run } from '@readout/runtime/contracts.ts';
import { useState } from 'react';
import { strings } from '../strings.ts';
import { AboutRun } from './about-run.tsx';

const words = strings.result;

/** What a result is, one click away from it. */
export function AboutButton({ run }: { run: Run }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button iconName="status-info" onClick={() => setOpen(true)}>
        {words.about}
      </Button>
      {open && (
        <Modal
          visible
          header={words.about}
          closeAriaLabel={words.filter.close}
          onDismiss={() => setOpen(false)}
        >
          <AboutRun run={run} open />
        </Modal>
      )}
    </>
  );
}
