import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { strings } from '../../strings.ts';
import type { ShownColumn } from '../shown-columns.ts';
import type { Measure } from './aggregate.ts';
import type { PivotWish, Side, Step } from './pivot.ts';

const words = strings.result.pivot;
const MEASURES: Measure[] = ['count', 'sum', 'mean', 'least', 'greatest'];
const STEPS: Step[] = ['exact', 'day', 'month', 'year'];

export interface PivotFormProps {
  wish: PivotWish;
  shown: ShownColumn[];
  onChange: (wish: PivotWish) => void;
}

/** Begins with how many rows there are of each value of the first column that is no number. */
export function firstWish(shown: ShownColumn[]): PivotWish {
  const first = shown.find(({ isNumeric }) => !isNumeric) ?? shown[0];
  return { rows: sideOf(first, shown), measure: 'count' };
}

const sideOf = (column: ShownColumn | undefined, shown: ShownColumn[]): Side => ({
  column: column ? shown.indexOf(column) : 0,
  step: column?.kind === 'time' ? 'day' : 'exact',
});

export function PivotForm({ wish, shown, onChange }: PivotFormProps) {
  const named = shown.map(({ label }, at) => ({ value: String(at), label }));
  const numbers = named.filter((_, at) => shown[at]?.isNumeric);
  const sums = wish.measure === 'sum' || wish.measure === 'mean';

  function measureBy(measure: Measure) {
    const mayBe = measure === 'sum' || measure === 'mean' ? numbers : named;
    const kept = mayBe.find(({ value }) => Number(value) === wish.value) ?? mayBe[0];
    onChange({ ...wish, measure, value: measure === 'count' ? undefined : Number(kept?.value) });
  }
  return (
    <div className="fields">
      <Choice
        label={words.rows}
        options={named}
        value={String(wish.rows.column)}
        onPick={(at) => onChange({ ...wish, rows: sideOf(shown[Number(at)], shown) })}
      />
      <StepChoice
        side={wish.rows}
        of={words.rows}
        {...{ shown }}
        onPick={(rows) => onChange({ ...wish, rows })}
      />
      <Choice
        label={words.columns}
        options={[{ value: '', label: words.none }, ...named]}
        value={String(wish.columns?.column ?? '')}
        onPick={(at) =>
          onChange({ ...wish, columns: at === '' ? undefined : sideOf(shown[Number(at)], shown) })
        }
      />
      {wish.columns && (
        <StepChoice
          side={wish.columns}
          of={words.columns}
          {...{ shown }}
          onPick={(columns) => onChange({ ...wish, columns })}
        />
      )}
      <Choice
        label={words.measure}
        options={MEASURES.filter((measure) => numbers.length > 0 || !['sum', 'mean'].includes(measure)).map(
          (measure) => ({ value: measure, label: words.measures[measure] }),
        )}
        value={wish.measure}
        onPick={(measure) => measureBy(measure as Measure)}
      />
      {wish.measure !== 'count' && (
        <Choice
          label={words.value}
          options={sums ? numbers : named}
          value={String(wish.value)}
          onPick={(at) => onChange({ ...wish, value: Number(at) })}
        />
      )}
    </div>
  );
}

interface StepChoiceProps {
  side: Side;
  /** Which side it is. */
  of: string;
  shown: ShownColumn[];
  onPick: (side: Side) => void;
}

/** For dates and times only. */
function StepChoice({ side, of, shown, onPick }: StepChoiceProps) {
  const kind = shown[side.column]?.kind;
  if (kind !== 'date' && kind !== 'time') return null;
  return (
    <Choice
      label={`${of}: ${words.by}`}
      options={STEPS.filter((step) => kind === 'time' || step !== 'day').map((step) => ({
        value: step,
        label: words.steps[step],
      }))}
      value={side.step}
      onPick={(step) => onPick({ ...side, step: step as Step })}
    />
  );
}

interface ChoiceProps {
  label: string;
  options: { value: string; label: string }[];
  value: string;
  onPick: (value: string) => void;
}

function Choice({ label, options, value, onPick }: ChoiceProps) {
  return (
    <FormField label={label}>
      <Select
        options={options}
        selectedOption={options.find((option) => option.value === value) ?? null}
        onChange={({ detail }) => onPick(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
