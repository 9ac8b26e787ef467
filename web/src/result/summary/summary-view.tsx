import Box from '@cloudscape-design/components/box';
import type { Column } from '@readout/runtime/contracts.ts';
import { useCallback } from 'react';
import { strings } from '../../strings.ts';
import type { ChosenRows } from '../each-row.ts';
import type { ShownColumn } from '../shown-columns.ts';
import type { Pause } from '../slices.ts';
import { Working } from '../working.tsx';
import { Frequent } from './frequent.tsx';
import { Histogram } from './histogram.tsx';
import { type ColumnSummary, summarize } from './summarize.ts';
import { useInTurn } from './use-in-turn.ts';

const words = strings.result.summary;

export interface SummaryViewProps {
  chosen: ChosenRows;
  columns: Column[];
  shown: ShownColumn[];
}

/** Every column of the rows that are shown, at a glance; Redshift is not asked again. */
export default function SummaryView({ chosen, columns, shown }: SummaryViewProps) {
  const work = useCallback(
    (at: number, pause: Pause) => summarize(chosen, columns[at] as Column, at, pause),
    [chosen, columns],
  );
  const summaries = useInTurn(shown.length, work);
  return (
    <div className="summaries">
      {shown.map((column, at) => (
        <section key={column.id} className="summary" aria-label={column.label}>
          <Box variant="h3" tagOverride="h3" padding="n">
            {column.label}
          </Box>
          <Box color="text-body-secondary" fontSize="body-s">
            {column.hint}
          </Box>
          {summaries[at] ? <Facts column={column} summary={summaries[at]} /> : <Working />}
        </section>
      ))}
    </div>
  );
}

function Facts({ column, summary }: { column: ShownColumn; summary: ColumnSummary }) {
  const { say, kind } = column;
  const { values, nulls, distinct, least, greatest, mean = null, sum = null, bins } = summary;
  const near = kind === 'float' ? words.approximate : (text: string) => text;
  const facts: [string, string | undefined][] = [
    [words.values, values.toLocaleString()],
    [words.nulls, nulls.toLocaleString()],
    [words.distinct, distinct.toLocaleString()],
    [words.least, least === null ? undefined : say(least)],
    [words.greatest, greatest === null ? undefined : say(greatest)],
    [words.mean, mean === null ? undefined : near(say(mean))],
    [words.sum, sum === null ? undefined : near(say(sum))],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([name, text]) =>
          text === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="tabular">{text}</dd>
            </div>
          ),
        )}
      </dl>
      <Histogram bins={bins} column={column} />
      <Frequent summary={summary} column={column} />
    </>
  );
}
