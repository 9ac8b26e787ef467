import type { Cell } from '@readout/runtime/contracts.ts';
import type { IDatasource, IGetRowsParams } from 'ag-grid-community';
import type { ResultReader } from '../../data/result-reader.ts';
import type { Arranged } from '../use-arranged.ts';

/**
 * Gives the grid the rows that it asks for, each as soon as it is here; what is not here yet is asked for by that.
 * `readable` is how many rows of the result can be read at most.
 */
export function rowsFor(reader: ResultReader, { places, pending }: Arranged, readable: number): IDatasource {
  const waiting = new Set<IGetRowsParams>();

  function answer(params: IGetRowsParams): boolean {
    const { rows, loaded, complete } = reader.get();
    const { startRow, endRow, successCallback } = params;
    if (pending || !(complete || loaded >= Math.min(endRow, readable))) return false;
    const answered = places
      ? Array.from(places.subarray(startRow, endRow), (at) => rows[at] as Cell[])
      : rows.slice(startRow, endRow);
    successCallback(answered, places?.length ?? (complete ? loaded : readable));
    waiting.delete(params);
    return true;
  }

  const stop = reader.subscribe(() => {
    for (const params of [...waiting]) answer(params);
  });
  return {
    getRows(params) {
      if (answer(params)) return;
      waiting.add(params);
      if (!pending) void reader.want(params.endRow);
    },
    destroy: stop,
  };
}
