import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { asReadoutError, type ReadoutError } from '@readout/client';
import type { StatementPreview } from '@readout/runtime/contracts.ts';
import { useEffect, useState } from 'react';
import { editionOf } from '../data/saved-reports.ts';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { Waiting } from '../parts/waiting.tsx';
import { strings } from '../strings.ts';
import { BoundValues } from './bound-values.tsx';
import type { PreviewButtonProps } from './preview-button.tsx';
import { SqlText } from './sql-text.tsx';
import './preview.css';

const words = strings.preview;

/** The statement as it would be sent, and what it would bind. It is asked for again when the report is saved. */
export default function PreviewDialog({
  onDismiss,
  ...asked
}: PreviewButtonProps & { onDismiss: () => void }) {
  const { preview, error } = usePreview(asked);
  return (
    <Modal
      visible
      size="large"
      header={words.title}
      closeAriaLabel={words.close}
      onDismiss={onDismiss}
      footer={
        preview && (
          <Box float="right">
            <CopyToClipboard
              textToCopy={preview.sql}
              copyButtonText={words.copy}
              copySuccessText={words.copied}
              copyErrorText={words.copyFailed}
            />
          </Box>
        )
      }
    >
      {error ? (
        <ErrorAlert error={error} />
      ) : preview ? (
        <Statement preview={preview} />
      ) : (
        <Waiting text={strings.loadingView} />
      )}
    </Modal>
  );
}

function Statement({ preview: { pieces, parameters } }: { preview: StatementPreview }) {
  return (
    <SpaceBetween size="m">
      <Box color="text-body-secondary">
        {words.lead} {pieces.some(({ kind }) => kind === 'vanished') && words.vanishedLead}
      </Box>
      <SqlText pieces={pieces} />
      <BoundValues parameters={parameters} />
    </SpaceBetween>
  );
}

function usePreview({ report, inputs }: PreviewButtonProps) {
  const { preview: ask, saved } = useReadout();
  const edition = editionOf(useObservable(saved), report);
  const [shown, show] = useState<{ preview?: StatementPreview; error?: ReadoutError }>({});
  const given = JSON.stringify(inputs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another edition is asked for again
  useEffect(() => {
    let left = false;
    ask(report, JSON.parse(given)).then(
      (preview) => !left && show({ preview }),
      (thrown) => !left && show({ error: asReadoutError(thrown) }),
    );
    return () => {
      left = true;
    };
  }, [ask, report, given, edition]);
  return shown;
}
