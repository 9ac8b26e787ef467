import type { Cell, Column, ResultPage } from '@readout/runtime/contracts.ts';

type Write = (text: string) => Promise<void>;

/** An array with an object for each row, one on each line; cells are as in REST: what a number would cut is text. */
export async function writeJson(pages: AsyncIterable<ResultPage>, write: Write): Promise<void> {
  let before = '[\n';
  for await (const { columns, rows } of pages) {
    const names = uniqueNames(columns);
    for (const row of rows) {
      await write(before + JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at]]))));
      before = ',\n';
    }
  }
  await write(before === '[\n' ? '[]\n' : '\n]\n');
}

/** Columns under their names, as wide as the first page needs; numbers stand at the right. */
export async function writeTable(pages: AsyncIterable<ResultPage>, write: Write): Promise<void> {
  let line: ((cells: string[]) => string) | undefined;
  for await (const { columns, rows } of pages) {
    const names = columns.map(({ name }) => name);
    const texts = rows.map((row) => row.map(textOf));
    if (!line) {
      line = lineOf(columns, [names, ...texts]);
      await write(line(names));
    }
    if (texts.length) await write(texts.map(line).join(''));
  }
}

function lineOf(columns: Column[], texts: string[][]): (cells: string[]) => string {
  const widths = columns.map((_, at) => Math.max(...texts.map((cells) => cells[at]?.length ?? 0)));
  const isNumber = columns.map(({ type }) => /^(int|float|numeric)/.test(type));
  const pad = (cell: string, at: number) =>
    isNumber[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0);
  return (cells) => `${cells.map(pad).join('  ').trimEnd()}\n`;
}

/** A text that is wider than a line, or that would move the cursor, is shown on one line. */
const textOf = (cell: Cell): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal obeys them
  cell === null ? '' : String(cell).replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');

function uniqueNames(columns: Column[]): string[] {
  const used = new Set<string>();
  return columns.map(({ name }) => {
    let own = name;
    for (let times = 2; used.has(own); times += 1) own = `${name}_${times}`;
    used.add(own);
    return own;
  });
}
