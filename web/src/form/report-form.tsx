import type { Parameter } from '@readout/runtime/contracts.ts';
import { choiceInputs } from './choice-inputs.ts';
import { Field } from './field.tsx';
import type { FormValues } from './inputs.ts';
import { judge, useToday } from './judge.ts';

export interface ReportFormProps {
  parameters: Parameter[];
  values: FormValues;
  /** A field, `name`, was changed. */
  onChange: (values: FormValues, name: string) => void;
  /** What is wrong, by parameter name, in words. */
  errors: Record<string, string>;
  /** A field was left, so that its error may be shown. */
  onLeave: (name: string) => void;
}

/** A form made from a report's parameters. */
export function ReportForm({ parameters, values, onChange, errors, onLeave }: ReportFormProps) {
  const judged = judge(parameters, values, useToday());
  return (
    <div className="fields">
      {parameters.map((parameter) => (
        <Field
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name] ?? ''}
          choicesFrom={choiceInputs(parameter, parameters, judged)}
          error={errors[parameter.name]}
          onChange={(value) => onChange({ ...values, [parameter.name]: value }, parameter.name)}
          onLeave={() => onLeave(parameter.name)}
        />
      ))}
    </div>
  );
}
