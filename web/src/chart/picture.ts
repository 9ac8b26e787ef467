import type { Chart } from '@readout/runtime/contracts.ts';
import type { EChartsCoreOption } from 'echarts/core';
import { textOf } from './chart-column.ts';
import type { Drawing } from './drawing.ts';
import type { Look } from './look.ts';
import { strokeOf } from './look.ts';
import { optionOf } from './option.ts';
import { sliceColor } from './pie-option.ts';

export type PictureFormat = 'png' | 'svg';

/** A picture is as large as a slide wants it. */
export const SIZE = { width: 1200, height: 675 } as const;

const MARGIN = 32;

export interface Caption {
  title: string;
  /** What has to be said about it; a picture leaves the page, and takes this along. */
  notes: string[];
}

/** A chart for itself: with its title, its legend and its notes in it, on a ground of its own. */
export function pictureOption(drawing: Drawing, look: Look, { title, notes }: Caption): EChartsCoreOption {
  const option = optionOf(drawing, { ...look, moves: false }, new Set()) as { grid?: object };
  const names = legendOf(drawing, look);
  const bottom = MARGIN + (drawing.chart.type === 'heat-map' ? 56 : 0) + (names.length > 0 ? 32 : 0);
  const grid = { left: MARGIN, right: MARGIN, top: top(notes), bottom };
  return {
    ...option,
    backgroundColor: look.background,
    title: titleOf(title, notes, look),
    ...(option.grid && { grid: { ...option.grid, ...grid } }),
    ...(names.length > 0 && {
      legend: {
        type: 'plain',
        data: names,
        bottom: MARGIN - 16,
        textStyle: { color: look.text },
        itemGap: 16,
      },
    }),
  };
}

const top = (notes: string[]): number => MARGIN + 44 + 18 * notes.length;

/** A big number as a picture. */
export function numberOption(
  { value, caption, compared }: { value: string; caption: string; compared?: string },
  look: Look,
  { title, notes }: Caption,
): EChartsCoreOption {
  const text = [caption, compared].filter(Boolean).join('\n');
  const number = {
    text: value,
    subtext: text,
    left: 'center',
    top: 'middle',
    textStyle: { color: look.text, fontSize: 96, fontFamily: look.font },
    subtextStyle: { color: look.quiet, fontSize: 24, lineHeight: 36, fontFamily: look.font },
  };
  return { animation: false, backgroundColor: look.background, title: [titleOf(title, notes, look), number] };
}

const titleOf = (title: string, notes: string[], look: Look) => ({
  text: title,
  subtext: notes.join('\n'),
  left: MARGIN - 8,
  top: MARGIN - 12,
  textStyle: { color: look.text, fontSize: 22, fontFamily: look.font },
  subtextStyle: { color: look.quiet, fontSize: 13, lineHeight: 18, fontFamily: look.font },
});

function legendOf({ chart, series, x, xs }: Drawing, look: Look) {
  if (chart.type === 'pie')
    return xs.map((cell, at) => ({
      name: textOf(cell, x.column),
      itemStyle: { color: sliceColor(look, at) },
    }));
  if (chart.type === 'heat-map' || series.length < 2) return [];
  return series.map(({ name }, at) => ({ name, itemStyle: { color: strokeOf(look, at).color } }));
}

/** Named after what it shows: `yellow-taxi-day-by-day-line.png`. */
export function pictureName(title: string, type: Chart['type'], format: PictureFormat): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${[...words, type].join('-')}.${format}`;
}
