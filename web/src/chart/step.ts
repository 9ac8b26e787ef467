import type { Drawing } from './drawing.ts';
import type { Cursor } from './selection.ts';

const ALONG: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 };
const ACROSS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/** Where a key leads from the cursor; nothing where it leads nowhere. Up and down are for the rows of a heat map. */
export function step(
  key: string,
  cursor: Cursor | undefined,
  { chart, xs, series }: Drawing,
): Cursor | undefined {
  const last = xs.length - 1;
  const rows = chart.type === 'heat-map' ? { series: cursor?.series ?? 0 } : {};
  if (key === 'Home') return { at: 0, ...rows };
  if (key === 'End') return { at: last, ...rows };
  const along = ALONG[key];
  if (along !== undefined)
    return { at: cursor ? clamp(cursor.at + along, last) : along < 0 ? last : 0, ...rows };
  const across = ACROSS[key];
  if (across === undefined || chart.type !== 'heat-map') return undefined;
  return { at: cursor?.at ?? 0, series: clamp((cursor?.series ?? 0) + across, series.length - 1) };
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));
