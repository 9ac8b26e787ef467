import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { ReportForm, type ReportFormProps } from '../form/report-form.tsx';
import { SHORTCUT } from '../report/use-report-run.ts';
import { strings } from '../strings.ts';
import { TilesState } from './tiles-state.tsx';
import type { TileRun } from './use-tiles.ts';

const words = strings.dashboard;

export interface DashboardInputsProps extends ReportFormProps {
  tiles: TileRun[];
  onRun: () => void;
  /** What else stands beside Run. */
  children: ReactNode;
}

/** The inputs that the tiles share, and the one Run for all of them. */
export function DashboardInputs({ tiles, onRun, children, ...form }: DashboardInputsProps) {
  const { parameters } = form;
  const nothingToDo = tiles.every(({ tile, busy, changed }) => tile.error || (busy && !changed));
  const busy = nothingToDo && tiles.some((one) => one.busy);
  return (
    <Container
      header={parameters.length > 0 && <Header variant="h2">{words.inputs}</Header>}
      footer={
        <SpaceBetween size="s">
          <SpaceBetween direction="horizontal" size="m" alignItems="center">
            <Button variant="primary" loading={busy} disabled={nothingToDo && !busy} onClick={onRun}>
              {words.run}
            </Button>
            <span className="shortcut">
              <Box color="text-body-secondary" fontSize="body-s">
                {strings.report.shortcut(SHORTCUT)}
              </Box>
            </span>
            <TilesState tiles={tiles} />
            {children}
          </SpaceBetween>
          {tiles.some(({ changed }) => changed) && <Alert type="info">{words.changed}</Alert>}
        </SpaceBetween>
      }
    >
      {parameters.length === 0 ? (
        <Box color="text-body-secondary">{words.noInputs}</Box>
      ) : (
        <ReportForm {...form} />
      )}
    </Container>
  );
}
