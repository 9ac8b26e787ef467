import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import { isOver } from '@readout/client';
import type { Download, DownloadFormat, Run } from '@readout/runtime/contracts.ts';
import { momentText } from '../duration.ts';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { RunState } from '../report/run-state.tsx';
import { strings } from '../strings.ts';
import { sizeText } from './size-text.ts';
import type { DownloadState } from './use-download.ts';

const words = strings.download;

export interface DownloadStatusProps extends DownloadState {
  preparing?: Run;
  ask: (format: DownloadFormat) => void;
  /** It was read: nothing more is said of it. */
  forget: () => void;
}

/** What a person was told last of a download: that it failed, was saved, is being prepared or is ready. */
export function DownloadStatus(props: DownloadStatusProps) {
  const { asking, saved, error, failed, preparing, ask, forget } = props;
  if (asking) return null;
  if (error) return <ErrorAlert error={error} onRetry={retryOf(error.name, failed, ask)} />;
  if (saved) return <Saved download={saved} onAgain={() => ask(saved.format)} onDismiss={forget} />;
  return preparing?.download ? (
    <Preparing run={preparing} format={preparing.download.format} ask={ask} />
  ) : null;
}

/** A file that is too large stays so. */
const retryOf = (
  name: string,
  format: DownloadFormat | undefined,
  ask: DownloadStatusProps['ask'],
): (() => void) | undefined =>
  format === undefined || name === 'FileTooLarge' ? undefined : () => ask(format);

interface SavedProps {
  download: Download;
  onAgain: () => void;
  onDismiss: () => void;
}

function Saved({ download, onAgain, onDismiss }: SavedProps) {
  const { files, rows, capped, ordered, asOf } = download;
  const [file] = files;
  return (
    <Alert
      type="success"
      action={files.length === 1 && <Button onClick={onAgain}>{words.saveAgain}</Button>}
      dismissible
      dismissAriaLabel={words.dismiss}
      onDismiss={onDismiss}
    >
      <div role="status" className="tabular">
        {files.length > 1
          ? words.parts
          : file && words.saved(file.name, words.rows(rows), sizeText(file.bytes))}
      </div>
      {files.length > 1 &&
        files.map(({ name, url, bytes }) => (
          <div key={name}>
            <Link href={url} external>
              {name}
            </Link>{' '}
            {sizeText(bytes)}
          </div>
        ))}
      {capped && <div>{words.cappedNote}</div>}
      {!ordered && asOf && <div>{words.unorderedNote(momentText(asOf))}</div>}
    </Alert>
  );
}

interface PreparingProps {
  run: Run;
  format: DownloadFormat;
  ask: DownloadStatusProps['ask'];
}

function Preparing({ run, format, ask }: PreparingProps) {
  const { cancel } = useReadout();
  const name = words.formats[format];
  if (run.status === 'succeeded')
    return (
      <Alert type="success" action={<Button onClick={() => ask(format)}>{words.save}</Button>}>
        <span role="status">{words.ready(name)}</span>
      </Alert>
    );
  if (run.error) return <ErrorAlert error={run.error} onRetry={() => ask(format)} />;
  if (isOver(run)) return null;
  return (
    <Alert type="info" action={<Button onClick={() => void cancel(run.runId)}>{words.cancel}</Button>}>
      <div role="status">{words.preparing(name)}</div>
      <RunState run={run} status={run.status} />
      <div>{words.preparingHint}</div>
    </Alert>
  );
}
