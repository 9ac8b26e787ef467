import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import type { Chart } from '@readout/runtime/contracts.ts';
import { GOES_WITH, hasTop, isOfOne, MOST_TOP } from '@readout/runtime/report/chart-keys.ts';
import { useState } from 'react';
import { strings } from '../strings.ts';
import { type ChartColumn, labelOf } from './chart-column.ts';
import { kindOf } from './column-kind.ts';
import { place } from './drawing.ts';
import { Picker } from './picker.tsx';

const words = strings.chart;

export interface ChartFormProps {
  chart: Chart;
  columns: readonly ChartColumn[];
  onChange: (change: Partial<Chart>) => void;
}

/** Every key that goes with the chart's type, with the words of a person who knows neither keys nor types. */
export function ChartForm({ chart, columns, onChange }: ChartFormProps) {
  const { type, stacked } = chart;
  const has = (key: keyof Chart) => GOES_WITH[key]?.includes(type) !== false;
  const nothing = { value: '', label: words.nothing };
  const names = columns.map(optionOf);
  const optional = [nothing, ...names];
  return (
    <div className="fields">
      <Picker
        label={{ pie: words.slices, number: words.numberOf }[type as 'pie'] ?? words.x}
        options={type === 'number' ? optional : names}
        value={chart.x ?? ''}
        onPick={(x) => onChange({ x: x || undefined })}
      />
      <Measured {...{ chart, columns, onChange }} />
      {has('series') && (
        <Picker
          label={type === 'heat-map' ? words.rows : words.series}
          options={type === 'heat-map' ? names : optional}
          value={chart.series ?? ''}
          onPick={(series) => onChange({ series: series || undefined })}
        />
      )}
      {has('combine') && (
        <Picker
          label={words.combine}
          options={optionsOf(words.combines)}
          value={chart.combine ?? 'sum'}
          onPick={(combine) => onChange({ combine: combine as Chart['combine'] })}
        />
      )}
      {has('sort') && (
        <Picker
          label={words.sort}
          options={optionsOf(words.sorts)}
          value={chart.sort ?? 'rows'}
          onPick={(sort) => onChange({ sort: sort === 'rows' ? undefined : (sort as Chart['sort']) })}
        />
      )}
      {has('compare') && (
        <Picker
          label={words.compare}
          options={optionsOf(words.compares)}
          value={chart.compare ?? 'none'}
          onPick={(row) => onChange({ compare: row === 'none' ? undefined : (row as Chart['compare']) })}
        />
      )}
      {hasTop(chart) && has('top') && <Top top={chart.top} onChange={(top) => onChange({ top })} />}
      {has('stacked') && (
        <Checkbox checked={stacked === true} onChange={({ detail }) => onChange({ stacked: detail.checked })}>
          {words.stacked}
        </Checkbox>
      )}
      {has('log') && !stacked && (
        <Checkbox checked={chart.log === true} onChange={({ detail }) => onChange({ log: detail.checked })}>
          {words.log}
        </Checkbox>
      )}
    </div>
  );
}

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const optionOf = (column: ChartColumn) => ({ value: column.name, label: labelOf(column) });

/** Numbers can be measured; anything can be counted. */
function Measured({ chart, columns, onChange }: ChartFormProps) {
  const measurable = columns.filter((column) => kindOf(column) === 'number' || chart.combine === 'count');
  const options = measurable.map(optionOf);
  if (isOfOne(chart))
    return (
      <Picker
        label={words.y}
        options={options}
        value={chart.y[0] ?? ''}
        onPick={(y) => onChange({ y: [y] })}
      />
    );
  return (
    <FormField label={words.y} stretch>
      <Multiselect
        options={options}
        selectedOptions={chart.y.map((name) => optionOf(place(columns, name).column))}
        onChange={({ detail }) => {
          const y = detail.selectedOptions.map(({ value }) => value as string);
          if (y.length > 0) onChange({ y });
        }}
      />
    </FormField>
  );
}

function Top({ top, onChange }: { top?: number; onChange: (top?: number) => void }) {
  const [text, setText] = useState(top === undefined ? '' : String(top));
  const number = Number(text);
  const isWrong = text !== '' && !(Number.isInteger(number) && number >= 1 && number <= MOST_TOP);
  function change(typed: string) {
    setText(typed);
    if (typed === '') onChange(undefined);
    else if (Number.isInteger(Number(typed)) && Number(typed) >= 1 && Number(typed) <= MOST_TOP)
      onChange(Number(typed));
  }
  return (
    <FormField label={words.top} description={words.topHelp} errorText={isWrong && words.topWrong(MOST_TOP)}>
      <Input value={text} inputMode="numeric" onChange={({ detail }) => change(detail.value)} />
    </FormField>
  );
}
