import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import { isOver } from '@readout/client';
import type { Run } from '@readout/runtime/contracts.ts';
import type { ReactNode } from 'react';
import { durationText, momentText } from '../duration.ts';
import { inputsText } from '../form/inputs.ts';
import { Elapsed, StatusOf, tookOf } from '../report/run-state.tsx';
import { runHref } from '../route.ts';
import { strings } from '../strings.ts';
import { language } from '../words/language.ts';

const { columns, again, againNamed, noInputs } = strings.runs;

/** One thing that is said of each run, in a table and on a card alike. */
export interface RunColumn {
  id: string;
  header: string;
  minWidth: number;
  isRowHeader?: boolean;
  /** Of a card, in percent. */
  width?: number;
  cell: (run: Run) => ReactNode;
}

export const titleLink = ({ runId, title }: Run): ReactNode => <Link href={runHref(runId)}>{title}</Link>;

export const RUN_COLUMNS: RunColumn[] = [
  { id: 'report', header: columns.report, minWidth: 170, isRowHeader: true, cell: titleLink },
  {
    id: 'inputs',
    header: columns.inputs,
    minWidth: 170,
    cell: ({ inputs }) => <span className="about-value">{inputsText(inputs) || noInputs}</span>,
  },
  { id: 'status', header: columns.status, minWidth: 140, cell: (run) => <StatusOf run={run} />, width: 50 },
  {
    id: 'when',
    header: columns.when,
    minWidth: 170,
    cell: ({ createdAt }) => momentText(createdAt),
    width: 50,
  },
  {
    id: 'duration',
    header: columns.duration,
    minWidth: 100,
    width: 50,
    cell: (run) => <Duration run={run} />,
  },
  {
    id: 'rows',
    header: columns.rows,
    minWidth: 80,
    width: 50,
    cell: ({ rows }) => <span className="tabular">{rows?.toLocaleString(language()) ?? '–'}</span>,
  },
];

export function Duration({ run }: { run: Pick<Run, 'status' | 'createdAt' | 'startedAt' | 'endedAt'> }) {
  if (isOver(run)) return <span className="tabular">{durationText(tookOf(run))}</span>;
  return (
    <span className="tabular">
      <Elapsed since={run.startedAt ?? run.createdAt} />
    </span>
  );
}

/** Runs the same again, on a press. */
export const againColumn = (start: (run: Run) => void): RunColumn => ({
  id: 'again',
  header: columns.again,
  minWidth: 130,
  cell: (run) => (
    <Box>
      <Button variant="inline-link" ariaLabel={againNamed(run.title)} onClick={() => start(run)}>
        {again}
      </Button>
    </Box>
  ),
});
