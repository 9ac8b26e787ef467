import type { Parameter } from '@readout/runtime/contracts.ts';
import { Field } from './field.tsx';
import type { FormValues } from './inputs.ts';

export interface ReportFormProps {
  parameters: Parameter[];
  values: FormValues;
  onChange: (values: FormValues) => void;
  /** What is wrong, by parameter name, in words. */
  errors: Record<string, string>;
  /** A field was left, so that its error may be shown. */
  onLeave: (name: string) => void;
}

/** A form made from a report's parameters. */
export function ReportForm({ parameters, values, onChange, errors, onLeave }: ReportFormProps) {
  return (
    <div className="fields">
      {parameters.map((parameter) => (
        <Field
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name] ?? ''}
          error={errors[parameter.name]}
          onChange={(value) => onChange({ ...values, [parameter.name]: value })}
          onLeave={() => onLeave(parameter.name)}
        />
      ))}
    </div>
  );
}
