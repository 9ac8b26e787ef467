import type { Cell, Column, ResultPage } from '@readout/runtime/contracts.ts';

/** A cell whose integers are exact: those past 2^53, which JSON has as text, are bigints. Decimals stay texts. */
export type ExactCell = Cell | bigint;

type GetPage = (runId: string, page?: string) => Promise<ResultPage>;

/** Every page of a run's result in order, each asked for when it is wanted. Throws ReadoutError. */
export async function* pagesOf(getResult: GetPage, runId: string): AsyncGenerator<ResultPage, void> {
  let next: string | undefined;
  do {
    const page = await getResult(runId, next);
    yield page;
    next = page.next;
  } while (next !== undefined);
}

/** Every row in order, its integers exact. */
export async function* rowsOf(pages: AsyncIterable<ResultPage>): AsyncGenerator<ExactCell[], void> {
  for await (const { columns, rows } of pages) {
    const integers = columns.map(isInteger);
    for (const row of rows)
      yield row.map((cell, at) => (integers[at] && typeof cell === 'string' ? BigInt(cell) : cell));
  }
}

const isInteger = ({ type }: Column): boolean => /^int[248]$/.test(type);
