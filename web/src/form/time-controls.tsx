import DatePicker from '@cloudscape-design/components/date-picker';
import TimeInput from '@cloudscape-design/components/time-input';
import { strings } from '../strings.ts';
import type { ControlProps } from './field.tsx';
import { RelativeDate } from './relative-date.tsx';

/** Dates are text all the way (`YYYY-MM-DD`), so that no time zone can move them. */
export function DateControl(props: ControlProps) {
  return <RelativeDate {...props} picker={PickDay} />;
}

export function MonthControl(props: ControlProps) {
  return <RelativeDate {...props} picker={PickMonth} />;
}

const PickDay = (props: ControlProps) => <PickDate {...props} granularity="day" />;
const PickMonth = (props: ControlProps) => <PickDate {...props} granularity="month" />;

function PickDate({
  parameter,
  value,
  onChange,
  onLeave,
  granularity,
}: ControlProps & { granularity: 'day' | 'month' }) {
  const { min, max } = parameter;
  const length = granularity === 'month' ? 7 : 10;
  return (
    <DatePicker
      granularity={granularity}
      format="iso"
      inputFormat="iso"
      placeholder={granularity === 'month' ? 'YYYY-MM' : 'YYYY-MM-DD'}
      expandToViewport
      value={String(value)}
      isDateEnabled={(date) => isWithin(localDay(date).slice(0, length), min, max)}
      onChange={({ detail }) => onChange(detail.value)}
      onBlur={onLeave}
    />
  );
}

export function DatetimeControl({ parameter: { label, min, max }, value, onChange, onLeave }: ControlProps) {
  const [date = '', time = ''] = String(value).replace('Z', '').split('T');
  const join = (day: string, clock: string) => onChange(day || clock ? `${day}T${clock}` : '');
  return (
    <div className="moment">
      <DatePicker
        ariaLabel={`${label}: ${strings.field.date}`}
        format="iso"
        inputFormat="iso"
        placeholder="YYYY-MM-DD"
        expandToViewport
        value={date}
        isDateEnabled={(day) =>
          isWithin(localDay(day), min && String(min).slice(0, 10), max && String(max).slice(0, 10))
        }
        onChange={({ detail }) => join(detail.value, time || '00:00:00')}
        onBlur={onLeave}
      />
      <TimeInput
        ariaLabel={`${label}: ${strings.field.time}`}
        format="hh:mm:ss"
        placeholder="hh:mm:ss"
        value={time}
        onChange={({ detail }) => join(date, detail.value)}
        onBlur={onLeave}
      />
    </div>
  );
}

/** The calendar hands over local midnights. */
export function localDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function isWithin(day: string, min?: number | string, max?: number | string): boolean {
  return (min === undefined || day >= String(min)) && (max === undefined || day <= String(max));
}
