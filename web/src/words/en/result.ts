export const result = {
  loading: 'Loading the rows',
  label: 'Result rows',
  null: 'NULL',
  more: 'Load more rows',
  showing: (shown: number, all: number) =>
    shown === all
      ? `All ${all.toLocaleString('en')} rows`
      : `Showing ${shown.toLocaleString('en')} of ${all.toLocaleString('en')} rows`,
  sortHint: 'Columns sort once every row is loaded.',
  capped: (readable: number, all: number) =>
    `The first ${readable.toLocaleString('en')} of ${all.toLocaleString('en')} rows can be read; narrow the inputs to see the rest.`,
  cappedByBytes: (most: string, readable: number, all: number) =>
    `A result can be read up to ${most}, which is its first ${readable.toLocaleString('en')} of ${all.toLocaleString('en')} rows; narrow the inputs to see the rest.`,
  noneTitle: 'No rows',
  none: 'The query ran well; nothing matches these inputs.',
  failed: 'The rows could not be loaded.',
};
