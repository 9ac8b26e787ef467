import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Report } from '@readout/runtime/contracts.ts';
import { useEffect, useRef } from 'react';
import { type FormValues, inputsFrom } from '../form/inputs.ts';
import { ReportForm } from '../form/report-form.tsx';
import { PreviewButton } from '../preview/preview-button.tsx';
import { ScheduleButton } from '../schedules/schedule-button.tsx';
import { strings } from '../strings.ts';
import { EmailChoice } from './email-choice.tsx';
import { LinkNotice } from './link-notice.tsx';
import { RunPanel } from './run-panel.tsx';
import { SHORTCUT, useReportRun, useRunShortcut } from './use-report-run.ts';

const words = strings.report;

export interface ReportPanelProps {
  report: Report;
  values: FormValues;
  onChange: (values: FormValues) => void;
  /** Labels this panel's runs, so that they come to no other. */
  topic: string;
  /** The only panel on the page: its shortcut works wherever the focus is. */
  alone: boolean;
  /** The link says so. Otherwise nothing runs by itself. */
  runAtOnce?: boolean;
  /** What the link named that the report does not have. */
  unknown?: string[];
}

/** A report's form, its Run button, and what became of the last run. */
export function ReportPanel(props: ReportPanelProps) {
  const { report, values, onChange, topic, alone, runAtOnce, unknown = [] } = props;
  const form = useReportRun(report, values, topic);
  const { start, startFresh, busy, errors, trouble, type, leave, misses, email, setEmail, ...state } = form;
  const within = useRunShortcut(start, alone);
  useEffect(() => {
    if (misses > 0) within.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [misses, within]);
  useOnce(runAtOnce ?? false, start);

  return (
    <div ref={within}>
      <SpaceBetween size="l">
        <Container
          header={<Header variant="h2">{words.inputs}</Header>}
          footer={
            <SpaceBetween direction="horizontal" size="m" alignItems="center">
              <Button variant="primary" loading={busy} loadingText={strings.run.waitingTitle} onClick={start}>
                {words.run}
              </Button>
              <span className="shortcut">
                <Box color="text-body-secondary" fontSize="body-s">
                  {words.shortcut(SHORTCUT)}
                </Box>
              </span>
              <PreviewButton report={report.id} inputs={inputsFrom(report.parameters, values)} />
              <ScheduleButton report={report} inputs={inputsFrom(report.parameters, values)} />
              <EmailChoice checked={email} onChange={setEmail} />
            </SpaceBetween>
          }
        >
          <SpaceBetween size="m">
            <LinkNotice unknown={unknown} />
            {report.parameters.length === 0 ? (
              <Box color="text-body-secondary">{words.noInputs}</Box>
            ) : (
              <ReportForm
                parameters={report.parameters}
                {...{ values, errors }}
                onChange={(chosen, name) => {
                  type(name);
                  onChange(chosen);
                }}
                onLeave={leave}
              />
            )}
            {trouble && <Alert type="error">{trouble}</Alert>}
          </SpaceBetween>
        </Container>
        <RunPanel title={report.title} {...state} onFresh={startFresh} />
      </SpaceBetween>
    </div>
  );
}

function useOnce(wanted: boolean, act: () => void) {
  const done = useRef(false);
  useEffect(() => {
    if (!wanted || done.current) return;
    done.current = true;
    act();
  });
}
