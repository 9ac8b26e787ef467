import Cards from '@cloudscape-design/components/cards';
import Table from '@cloudscape-design/components/table';
import type { Run } from '@readout/runtime/contracts.ts';
import type { ReactNode } from 'react';
import { useNarrow } from '../parts/use-narrow.ts';
import { strings } from '../strings.ts';
import { fitsPair, pairOf } from './pair.ts';
import { againColumn, RUN_COLUMNS, titleLink } from './run-columns.tsx';

const words = strings.runs;

export interface RunsListProps {
  runs: readonly Run[];
  chosen: Run[];
  onChoose: (chosen: Run[]) => void;
  onAgain: (run: Run) => void;
  /** Earlier runs are being read, and nothing is found yet. */
  loading: boolean;
  header: ReactNode;
  filter: ReactNode;
  pagination: ReactNode;
  empty: ReactNode;
}

/** Runs with what is known of each: a table, and on a telephone cards. Two of them can be chosen. */
export function RunsList({ runs, chosen, onChoose, onAgain, ...frame }: RunsListProps) {
  const narrow = useNarrow();
  const columns = [...RUN_COLUMNS, againColumn(onAgain)];
  const common = {
    ...frame,
    items: runs,
    trackBy: 'runId',
    loadingText: words.reading,
    selectedItems: chosen,
    isItemDisabled: (run: Run) => !fitsPair(run, chosen),
    ariaLabels: {
      selectionGroupLabel: words.selection,
      allItemsSelectionLabel: () => words.selectAll,
      itemSelectionLabel: (_: unknown, run: Run) => words.select(run.title),
    },
  };
  if (narrow) {
    return (
      <Cards<Run>
        {...common}
        variant="full-page"
        stickyHeader={false}
        selectionType="multi"
        onSelectionChange={({ detail }) => onChoose(pairOf(detail.selectedItems))}
        cardDefinition={{
          header: titleLink,
          sections: columns.slice(1).map(({ id, header, cell, width }) => ({
            id,
            width,
            header: id === 'again' ? undefined : header,
            content: cell,
          })),
        }}
      />
    );
  }
  return (
    <Table<Run>
      {...common}
      variant="full-page"
      stickyHeader={false}
      wrapLines
      selectionType="multi"
      onSelectionChange={({ detail }) => onChoose(pairOf(detail.selectedItems))}
      columnDefinitions={columns}
    />
  );
}
