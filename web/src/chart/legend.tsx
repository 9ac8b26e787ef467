import { strings } from '../strings.ts';
import { textOf } from './chart-column.ts';
import { toNumber } from './decimal.ts';
import type { Drawing } from './drawing.ts';
import { type Look, strokeOf } from './look.ts';
import { sizeOf } from './order.ts';
import { sliceColor } from './pie-option.ts';
import { shareText } from './reading.ts';
import { Swatch } from './reading-box.tsx';

const words = strings.chart;

export interface LegendProps {
  drawing: Drawing;
  look: Look;
  hidden: ReadonlySet<string>;
  onToggle: (series: string) => void;
}

/** Which colour is what: series, to be switched off and on, or slices with what they are. */
export function Legend({ drawing, look, hidden, onToggle }: LegendProps) {
  const { chart, series } = drawing;
  if (chart.type === 'pie') return <Slices drawing={drawing} look={look} />;
  if (chart.type === 'heat-map' || series.length < 2) return null;
  return (
    <ul className="chart-legend" aria-label={words.legend}>
      {series.map(({ name }, at) => (
        <li key={name}>
          <button
            type="button"
            className="chart-series"
            aria-pressed={!hidden.has(name)}
            title={hidden.has(name) ? words.show(name) : words.hide(name)}
            onClick={() => onToggle(name)}
          >
            <Swatch color={strokeOf(look, at).color} />
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Slices({ drawing: { x, xs, series }, look }: Pick<LegendProps, 'drawing' | 'look'>) {
  const { y, cells = [] } = series[0] ?? {};
  return (
    <ul className="chart-legend" aria-label={words.slices}>
      {xs.map((cell, at) => (
        <li key={String(cell)} className="chart-slice">
          <Swatch color={sliceColor(look, at)} />
          <span>{textOf(cell, x.column)}</span>
          <span className="tabular chart-quiet">
            {y && textOf(cells[at], y.column)}
            {shareText(toNumber(cells[at]), sizeOf(cells))}
          </span>
        </li>
      ))}
    </ul>
  );
}
