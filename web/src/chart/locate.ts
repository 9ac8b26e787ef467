import { toNumber } from './decimal.ts';
import type { Drawing } from './drawing.ts';
import type { EChartsType } from './engine.ts';
import { type Cursor, nearest } from './selection.ts';

/** A point of the picture, in pixels from its upper left corner. */
export type Pixel = [x: number, y: number];

/** How far from a point one is still at it. */
const NEAR = 16;

/** What of a drawing lies under a pixel; nothing beside it. `positions` are those of its xs on the axis. */
export function locate(
  chart: EChartsType,
  drawing: Drawing,
  positions: number[],
  pixel: Pixel,
): Cursor | undefined {
  const { type } = drawing.chart;
  if (type === 'pie') return locateSlice(drawing, [chart.getWidth(), chart.getHeight()], pixel);
  if (!chart.containPixel('grid', pixel)) return undefined;
  const [across, up] = chart.convertFromPixel('grid', pixel) as Pixel;
  if (type === 'heat-map') return { at: Math.round(across), series: Math.round(up) };
  if (type !== 'scatter') return { at: nearest(positions, across) };
  const next = chart.convertFromPixel('grid', [pixel[0] + 1, pixel[1] + 1]) as Pixel;
  return locatePoint(drawing, positions, [across, up], [next[0] - across, next[1] - up]);
}

/** Where along the axis a pixel is, also beside the picture. */
export function locateAlong(chart: EChartsType, positions: number[], [x]: Pixel): number {
  return nearest(positions, chart.convertFromPixel({ xAxisIndex: 0 }, x) as unknown as number);
}

/** Distances are in pixels: `unit` is how much of each axis one of them is. */
function locatePoint({ series }: Drawing, positions: number[], here: Pixel, unit: Pixel): Cursor | undefined {
  let found: Cursor | undefined;
  let least = NEAR;
  for (const [index, { cells }] of series.entries()) {
    for (const [at, cell] of cells.entries()) {
      const value = toNumber(cell);
      if (value === null) continue;
      const distance = Math.hypot(
        ((positions[at] as number) - here[0]) / unit[0],
        (value - here[1]) / unit[1],
      );
      if (distance < least) [least, found] = [distance, { at, series: index }];
    }
  }
  return found;
}

/** As pie-option.ts paints them. */
function locateSlice({ series }: Drawing, [width, height]: Pixel, [x, y]: Pixel): Cursor | undefined {
  const [right, down] = [x - width / 2, y - height / 2];
  const radius = Math.hypot(right, down) / (Math.min(width, height) / 2);
  if (radius < 0.45 || radius > 0.88) return undefined;
  const values = (series[0]?.cells ?? []).map((cell) => Math.max(0, toNumber(cell) ?? 0));
  const turn = (Math.atan2(right, -down) / (2 * Math.PI) + 1) % 1;
  let left = turn * values.reduce((sum, value) => sum + value, 0);
  const at = values.findIndex((value) => {
    left -= value;
    return left < 0;
  });
  return at < 0 ? undefined : { at };
}
