import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import type { OperatorRun, RunStatus } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import type { OperationsFilter } from './operations-filter.ts';

const words = strings.operations;
const STATUSES: RunStatus[] = ['queued', 'running', 'succeeded', 'failed', 'cancelled'];
const STATUS_OPTIONS: SelectProps.Option[] = [
  { value: '', label: words.anyStatus },
  { value: 'open', label: words.open },
  ...STATUSES.map((value) => ({ value, label: strings.run[value] })),
];
const ORDER_OPTIONS: SelectProps.Option[] = [
  { value: 'latest', label: words.latest },
  { value: 'longest', label: words.longest },
];

export interface OperationsControlsProps {
  day: string;
  onDay: (day: string) => void;
  filter: OperationsFilter;
  onFilter: (filter: OperationsFilter) => void;
  runs: readonly OperatorRun[];
}

/** Which day, which of its runs, and in which order. */
export function OperationsControls({ day, onDay, filter, onFilter, runs }: OperationsControlsProps) {
  const pick = (name: 'report' | 'status' | 'order', options: SelectProps.Option[]) => (
    <Select
      options={options}
      selectedOption={options.find(({ value }) => value === filter[name]) ?? options[0] ?? null}
      onChange={({ detail }) => onFilter({ ...filter, [name]: detail.selectedOption.value })}
      expandToViewport
    />
  );
  return (
    <div className="filters">
      <FormField label={words.day}>
        <DatePicker
          value={day}
          format="iso"
          inputFormat="iso"
          placeholder="YYYY-MM-DD"
          expandToViewport
          onChange={({ detail }) => /^\d{4}-\d{2}-\d{2}$/.test(detail.value) && onDay(detail.value)}
        />
      </FormField>
      <FormField label={words.person}>
        <Input
          type="search"
          value={filter.person}
          onChange={({ detail }) => onFilter({ ...filter, person: detail.value })}
        />
      </FormField>
      <FormField label={words.report}>{pick('report', reportOptions(runs))}</FormField>
      <FormField label={words.status}>{pick('status', STATUS_OPTIONS)}</FormField>
      <FormField label={words.order}>{pick('order', ORDER_OPTIONS)}</FormField>
    </div>
  );
}

function reportOptions(runs: readonly OperatorRun[]): SelectProps.Option[] {
  const titles = new Map(runs.map(({ report, title }) => [report, title]));
  const named = [...titles].map(([value, label]) => ({ value, label }));
  return [{ value: '', label: words.anyReport }, ...named.sort((a, b) => a.label.localeCompare(b.label))];
}
