import Input from '@cloudscape-design/components/input';
import { INPUT_TYPES, isBackwards } from '@readout/runtime/report/input-types.ts';
import { isRelative } from '@readout/runtime/report/relative-dates.ts';
import { type ComponentType, useState } from 'react';
import type { ControlProps } from './field.tsx';

/** A control that picks dates or, for a text that it cannot show, as a link may bring it, a line in which to mend that. */
export function Mendable({
  picker: Picker,
  ...props
}: ControlProps & { picker: ComponentType<ControlProps> }) {
  const { parameter, value, onChange, onLeave } = props;
  const odd = isOdd(parameter.type, value);
  const [mending, setMending] = useState(odd);
  if (!odd && !mending) return <Picker {...props} />;
  return (
    <Input
      value={[value].flat().join(', ')}
      onChange={({ detail }) => {
        setMending(true);
        onChange(detail.value.trim());
      }}
      onBlur={() => {
        setMending(odd);
        onLeave();
      }}
    />
  );
}

/** A date that is being typed. */
const BEGUN = /^\d{1,4}(-(\d{1,2}(-\d?)?)?)?$/;

function isOdd(type: ControlProps['parameter']['type'], value: ControlProps['value']): boolean {
  if (Array.isArray(value)) return true;
  if (value === '' || isRelative(type, value) || isBackwards(value)) return false;
  if (type === 'datetime') return isOdd('date', value.split('T')[0] ?? '');
  const isBegun = type !== 'date-range' && BEGUN.test(value) && value.length < (type === 'month' ? 7 : 10);
  return !isBegun && INPUT_TYPES[type].read(value) === undefined;
}
