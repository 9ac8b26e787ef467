import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { lazy, Suspense, useState } from 'react';
import type { Filter } from '../result/filter.ts';
import { strings } from '../strings.ts';
import { BigNumber } from './big-number.tsx';
import { captionOf } from './description.ts';
import { Legend } from './legend.tsx';
import type { Drawn } from './use-drawing.ts';
import { useLook } from './use-look.ts';
import './chart.css';

const Canvas = lazy(() => import('./canvas.tsx'));
const NONE: ReadonlySet<string> = new Set();

export interface DrawnChartProps {
  drawn: Drawn;
  /** Of the picture, in pixels. */
  height: number;
  onFilter?: (filter: Filter) => void;
}

/** A chart with its legend, and all that has to be said about it below. */
export function DrawnChart({ drawn, height, onFilter }: DrawnChartProps) {
  const { chart, drawing, columns, rows, notes } = drawn;
  const look = useLook();
  const [hidden, setHidden] = useState(NONE);
  if (!chart || rows.length === 0) return <Box color="text-body-secondary">{strings.chart.none}</Box>;
  return (
    <div className="chart-drawn">
      {drawing && <p className="chart-caption">{captionOf(drawing)}</p>}
      {drawing ? (
        <div className={chart.type === 'pie' ? 'chart-beside' : undefined}>
          <Suspense fallback={<Waiting height={height} />}>
            <Canvas {...{ drawing, columns, look, hidden, height, onFilter }} />
          </Suspense>
          <Legend {...{ drawing, look, hidden }} onToggle={(name) => setHidden(toggled(hidden, name))} />
        </div>
      ) : (
        <BigNumber {...{ columns, rows, chart }} />
      )}
      <Notes notes={notes} />
    </div>
  );
}

const toggled = (hidden: ReadonlySet<string>, name: string): ReadonlySet<string> =>
  hidden.has(name) ? new Set([...hidden].filter((one) => one !== name)) : new Set([...hidden, name]);

function Notes({ notes }: Pick<Drawn, 'notes'>) {
  if (notes.length === 0) return null;
  return (
    <ul className="chart-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** As high as what comes, so that nothing jumps. */
function Waiting({ height }: { height: number }) {
  return (
    <div className="chart-waiting" style={{ height }} role="status" aria-label={strings.chart.loading}>
      <Spinner size="large" />
    </div>
  );
}
