import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import type { Run, RunStatus } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { type HistoryFilter, isFiltered } from './history-filter.ts';

const words = strings.runs.filters;
const STATUSES: RunStatus[] = ['queued', 'running', 'succeeded', 'failed', 'cancelled'];
const STATUS_OPTIONS: SelectProps.Option[] = [
  { value: '', label: words.anyStatus },
  ...STATUSES.map((value) => ({ value, label: strings.run[value] })),
];

export interface HistoryControlsProps {
  filter: HistoryFilter;
  /** Everything that was run, to name its reports. */
  asked: readonly Run[];
  onChange: (filter: HistoryFilter) => void;
}

/** What the list of runs is narrowed by. */
export function HistoryControls({ filter, asked, onChange }: HistoryControlsProps) {
  const set = (change: Partial<HistoryFilter>) => onChange({ ...filter, ...change });
  return (
    <div className="filters">
      <FormField label={words.report}>
        <Choice options={reportOptions(asked)} value={filter.report} onPick={(report) => set({ report })} />
      </FormField>
      <FormField label={words.status}>
        <Choice
          options={STATUS_OPTIONS}
          value={filter.status}
          onPick={(status) => set({ status: status as RunStatus | '' })}
        />
      </FormField>
      <FormField label={words.text}>
        <Input type="search" value={filter.text} onChange={({ detail }) => set({ text: detail.value })} />
      </FormField>
      <Day label={words.from} value={filter.from} onPick={(from) => set({ from })} />
      <Day label={words.to} value={filter.to} onPick={(to) => set({ to })} />
      {isFiltered(filter) && (
        <div className="filters-end">
          <Button onClick={() => onChange({ report: '', status: '', text: '', from: '', to: '' })}>
            {words.clear}
          </Button>
        </div>
      )}
    </div>
  );
}

interface ChoiceProps {
  options: SelectProps.Option[];
  value: string;
  onPick: (value: string) => void;
}

function Choice({ options, value, onPick }: ChoiceProps) {
  return (
    <Select
      options={options}
      selectedOption={options.find((one) => one.value === value) ?? { value, label: value }}
      onChange={({ detail }) => onPick(detail.selectedOption.value ?? '')}
      expandToViewport
    />
  );
}

function Day({ label, value, onPick }: { label: string; value: string; onPick: (day: string) => void }) {
  return (
    <FormField label={label}>
      <DatePicker
        value={value}
        format="iso"
        inputFormat="iso"
        placeholder="YYYY-MM-DD"
        expandToViewport
        onChange={({ detail }) => onPick(detail.value)}
      />
    </FormField>
  );
}

function reportOptions(asked: readonly Run[]): SelectProps.Option[] {
  const titles = new Map(asked.map(({ report, title }) => [report, title]));
  const named = [...titles].map(([value, label]) => ({ value, label }));
  return [{ value: '', label: words.anyReport }, ...named.sort((a, b) => a.label.localeCompare(b.label))];
}
