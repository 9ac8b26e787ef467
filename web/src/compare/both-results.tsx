import Alert from '@cloudscape-design/components/alert';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Run } from '@readout/runtime/contracts.ts';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { type ResultRows, useResultRows } from '../parts/use-result-rows.ts';
import { strings } from '../strings.ts';
import type { Pair } from './both-runs.tsx';
import { Differences } from './differences.tsx';

const words = strings.compare;

/** Reads both results to the end, and then compares them. */
export function BothResults(runs: Pair<Run>) {
  const left = useResultRows(runs.left);
  const right = useResultRows(runs.right);
  const sides = [
    { side: words.left, result: left },
    { side: words.right, result: right },
  ];
  return (
    <SpaceBetween size="m">
      {sides.map((one) => (
        <Reading key={one.side} {...one} />
      ))}
      {left.complete && right.complete && <Differences left={left} right={right} />}
    </SpaceBetween>
  );
}

function Reading({ side, result }: { side: string; result: ResultRows }) {
  const { rows, totalRows, complete, capped, error, retry } = result;
  if (error) return <ErrorAlert error={error} onRetry={retry} />;
  if (complete && capped)
    return <Alert type="warning">{words.capped(side, rows.length, totalRows ?? rows.length)}</Alert>;
  if (complete) return null;
  return (
    <ProgressBar
      label={words.reading(side)}
      value={totalRows ? (100 * rows.length) / totalRows : 0}
      additionalInfo={words.rowsRead(rows.length, totalRows)}
    />
  );
}
