import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, useState } from 'react';
import { strings } from '../../strings.ts';
import type { ChosenRows } from '../each-row.ts';
import type { Filter } from '../filter.ts';
import type { ShownColumn } from '../shown-columns.ts';
import { type DraftProblem, type FilterDraft, type FilterKind, readFilter } from './read-filter.ts';
import { ValuesField } from './values-field.tsx';

const words = strings.result.filter;
const EMPTY = { values: [], from: '', to: '', text: '' };

export interface FilterFormProps {
  columns: ShownColumn[];
  /** The column that it begins with. */
  column: number;
  /** Every row that can be read; nothing until they are here. */
  chosen?: ChosenRows;
  onColumn: (column: number) => void;
  onApply: (filter: Filter) => void;
  onClose: () => void;
}

/** Says which rows are to be shown. It stands above the rows, so that they are seen meanwhile. */
export function FilterForm({ columns, column: at, chosen, onColumn, onApply, onClose }: FilterFormProps) {
  const column = columns[at] as ShownColumn;
  const [draft, setDraft] = useState<FilterDraft>({ ...EMPTY, kind: firstKind(column) });
  const [wrong, setWrong] = useState<DraftProblem>();
  const change = (change: Partial<FilterDraft>) => {
    setDraft({ ...draft, ...change });
    setWrong(undefined);
  };
  const errorOf = (field: DraftProblem['field']) =>
    wrong?.field === field ? words.problems[wrong.problem] : undefined;

  function apply(event: FormEvent) {
    event.preventDefault();
    const read = readFilter(column, draft);
    if ('problem' in read) setWrong(read);
    else onApply(read);
  }
  return (
    <form className="filter-form" aria-label={words.title} onSubmit={apply}>
      <div className="filter-fields">
        <Choice
          label={words.column}
          autoFocus
          options={columns.map(({ label }, place) => ({ value: String(place), label }))}
          value={String(at)}
          onPick={(value) => onColumn(Number(value))}
        />
        <Choice
          label={words.kind}
          options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          value={draft.kind}
          onPick={(kind) => change({ kind: kind as FilterKind })}
        />
        {draft.kind === 'values' && (
          <ValuesField
            {...{ chosen, column, values: draft.values, errorText: errorOf('values') }}
            onChange={(values) => change({ values })}
          />
        )}
        {draft.kind === 'range' &&
          (['from', 'to'] as const).map((end) => (
            <Text
              key={end}
              label={words[end]}
              placeholder={words.open}
              value={draft[end]}
              errorText={errorOf(end)}
              onChange={(value) => change({ [end]: value })}
            />
          ))}
        {draft.kind === 'text' && (
          <Text
            label={words.text}
            value={draft.text}
            errorText={errorOf('text')}
            onChange={(text) => change({ text })}
          />
        )}
      </div>
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="primary" formAction="submit">
          {words.apply}
        </Button>
        <Button formAction="none" onClick={onClose}>
          {words.close}
        </Button>
      </SpaceBetween>
    </form>
  );
}

const kinds: FilterKind[] = ['values', 'range', 'text', 'present', 'absent'];

/** Numbers and times are mostly looked at by range; what else, by value. */
const firstKind = ({ isNumeric, kind }: ShownColumn): FilterKind =>
  isNumeric || kind === 'date' || kind === 'time' ? 'range' : 'values';

interface ChoiceProps {
  label: string;
  options: { value: string; label: string }[];
  value: string;
  autoFocus?: boolean;
  onPick: (value: string) => void;
}

function Choice({ label, options, value, autoFocus, onPick }: ChoiceProps) {
  return (
    <FormField label={label}>
      <Select
        autoFocus={autoFocus}
        options={options}
        selectedOption={options.find((option) => option.value === value) ?? null}
        onChange={({ detail }) => onPick(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}

interface TextProps {
  label: string;
  value: string;
  placeholder?: string;
  errorText?: string;
  onChange: (value: string) => void;
}

function Text({ label, value, placeholder, errorText, onChange }: TextProps) {
  return (
    <FormField label={label} errorText={errorText}>
      <Input {...{ value, placeholder }} onChange={({ detail }) => onChange(detail.value)} />
    </FormField>
  );
}
