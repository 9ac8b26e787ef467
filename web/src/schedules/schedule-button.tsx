import Button from '@cloudscape-design/components/button';
import type { Inputs, Report } from '@readout/runtime/contracts.ts';
import { lazy, Suspense, useState } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { strings } from '../strings.ts';

const ScheduleDialog = lazy(() => import('./schedule-dialog.tsx'));

export interface ScheduleButtonProps {
  report: Report;
  /** What it is to be run with; relative dates are those of the day of each run. */
  inputs: Inputs;
}

/** Lets a report run by itself from now on; nothing where this Readout sends no e-mail. */
export function ScheduleButton({ report, inputs }: ScheduleButtonProps) {
  const { canMail } = useReadout();
  const [open, setOpen] = useState(false);
  if (!canMail) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{strings.schedule.open}</Button>
      {open && (
        <Suspense fallback={null}>
          <ScheduleDialog {...{ report, inputs }} onDismiss={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
