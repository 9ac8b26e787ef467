import { strings } from '../../strings.ts';
import { language } from '../../words/language.ts';
import type { ShownColumn } from '../shown-columns.ts';
import type { ColumnSummary } from './summarize.ts';

const words = strings.result.summary;
const percent = new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 1 });

/** The values that most rows have, with their share of the rows that have one. */
export function Frequent({ summary, column: { say } }: { summary: ColumnSummary; column: ShownColumn }) {
  const { frequent, values, distinct } = summary;
  if (values === 0) return null;
  if (distinct === values && values > 1) return <p className="summary-note">{words.everyDifferent}</p>;
  return (
    <>
      <p className="summary-note">{words.frequent}</p>
      <ol className="frequent">
        {frequent.map(({ cell, count }) => (
          <li key={JSON.stringify(cell)}>
            <span className="frequent-value">{say(cell)}</span>
            <span className="tabular">{words.share(count, percent.format(count / values))}</span>
            <meter min={0} max={values} value={count} aria-label={say(cell)} />
          </li>
        ))}
      </ol>
    </>
  );
}
