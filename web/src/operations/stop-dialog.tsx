import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { asReadoutError, type ReadoutError } from '@readout/client';
import type { OperatorRun } from '@readout/runtime/contracts.ts';
import { useState } from 'react';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { strings } from '../strings.ts';

const words = strings.operations;

export interface StopDialogProps {
  run: OperatorRun;
  /** Who else waits for the same statement. */
  others: readonly OperatorRun[];
  onClose: () => void;
  /** The server has taken it; so many runs are being stopped. */
  onStopped: (runs: number) => void;
}

/** Asks whether a run is to be stopped, and says for whom else it is. */
export function StopDialog({ run, others, onClose, onStopped }: StopDialogProps) {
  const { operations, email } = useReadout();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ReadoutError>();

  async function stop() {
    setBusy(true);
    setError(undefined);
    await operations.stopRun(run.owner, run.runId).then(
      ({ runs }) => onStopped(runs),
      (thrown) => setError(asReadoutError(thrown)),
    );
    setBusy(false);
  }
  return (
    <Modal
      visible
      header={words.stopTitle}
      closeAriaLabel={words.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={onClose}>{words.keep}</Button>
            <Button variant="primary" loading={busy} onClick={stop}>
              {words.stop}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="s">
        <Box>{words.stopBody(run.title, run.ownerEmail)}</Box>
        {others.length > 0 && <Box>{words.shared(others.length, peopleOf(others))}</Box>}
        <Box>{words.told(email)}</Box>
        {error && <ErrorAlert error={error} />}
      </SpaceBetween>
    </Modal>
  );
}

const peopleOf = (runs: readonly OperatorRun[]): string =>
  [...new Set(runs.map(({ ownerEmail }) => ownerEmail))].join(', ');
