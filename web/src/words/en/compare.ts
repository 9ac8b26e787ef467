const n = (count: number): string => count.toLocaleString('en');

export const compare = {
  lead: 'Cell by cell, over all rows of both.',
  left: 'Left',
  right: 'Right',
  swap: 'Swap sides',
  nothingTitle: 'Nothing to compare',
  nothing: 'Choose two finished runs of one report in the list of your runs.',
  toRuns: 'Go to the runs',
  unfinished: (side: string) =>
    `${side}: this run has no result yet. The comparison begins by itself when it has.`,
  noResult: (side: string) => `${side}: this run ended without a result.`,
  otherReport: 'These are runs of two reports. Columns are compared by their names.',
  capped: (side: string, rows: number, all: number) =>
    `${side}: only the first ${n(rows)} of ${n(all)} rows can be read, and only they are compared.`,
  reading: (side: string) => `Reading the rows: ${side}`,
  rowsRead: (read: number, all?: number) => (all === undefined ? n(read) : `${n(read)} of ${n(all)}`),
  comparing: 'Comparing',
  failed: (side: string) => `${side}: the rows could not be read`,
  keys: 'Rows belong together when these are equal',
  keysHint: 'Without a column, the first row belongs to the first, the second to the second.',
  byNumber: 'The number of the row',
  removeKey: (name: string) => `Remove ${name}`,
  apart:
    'No row of one result belongs to a row of the other. Choose other columns, or none to compare the first row with the first.',
  repeated: (count: number) =>
    count === 1
      ? '1 row has the same key as another one of its result; such rows are matched in their order. One more key column may tell them apart.'
      : `${n(count)} rows have the same key as another one of their result; such rows are matched in their order. One more key column may tell them apart.`,
  kinds: { added: 'Added', removed: 'Removed', changed: 'Changed', same: 'Same' },
  state: 'Row',
  show: 'Rows to show',
  changes: (count: number) => `Only changes (${n(count)})`,
  kind: (name: string, count: number) => `${name} (${n(count)})`,
  everything: (count: number) => `All rows (${n(count)})`,
  identicalTitle: 'No difference',
  identical: (rows: number) =>
    rows === 1
      ? 'The one row of both results is the same in every cell.'
      : `All ${n(rows)} rows are the same in every cell.`,
  noneOfKind: 'There is no such row.',
  columnsDiffer: (list: string) => `Columns that differ: ${list}`,
  columnRows: (name: string, rows: number) => `${name} (${rows === 1 ? '1 row' : `${n(rows)} rows`})`,
  noColumnDiffers: 'No cell of a row that both have differs.',
  onlyDiffering: 'Only columns that differ',
  onlyLeft: (name: string) => `${name} (left only)`,
  onlyRight: (name: string) => `${name} (right only)`,
  was: 'was',
  is: 'is now',
  changedBy: (by: string) => `difference ${by}`,
  table: 'Differences',
  summary: (added: number, removed: number, changed: number, same: number) =>
    `${n(added)} added, ${n(removed)} removed, ${n(changed)} changed, ${n(same)} the same`,
  download: 'Download the differences (CSV)',
  csv: { change: 'change', left: 'left', right: 'right', difference: 'difference' },
};
