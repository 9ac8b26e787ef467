import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import { isOver } from '@readout/client';
import type { Run } from '@readout/runtime/contracts.ts';
import { useState } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { strings } from '../strings.ts';
import { RunState } from './run-state.tsx';
import { statusText } from './status-text.ts';

export interface RunStripProps {
  title: string;
  run?: Run;
  /** It was never accepted. */
  refused: boolean;
}

/** The head of a result: the state of its run, told to screen readers as it changes, and Cancel. */
export function RunStrip({ title, run, refused }: RunStripProps) {
  const readout = useReadout();
  const [cancelled, setCancelled] = useState<string>();
  const stopping = run !== undefined && cancelled === run.runId;
  const status = refused ? 'refused' : (run?.status ?? 'asked');

  function cancel() {
    if (!run) return;
    setCancelled(run.runId);
    void readout.cancel(run.runId);
  }
  return (
    <>
      <Header
        variant="h2"
        actions={
          run &&
          !isOver(run) && (
            <Button onClick={cancel} disabled={stopping}>
              {stopping ? strings.run.cancelling : strings.report.cancel}
            </Button>
          )
        }
        description={<RunState run={run} status={status} />}
      >
        {strings.report.result}
      </Header>
      <LiveRegion hidden>{strings.run.announce(title, statusText(status, run))}</LiveRegion>
    </>
  );
}
