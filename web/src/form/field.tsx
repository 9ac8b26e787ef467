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
  const { label, help, required, type, multiple } = props.parameter;
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
      description={help}
      constraintText={constraintOf(props.parameter)}
      errorText={error}
    >
      <Control {...props} />
    </FormField>
  );
}

function constraintOf({ type, multiple, min, max }: Parameter): string | undefined {
  const parts = [
    multiple && type !== 'choice' && strings.field.onePerLine,
    type === 'datetime' && strings.field.utc,
    min !== undefined && max !== undefined && strings.field.between(String(min), String(max)),
  ].filter(Boolean);
  return parts.length ? parts.join(' ') : undefined;
}
