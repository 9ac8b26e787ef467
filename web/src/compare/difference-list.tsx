import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useMemo, useState } from 'react';
import { strings } from '../strings.ts';
import type { Comparison, DifferenceKind } from './compare-rows.ts';
import { DifferenceTable } from './difference-table.tsx';
import { DownloadDifferences } from './download-differences.tsx';
import type { PairedColumn, SharedColumn } from './paired-columns.ts';

const words = strings.compare;
const PER_PAGE = 50;

type Shown = 'changes' | 'all' | Exclude<DifferenceKind, 'same'>;

export interface DifferenceListProps {
  comparison: Comparison;
  columns: readonly PairedColumn[];
  shared: readonly SharedColumn[];
  keys: readonly SharedColumn[];
}

/** What differs in numbers, the rows of the kind that is chosen, and the way to have them as a file. */
export function DifferenceList({ comparison, columns, shared, keys }: DifferenceListProps) {
  const [shown, setShown] = useState<Shown>('changes');
  const [page, setPage] = useState(1);
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const rows = useMemo(() => comparison.rows.filter(({ kind }) => isShown(kind, shown)), [comparison, shown]);
  const differing = shared.filter((_, at) => comparison.changes[at]);
  const visible = columns.filter(
    (column) =>
      !onlyDiffering || differing.some((one) => one === column) || keys.some((one) => one === column),
  );
  return (
    <SpaceBetween size="s">
      <Header variant="h2" actions={<DownloadDifferences comparison={comparison} columns={columns} />}>
        {words.table}
      </Header>
      <Box>
        {differing.length > 0 ? words.columnsDiffer(listOf(comparison, shared)) : words.noColumnDiffers}
      </Box>
      <SpaceBetween direction="horizontal" size="m" alignItems="center">
        <SegmentedControl
          label={words.show}
          selectedId={shown}
          options={optionsFor(comparison)}
          onChange={({ detail }) => {
            setPage(1);
            setShown(detail.selectedId as Shown);
          }}
        />
        <Toggle checked={onlyDiffering} onChange={({ detail }) => setOnlyDiffering(detail.checked)}>
          {words.onlyDiffering}
        </Toggle>
      </SpaceBetween>
      {rows.length > PER_PAGE && (
        <Pagination
          currentPageIndex={page}
          pagesCount={Math.ceil(rows.length / PER_PAGE)}
          onChange={({ detail }) => setPage(detail.currentPageIndex)}
          ariaLabels={{
            nextPageLabel: strings.runs.pages.next,
            previousPageLabel: strings.runs.pages.previous,
            pageLabel: strings.runs.pages.page,
          }}
        />
      )}
      <DifferenceTable
        rows={rows.slice((page - 1) * PER_PAGE, page * PER_PAGE)}
        columns={inFront(keys, visible)}
        shared={shared}
        keys={keys}
      />
    </SpaceBetween>
  );
}

const isShown = (kind: DifferenceKind, shown: Shown): boolean =>
  shown === 'all' || kind === shown || (shown === 'changes' && kind !== 'same');

function optionsFor({ rows, counts: { added, removed, changed } }: Comparison) {
  const { kinds } = words;
  return [
    { id: 'changes', text: words.changes(added + removed + changed) },
    { id: 'changed', text: words.kind(kinds.changed, changed) },
    { id: 'added', text: words.kind(kinds.added, added) },
    { id: 'removed', text: words.kind(kinds.removed, removed) },
    { id: 'all', text: words.everything(rows.length) },
  ];
}

function listOf({ changes }: Comparison, shared: readonly SharedColumn[]): string {
  return shared
    .flatMap(({ name }, at) => (changes[at] ? [words.columnRows(name, changes[at])] : []))
    .join(', ');
}

/** Whoever reads a row looks for its name first. */
function inFront(keys: readonly PairedColumn[], columns: readonly PairedColumn[]): PairedColumn[] {
  return [...keys, ...columns.filter((column) => !keys.includes(column))];
}
