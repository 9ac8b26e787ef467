import Button from '@cloudscape-design/components/button';
import Cards from '@cloudscape-design/components/cards';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { OperatorRun } from '@readout/runtime/contracts.ts';
import type { ReactNode } from 'react';
import { momentText } from '../duration.ts';
import { useNarrow } from '../parts/use-narrow.ts';
import { StatusOf } from '../report/run-state.tsx';
import { Duration } from '../runs/run-columns.tsx';
import { strings } from '../strings.ts';
import { language } from '../words/language.ts';
import { isOpen } from './read-day.ts';

const words = strings.operations;

export interface OperationsListProps {
  runs: readonly OperatorRun[];
  /** Whether an operator has stopped it, and it has not ended yet. */
  isStopping: (run: OperatorRun) => boolean;
  onOpen: (run: OperatorRun) => void;
  onStop: (run: OperatorRun) => void;
  loading: boolean;
  header: ReactNode;
  filter: ReactNode;
  pagination: ReactNode;
  empty: ReactNode;
}

/** How everybody's runs go: a table, and on a telephone cards. */
export function OperationsList({ runs, isStopping, onOpen, onStop, ...frame }: OperationsListProps) {
  const narrow = useNarrow();
  const [title, ...others] = columnsFor({ isStopping, onOpen, onStop });
  const common = { ...frame, items: runs, trackBy: 'runId', loadingText: words.loading };
  if (narrow) {
    return (
      <Cards<OperatorRun>
        {...common}
        variant="full-page"
        stickyHeader={false}
        cardDefinition={{
          header: title.cell,
          sections: others.map(({ id, header, cell, width }) => ({
            id,
            width,
            header: id === 'stop' ? undefined : header,
            content: cell,
          })),
        }}
      />
    );
  }
  return (
    <Table<OperatorRun>
      {...common}
      variant="full-page"
      stickyHeader={false}
      wrapLines
      columnDefinitions={[{ ...title, isRowHeader: true }, ...others]}
    />
  );
}

interface Column {
  id: string;
  header: string;
  minWidth: number;
  /** Of a card, in percent. */
  width?: number;
  cell: (run: OperatorRun) => ReactNode;
}

function columnsFor({
  isStopping,
  onOpen,
  onStop,
}: Pick<OperationsListProps, 'isStopping' | 'onOpen' | 'onStop'>): [Column, ...Column[]] {
  const { columns } = words;
  return [
    {
      id: 'report',
      header: columns.report,
      minWidth: 180,
      cell: (run) => (
        <Link variant="primary" onFollow={() => onOpen(run)}>
          {run.title}
        </Link>
      ),
    },
    {
      id: 'person',
      header: columns.person,
      minWidth: 180,
      cell: ({ ownerEmail }) => <span className="about-value">{ownerEmail}</span>,
    },
    {
      id: 'status',
      header: columns.status,
      minWidth: 150,
      width: 50,
      cell: (run) =>
        isStopping(run) ? (
          <StatusIndicator type="in-progress">{words.stopping}</StatusIndicator>
        ) : (
          <StatusOf run={run} />
        ),
    },
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
      cell: (run) => <Duration run={run} />,
      width: 50,
    },
    {
      id: 'rows',
      header: columns.rows,
      minWidth: 80,
      width: 50,
      cell: ({ rows }) => <span className="tabular">{rows?.toLocaleString(language()) ?? '–'}</span>,
    },
    {
      id: 'stop',
      header: columns.stop,
      minWidth: 110,
      cell: (run) =>
        isOpen(run) && (
          <Button
            ariaLabel={words.stopNamed(run.title, run.ownerEmail)}
            disabled={isStopping(run)}
            onClick={() => onStop(run)}
          >
            {words.stop}
          </Button>
        ),
    },
  ];
}
