import { asReadoutError, type ReadoutError } from '@readout/client';
import type { Download, DownloadFormat, Run } from '@readout/runtime/contracts.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { preparingOf } from './preparing-of.ts';
import { saveFile } from './save-file.ts';

export interface DownloadState {
  /** Being asked for; most files are there in a moment. */
  asking?: DownloadFormat;
  /** The file that was saved last. */
  saved?: Download;
  error?: ReadoutError;
  /** The format that `error` is about. */
  failed?: DownloadFormat;
}

/**
 * What becomes of downloads of one run. A file is saved as soon as it is there: at once, or when the run that prepares
 * it succeeds while its person waits. Who has left and come back finds that run, and asks for its file then.
 */
export function useDownload(run: Run) {
  const readout = useReadout();
  const [state, setState] = useState<DownloadState>({});
  const { runs } = useObservable(readout.runs);
  const preparing = preparingOf(runs.values(), run.runId);
  const awaited = useRef<string>(undefined);

  const ask = useCallback(
    async (format: DownloadFormat) => {
      setState({ asking: format });
      try {
        const saved = await readout.download(run.runId, { format });
        if (saved?.files.length === 1) saveFile(saved.files[0]?.url ?? '');
        awaited.current = saved ? undefined : format;
        setState({ saved });
      } catch (thrown) {
        setState({ error: asReadoutError(thrown), failed: format });
      }
    },
    [readout, run.runId],
  );

  const done = preparing?.status === 'succeeded' ? preparing.download?.format : undefined;
  useEffect(() => {
    if (done && awaited.current === done) void ask(done);
  }, [done, ask]);

  return { ...state, preparing, ask, forget: () => setState({}) };
}
