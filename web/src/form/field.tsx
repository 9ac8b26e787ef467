import FormField from '@cloudscape-design/components/form-field';
import type { Parameter } from '@readout/runtime/contracts.ts';
import type { ComponentType } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { strings } from '../strings.ts';
import { ChoiceControl } from './choice-control.tsx';
import type { ChoiceInputs } from './choice-inputs.ts';
import { constraintOf } from './constraint.ts';
import { DateRangeControl } from './date-range-control.tsx';
import type { FieldValue } from './inputs.ts';
import { useToday } from './judge.ts';
import { Mendable } from './mendable.tsx';
import { BooleanControl, ListControl, TextControl } from './plain-controls.tsx';
import { DateControl, DatetimeControl, MonthControl } from './time-controls.tsx';

/** What every control gets; a control for one value gets and gives text, one for several a list. */
export interface ControlProps {
  parameter: Parameter;
  value: FieldValue;
  /** For a choice that a query fills: what the query takes from the form. */
  choicesFrom: ChoiceInputs;
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

/** Whose controls show nothing but what is right. */
const PICKED: ReadonlySet<Parameter['type']> = new Set(['date', 'datetime', 'month', 'date-range']);

/** One input: its label, its control, what it wants and what is wrong with it. */
export function Field({ error, ...props }: ControlProps & { error?: string }) {
  const { parameter, value } = props;
  const { label, required, type, multiple } = parameter;
  const { timeZone } = useReadout();
  const today = useToday();
  const Control = multiple && type !== 'choice' ? ListControl : CONTROLS[type];
  const isPicked = PICKED.has(type) && !multiple;
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
      constraintText={constraintOf(parameter, value, { today, timeZone })}
      errorText={error}
    >
      {isPicked ? <Mendable {...props} picker={Control} /> : <Control {...props} />}
    </FormField>
  );
}
