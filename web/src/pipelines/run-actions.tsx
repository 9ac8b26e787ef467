import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { asReadoutError, isOpen } from '@readout/client';
import type { PipelineRun } from '@readout/runtime/contracts.ts';
import { useState } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { strings } from '../strings.ts';

const words = strings.pipelineRun;

/** What may be done with a run: cancel it while it goes on, run it again from where it failed. */
export function RunActions({ run }: { run: PipelineRun }) {
  const { pipelines, trouble } = useReadout();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);

  async function act(action: (runId: string) => Promise<unknown>) {
    setAsking(false);
    setBusy(true);
    await action(run.runId).catch((thrown) => trouble.set(asReadoutError(thrown)));
    setBusy(false);
  }
  if (isOpen(run)) {
    return (
      <>
        <Button disabled={busy || run.cancelledBy !== undefined} onClick={() => setAsking(true)}>
          {words.cancel}
        </Button>
        <Modal
          visible={asking}
          onDismiss={() => setAsking(false)}
          header={words.cancelTitle}
          closeAriaLabel={words.keep}
          footer={
            <Box float="right">
              <SpaceBetween direction="horizontal" size="xs">
                <Button variant="link" onClick={() => setAsking(false)}>
                  {words.keep}
                </Button>
                <Button variant="primary" onClick={() => act(pipelines.cancel)}>
                  {words.cancel}
                </Button>
              </SpaceBetween>
            </Box>
          }
        >
          {words.cancelBody}
        </Modal>
      </>
    );
  }
  if (run.status === 'succeeded') return null;
  return (
    <Button disabled={busy} onClick={() => act(pipelines.retry)}>
      {words.retry}
    </Button>
  );
}
