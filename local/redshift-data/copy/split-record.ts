import type { CopyOptions } from './copy-options.ts';

/** Why a record does not fit, as stl_load_errors says it. */
export class RecordProblem extends Error {
  constructor(
    readonly code: number,
    override readonly message: string,
  ) {
    super(message);
  }
}

export type Field = string | null;
export type Splitter = (record: string) => Field[];

/** Cuts one record into fields; what NULL AS names is null. The splitter throws RecordProblem. */
export const splitter = (options: CopyOptions): Splitter => {
  const { format, nullText, widths = [] } = options;
  const nulled = (text: string): Field => (text === nullText ? null : text);
  if (format === 'fixed') return (record) => cut(record, widths).map(nulled);
  const delimiter = options.delimiter ?? (format === 'csv' ? ',' : '|');
  const plain: Splitter = (record) => record.split(delimiter).map(nulled);
  if (format === 'csv') {
    const quoted = csv(delimiter, options.quote, nulled);
    return (record) => (record.includes(options.quote) ? quoted(record) : plain(record));
  }
  if (options.escape || options.removeQuotes) return delimited(delimiter, options, nulled);
  return plain;
};

const cut = (record: string, widths: readonly number[]): string[] => {
  const characters = [...record];
  const fields: string[] = [];
  let at = 0;
  for (const width of widths) {
    if (at >= characters.length) break;
    fields.push(characters.slice(at, at + width).join(''));
    at += width;
  }
  return fields;
};

const badQuote = () => new RecordProblem(1216, 'Invalid quote formatting for CSV');

const csv =
  (delimiter: string, quote: string, nulled: (text: string) => Field): Splitter =>
  (record) => {
    const fields: Field[] = [];
    for (let at = 0; ; at += delimiter.length) {
      const isQuoted = record.startsWith(quote, at);
      const end = isQuoted ? closingQuote(record, quote, at) : endOfField(record, delimiter, at);
      const text = record.slice(at, end);
      if (isQuoted) fields.push(text.slice(1, -1).replaceAll(quote + quote, quote));
      else if (text.includes(quote)) throw badQuote();
      else fields.push(nulled(text));
      at = end;
      if (at >= record.length) return fields;
      if (!record.startsWith(delimiter, at)) throw badQuote();
    }
  };

const endOfField = (record: string, delimiter: string, from: number): number => {
  const end = record.indexOf(delimiter, from);
  return end < 0 ? record.length : end;
};

/** Just behind the quote that closes the one at `open`. */
const closingQuote = (record: string, quote: string, open: number): number => {
  for (let at = open + 1; ; at += 2) {
    at = record.indexOf(quote, at);
    if (at < 0) throw new RecordProblem(1214, 'Delimited value missing end quote');
    if (record[at + 1] !== quote) return at + 1;
  }
};

/** ESCAPE and REMOVEQUOTES: character by character, because either may hide a delimiter. */
const delimited =
  (
    delimiter: string,
    { escape: escaped, removeQuotes }: CopyOptions,
    nulled: (text: string) => Field,
  ): Splitter =>
  (record) => {
    const fields: Field[] = [];
    for (let at = 0; ; at += delimiter.length) {
      const start = at;
      const mark = record[at] as string;
      const quote = removeQuotes && (mark === '"' || mark === "'") ? mark : '';
      let text = '';
      if (quote) at += 1;
      const ends = () =>
        quote
          ? record[at] === quote && (at + 1 === record.length || record.startsWith(delimiter, at + 1))
          : at >= record.length || record.startsWith(delimiter, at);
      while (!ends()) {
        if (at >= record.length) throw new RecordProblem(1214, 'Delimited value missing end quote');
        if (escaped && record[at] === '\\') at += 1;
        text += record[at++] ?? '';
      }
      if (quote) at += 1;
      const raw = record.slice(start, at);
      fields.push(nulled(raw) === null ? null : text);
      if (at >= record.length) return fields;
    }
  };
