import { type NumberInput, numberOf } from './number-of.ts';

/** The number of the last row, and how far it is from another row's. */
export function BigNumber(props: NumberInput) {
  const { value, caption, compared } = numberOf(props);
  return (
    <figure className="chart-number">
      <div className="chart-number-value tabular">{value}</div>
      <figcaption>
        <div className="chart-quiet">{caption}</div>
        {compared && <div className="tabular">{compared}</div>}
      </figcaption>
    </figure>
  );
}
