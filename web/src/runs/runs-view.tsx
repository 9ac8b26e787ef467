import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { Run } from '@readout/runtime/contracts.ts';
import { momentText } from '../duration.ts';
import { inputsText } from '../form/inputs.ts';
import { Empty } from '../parts/empty.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { useTask } from '../parts/use-task.ts';
import { RunState } from '../report/run-state.tsx';
import { runHref } from '../route.ts';
import { strings } from '../strings.ts';

const words = strings.runs;

const COLUMNS: TableProps.ColumnDefinition<Run>[] = [
  {
    id: 'report',
    header: words.columns.report,
    isRowHeader: true,
    minWidth: 150,
    cell: ({ runId, title, inputs }) => (
      <>
        <Link href={runHref(runId)}>{title}</Link>
        <Box color="text-body-secondary" fontSize="body-s">
          {inputsText(inputs)}
        </Box>
      </>
    ),
  },
  {
    id: 'status',
    header: words.columns.status,
    minWidth: 180,
    cell: (run) => <RunState run={run} status={run.status} />,
  },
  {
    id: 'when',
    header: words.columns.when,
    minWidth: 200,
    cell: ({ createdAt }) => momentText(createdAt),
  },
];

/** Everything one has run, newest first, live. */
export default function RunsView() {
  const { runs, catchUp, isAskedFor } = useReadout();
  useTask(catchUp);
  const known = useObservable(runs).runs;
  const all = [...known.values()].filter(isAskedFor).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return (
    <Table
      variant="full-page"
      stickyHeader={false}
      wrapLines
      items={all}
      trackBy="runId"
      columnDefinitions={COLUMNS}
      header={
        <Header variant="h1" description={words.lead} counter={`(${all.length})`}>
          {words.title}
        </Header>
      }
      empty={
        <Empty title={words.noneTitle} action={<Button href="/reports">{words.toReports}</Button>}>
          <Box color="inherit">{words.none}</Box>
        </Empty>
      }
    />
  );
}
