import type { Cell } from '@readout/runtime/contracts.ts';
import { type Pause, STRIDE } from './slices.ts';

/** Rows that are shown: those at the places, in their order, or all of them. */
export interface ChosenRows {
  rows: readonly Cell[][];
  places?: Uint32Array;
}

export const lengthOf = ({ rows, places }: ChosenRows): number => places?.length ?? rows.length;

/** Visits one row after the other, with pauses. */
export async function eachRow(
  { rows, places }: ChosenRows,
  pause: Pause,
  visit: (row: readonly Cell[]) => void,
): Promise<void> {
  const length = places?.length ?? rows.length;
  for (let at = 0; at < length; at++) {
    if (at % STRIDE === 0) await pause();
    visit(rows[places ? (places[at] as number) : at] as readonly Cell[]);
  }
}

/** How often each value of a column is there. */
export async function frequencies(
  chosen: ChosenRows,
  column: number,
  pause: Pause,
): Promise<Map<Cell, number>> {
  const counts = new Map<Cell, number>();
  await eachRow(chosen, pause, (row) => {
    const cell = row[column] ?? null;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  });
  return counts;
}
