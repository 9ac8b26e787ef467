import type { Cell } from '@readout/runtime/contracts.ts';
import type { ShownColumn } from '../shown-columns.ts';

/** How wide a text is, in pixels. */
export type Measure = (text: string, place: 'header' | 'cell') => number;

/** On both sides of a text, its border, and what rounding takes. */
const AROUND = 28;
/** Beside a label: the way to its filter. */
const BUTTON = 24;
const LEAST = 56;
/** A long text is cut off with an ellipsis; the column can be drawn wider. */
const MOST = 360;

/** Of a column only so many texts are measured, the longest, so that a thousand rows cost little more than one. */
const MEASURED = 5;

/** Rows that are looked at; the others may be cut off with an ellipsis. */
const LOOKED_AT = 1_000;

/** How wide each column must be, in pixels, to show its label and what is in its first rows. */
export function columnWidths(columns: ShownColumn[], rows: readonly Cell[][], measure: Measure): number[] {
  return columns.map(({ at, label, zone, say }) => {
    const texts = longest(rows.slice(0, LOOKED_AT).map((row) => say(row[at] ?? null)));
    const header = measure(zone === undefined ? label : `${label} (${zone})`, 'header') + BUTTON;
    const widest = Math.max(header, ...texts.map((text) => measure(text, 'cell')));
    return Math.min(MOST, Math.max(LEAST, Math.ceil(widest) + AROUND));
  });
}

/** Tabular digits and signs, which numbers are set in, are all as wide as a 4. */
function longest(texts: string[]): string[] {
  const distinct = new Set(texts.map((text) => text.replace(/[\d-]/g, '4')));
  return [...distinct].sort((a, b) => b.length - a.length).slice(0, MEASURED);
}

const FONTS = { header: '500 14px', cell: '14px' };

/** Measures in the page's own font, as the grid writes it. */
export function measureInPage(): Measure {
  const canvas = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  return (text, place) => {
    if (!canvas) return text.length * 9;
    canvas.font = `${FONTS[place]} ${family}`;
    return canvas.measureText(text).width;
  };
}
