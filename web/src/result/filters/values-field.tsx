import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import type { Cell } from '@readout/runtime/contracts.ts';
import { useCallback, useMemo, useState } from 'react';
import { strings } from '../../strings.ts';
import { type ChosenRows, frequencies } from '../each-row.ts';
import type { ShownColumn } from '../shown-columns.ts';
import type { Pause } from '../slices.ts';
import { useWork } from '../use-work.ts';

const words = strings.result.filter;
const MOST_OFFERED = 100;

export interface ValuesFieldProps {
  /** Every row that can be read; nothing until they are here. */
  chosen?: ChosenRows;
  column: ShownColumn;
  values: Cell[];
  errorText?: string;
  onChange: (values: Cell[]) => void;
}

/** Picks among the values of a column, the most frequent first; typing finds the others. */
export function ValuesField({ chosen, column, values, errorText, onChange }: ValuesFieldProps) {
  const [typed, setTyped] = useState('');
  const counts = useWork(useCounting(chosen, column.at));
  const options = useMemo(() => (counts ? offered(counts, column, typed) : []), [counts, column, typed]);
  const optionOf = (cell: Cell) => ({ value: keyOf(cell), label: column.say(cell) });
  return (
    <FormField label={words.values} errorText={errorText} stretch>
      <Multiselect
        filteringType="manual"
        filteringPlaceholder={words.find}
        filteringAriaLabel={words.find}
        placeholder={words.choose}
        statusType={counts ? 'finished' : 'loading'}
        loadingText={words.counting}
        finishedText={counts && words.most(options.length, counts.size)}
        options={options.map(({ cell, count }) => ({ ...optionOf(cell), labelTag: count.toLocaleString() }))}
        selectedOptions={values.map(optionOf)}
        onLoadItems={({ detail }) => setTyped(detail.filteringText)}
        onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value = '' }) => JSON.parse(value)))}
      />
    </FormField>
  );
}

/** Tells `1` and `'1'` apart, and NULL from a text. */
const keyOf = (cell: Cell): string => JSON.stringify(cell);

function useCounting(chosen: ChosenRows | undefined, at: number) {
  const work = useCallback(
    (pause: Pause) => frequencies(chosen ?? { rows: [] }, at, pause).then(mostFrequentFirst),
    [chosen, at],
  );
  return chosen ? work : undefined;
}

const mostFrequentFirst = (counts: Map<Cell, number>) => new Map([...counts].sort(([, a], [, b]) => b - a));

function offered(counts: ReadonlyMap<Cell, number>, { say }: ShownColumn, typed: string) {
  const found: { cell: Cell; count: number }[] = [];
  const wanted = typed.toLowerCase();
  for (const [cell, count] of counts) {
    if (found.length === MOST_OFFERED) break;
    if (`${say(cell)} ${cell}`.toLowerCase().includes(wanted)) found.push({ cell, count });
  }
  return found;
}
