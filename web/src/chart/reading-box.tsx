import type { Drawing } from './drawing.ts';
import type { Look } from './look.ts';
import { strokeOf } from './look.ts';
import type { Reading } from './reading.ts';

export interface ReadingBoxProps {
  reading: Reading;
  drawing: Drawing;
  look: Look;
  /** Where it is along the picture, and how wide that is, in pixels. */
  at: number;
  width: number;
}

/** What stands at the cursor, beside the line that shows where that is. */
export function ReadingBox({ reading: { title, lines }, drawing, look, at, width }: ReadingBoxProps) {
  const side = at < width / 2 ? { left: at + 14 } : { right: width - at + 14 };
  const { type } = drawing.chart;
  return (
    <>
      {type !== 'pie' && <div className="chart-line" style={{ left: at }} />}
      <div className="chart-reading" style={side} aria-hidden>
        <strong>{title}</strong>
        {lines.map(({ name, text, series }) => (
          <div key={series} className="chart-reading-line">
            <Swatch
              color={type === 'pie' || type === 'heat-map' ? undefined : strokeOf(look, series).color}
            />
            <span>{name}</span>
            <span className="tabular">{text}</span>
          </div>
        ))}
      </div>
    </>
  );
}

export const Swatch = ({ color }: { color?: string }) =>
  color && <span className="chart-swatch" style={{ background: color }} />;
