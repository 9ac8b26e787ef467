import DateRangePicker, { type DateRangePickerProps } from '@cloudscape-design/components/date-range-picker';
import type { Parameter } from '@readout/runtime/contracts.ts';
import { judgeInput } from '@readout/runtime/report/judge-input.ts';
import { isRelative } from '@readout/runtime/report/relative-dates.ts';
import { strings } from '../strings.ts';
import { relativeDatesFor } from './dates.ts';
import type { ControlProps } from './field.tsx';
import { useToday } from './judge.ts';
import { isWithin, localDay } from './time-controls.tsx';

const words = strings.field;
type Value = DateRangePickerProps.Value;
type Relative = DateRangePickerProps.RelativeOption;

/** Two dates, both included, as an ISO interval; or a relative range, kept as its word. */
export function DateRangeControl({ parameter, value, onChange, onLeave }: ControlProps) {
  const today = useToday();
  const { min, max, required } = parameter;
  const text = String(value);
  const offered = relativeDatesFor(parameter, today);
  const options = isRelative('date-range', text) ? [...new Set([...offered, text])] : offered;
  return (
    <DateRangePicker
      dateOnly
      absoluteFormat="iso"
      dateInputFormat="iso"
      rangeSelectorMode={options.length > 0 ? 'default' : 'absolute-only'}
      relativeOptions={options.map(optionOf)}
      customRelativeRangeUnits={['day', 'week', 'month', 'year']}
      i18nStrings={I18N}
      showClearButton={!required}
      expandToViewport
      placeholder={words.from}
      value={pickerValue(text)}
      isValidRange={(range) => verdict(parameter, range, today)}
      isDateEnabled={(date) => isWithin(localDay(date), min, max)}
      onChange={({ detail }) => onChange(detail.value ? textOf(detail.value) : '')}
      onBlur={onLeave}
    />
  );
}

const I18N: DateRangePickerProps.I18nStrings = {
  relativeModeTitle: strings.dates.modeRelative,
  absoluteModeTitle: strings.dates.modeFixed,
  customRelativeRangeOptionLabel: strings.dates.another,
  customRelativeRangeOptionDescription: strings.dates.anotherHint,
  formatRelativeRange: (range) => strings.dates.relative(textOf(range)),
};

/** The picker knows a relative range by its key; amount and unit are its own matter. */
const optionOf = (key: string): Relative => ({ key, amount: 1, unit: 'day', type: 'relative' });

function pickerValue(text: string): Value | null {
  if (text === '') return null;
  if (isRelative('date-range', text)) return optionOf(text);
  const [startDate = '', endDate = ''] = text.split('/');
  return { type: 'absolute', startDate, endDate };
}

/** A number of units that a person typed is said as every other relative range is: `last_45_days`. */
function textOf(range: Value): string {
  if (range.type === 'absolute') return `${range.startDate}/${range.endDate}`;
  return range.key ?? `last_${range.amount}_${range.unit}s`;
}

/** By the server's own rules, while the picker is open. */
function verdict(
  parameter: Parameter,
  range: Value | null,
  today: string,
): DateRangePickerProps.ValidationResult {
  if (range?.type === 'absolute' && !(range.startDate && range.endDate))
    return { valid: false, errorMessage: words.emptyRange };
  const judged = range ? judgeInput(parameter, textOf(range), today) : undefined;
  if (!judged) return { valid: false, errorMessage: words.emptyRange };
  return 'problem' in judged
    ? { valid: false, errorMessage: strings.problemText(judged.problem, parameter.type) }
    : { valid: true };
}
