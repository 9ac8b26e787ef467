import type { DownloadFormat } from '@readout/runtime/contracts.ts';

const number = (n: number) => n.toLocaleString('en');

export const download = {
  menu: 'Download',
  menuOf: (title: string) => `Download: ${title}`,
  rows: (n: number) => (n === 1 ? '1 row' : `${number(n)} rows`),
  capped: (rows: number, all: number) => `The first ${number(rows)} of ${number(all)} rows`,
  formats: { csv: 'CSV', xlsx: 'Excel', parquet: 'Parquet' } satisfies Record<DownloadFormat, string>,
  about: {
    csv: 'For every spreadsheet and program',
    xlsx: 'Numbers and dates as such',
    parquet: 'For data tools, every digit kept',
  } satisfies Record<DownloadFormat, string>,
  writing: (format: string) => `Writing the ${format} file`,
  preparing: (format: string) => `Redshift is preparing the ${format} file.`,
  preparingHint: 'You need not wait here: the file stays ready for a day.',
  ready: (format: string) => `The ${format} file is ready`,
  save: 'Save the file',
  saveAgain: 'Save it again',
  dismiss: 'Dismiss what was said of the download',
  cancel: 'Cancel',
  saved: (name: string, rows: string, size: string) => `${name} · ${rows} · ${size}`,
  cappedNote:
    'The result has more rows than may be read; the file holds as many as may, and its name says so.',
  unorderedNote: (moment: string) =>
    `Read from Redshift anew, ${moment}; the rows are in no particular order.`,
  parts: 'The file was so large that Redshift wrote several.',
};
