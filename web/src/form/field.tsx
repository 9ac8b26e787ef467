import FormField from '@cloudscape-design/components/form-field';
import type { Parameter } from '@readout/runtime/contracts.ts';
import type { ComponentType } from 'react';
import { strings } from '../strings.ts';
import { ChoiceControl } from './choice-control.tsx';
import { BooleanControl, ListControl, TextControl } from './plain-controls.tsx';
import { DateControl, DateRangeControl, DatetimeControl, MonthControl } from './time-controls.tsx';
import type { FieldValue } from './validate.ts';

/** What every control gets; a control for one value gets and gives text, one for several a list. */
export interface ControlProps {
  parameter: Parameter;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  onLeave: () => void;
}

const CONTROLS: Record<Parameter['type'], ComponentType<ControlProps>> = {
  text: TextControl,
  integer: TextControl,
  number: TextControl,
  boolean: BooleanControl,
  date: DateControl,
  datetime: DatetimeControl,
  month: MonthControl,
  'date-range': DateRangeControl,
  choice: ChoiceControl,
};

/** One input: its label, its control, what it wants and what is wrong with it. */
export function Field({ error, ...props }: ControlProps & { error?: string }) {
  const { label, required, type, multiple } = props.parameter;
  const Control = multiple && type !== 'choice' ? ListControl : CONTROLS[type];
  return (
    <FormField
      label={
        required ? (
          label
        ) : (
          <>
            {label} <i>– {strings.field.optional}</i>
          </>
        )
      }
      constraintText={constraintOf(props.parameter)}
      errorText={error}
    >
      <Control {...props} />
    </FormField>
  );
}

/** What the field wants, in one line below it. The server puts a default where an optional input is empty. */
function constraintOf(parameter: Parameter): string | undefined {
  const { type, multiple, required, min, max, help, default: fallback } = parameter;
  const parts = [
    help,
    multiple && type !== 'choice' && strings.field.onePerLine,
    type === 'datetime' && strings.field.utc,
    min !== undefined && max !== undefined && strings.field.between(String(min), String(max)),
    !required && fallback !== undefined && strings.field.whenEmpty([fallback].flat().join(', ')),
  ].filter(Boolean);
  return parts.length ? parts.join(' ') : undefined;
}
