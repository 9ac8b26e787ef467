import Button from '@cloudscape-design/components/button';
import type { Inputs } from '@readout/runtime/contracts.ts';
import { lazy, Suspense, useState } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { strings } from '../strings.ts';

const PreviewDialog = lazy(() => import('./preview-dialog.tsx'));

export interface PreviewButtonProps {
  report: string;
  inputs: Inputs;
}

/** Shows engineers the SQL that Run would send; nothing for anybody else. */
export function PreviewButton({ report, inputs }: PreviewButtonProps) {
  const { isEngineer } = useReadout();
  const [open, setOpen] = useState(false);
  if (!isEngineer) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{strings.preview.open}</Button>
      {open && (
        <Suspense fallback={null}>
          <PreviewDialog {...{ report, inputs }} onDismiss={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
