import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { asReadoutError, isOpen, type ReadoutError } from '@readout/client';
import type { Pipeline, PipelineRun } from '@readout/runtime/contracts.ts';
import { useState } from 'react';
import { type FormValues, inputsFrom } from '../form/inputs.ts';
import { judge, useToday } from '../form/judge.ts';
import { ReportForm } from '../form/report-form.tsx';
import { useShownProblems } from '../form/use-shown-problems.ts';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { errorText } from '../parts/error-words.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { SHORTCUT, useRunShortcut } from '../report/use-report-run.ts';
import { strings } from '../strings.ts';

const words = strings.pipeline;

export interface PipelineFormProps {
  pipeline: Pipeline;
  values: FormValues;
  /** Those that are known, for whether one is under way. */
  runs: readonly PipelineRun[];
  onChange: (values: FormValues) => void;
}

/** The inputs of a pipeline and the button that starts it. */
export function PipelineForm({ pipeline, values, runs, onChange }: PipelineFormProps) {
  const { id, parameters, overlap } = pipeline;
  const { pipelines } = useReadout();
  const { problems } = judge(parameters, values, useToday());
  const shown = useShownProblems(parameters, problems);
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<ReadoutError>();
  const running = overlap === 'refuse' && runs.some(isOpen);
  const ofAll = problems.get('inputs');
  const errors = { ...shown.texts };
  if (error?.field) errors[error.field] ??= errorText(error);

  async function start() {
    shown.leaveAll();
    if (starting || running || problems.size > 0) return;
    setError(undefined);
    setStarting(true);
    await pipelines
      .start(id, inputsFrom(parameters, values))
      .catch((thrown) => setError(asReadoutError(thrown)));
    setStarting(false);
  }
  const within = useRunShortcut(() => void start(), true);

  return (
    <div ref={within}>
      <Container
        header={<Header variant="h2">{words.inputs}</Header>}
        footer={
          <SpaceBetween direction="horizontal" size="m" alignItems="center">
            <Button
              variant="primary"
              disabled={running}
              loading={starting}
              loadingText={words.starting}
              onClick={start}
            >
              {words.start}
            </Button>
            <Box color="text-body-secondary" fontSize="body-s">
              {running ? (
                words.running
              ) : (
                <span className="shortcut">{strings.report.shortcut(SHORTCUT)}</span>
              )}
            </Box>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="m">
          {parameters.length === 0 ? (
            <Box color="text-body-secondary">{words.noInputs}</Box>
          ) : (
            <ReportForm
              {...{ parameters, values, errors }}
              onChange={(chosen, name) => {
                shown.type(name);
                setError(undefined);
                onChange(chosen);
              }}
              onLeave={shown.leave}
            />
          )}
          {ofAll && <Alert type="error">{strings.problemText(ofAll, '')}</Alert>}
          {error && !parameters.some(({ name }) => name === error.field) && <ErrorAlert error={error} />}
        </SpaceBetween>
      </Container>
    </div>
  );
}
