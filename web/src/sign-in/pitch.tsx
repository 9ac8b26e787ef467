import { strings } from '../strings.ts';

const BARS = [34, 52, 44, 66, 58, 82, 74, 96, 88, 118, 104, 132];

/** The half of the sign-in page that says what this is. Left out on a narrow screen. */
export function Pitch() {
  return (
    <section className="entry-pitch" aria-label={strings.product}>
      <span className="brand">
        <img src="/readout.svg" alt="" />
        {strings.product}
      </span>
      <div>
        <h2>{strings.signIn.pitch}</h2>
        <ul>
          {strings.signIn.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </div>
      <svg viewBox="0 0 480 150" aria-hidden="true">
        {BARS.map((height, at) => (
          <rect
            key={height}
            x={at * 40 + 6}
            y={150 - height}
            width="28"
            height={height}
            rx="5"
            fill="#fff"
            opacity={0.1 + at * 0.015}
          />
        ))}
        <polyline
          points={BARS.map((height, at) => `${at * 40 + 20},${138 - height}`).join(' ')}
          fill="none"
          stroke="#5eead4"
          strokeWidth="3"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
    </section>
  );
}
