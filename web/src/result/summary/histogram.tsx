import { strings } from '../../strings.ts';
import type { ShownColumn } from '../shown-columns.ts';
import type { Bin } from './bins.ts';

const words = strings.result.summary;
const HEIGHT = 44;
const STEP = 10;

/** How the values are spread, as small bars; each tells its ends and its rows when it is pointed at. */
export function Histogram({ bins, column: { say } }: { bins: Bin[]; column: ShownColumn }) {
  const most = Math.max(...bins.map(({ count }) => count));
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return null;
  const [from, to] = [say(first.from), say(last.to)];
  return (
    <figure className="histogram">
      <svg
        viewBox={`0 0 ${bins.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.spread(from, to)}
      >
        {bins.map((bin, at) => {
          const height = bin.count === 0 ? 0 : Math.max(1, (bin.count / most) * HEIGHT);
          return (
            <rect
              key={String(bin.from)}
              x={at * STEP + 1}
              y={HEIGHT - height}
              width={STEP - 2}
              height={height}
            >
              <title>{words.bin(say(bin.from), say(bin.to), bin.count)}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="tabular">
        <span>{from}</span>
        <span>{to}</span>
      </figcaption>
    </figure>
  );
}
