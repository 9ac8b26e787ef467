import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';

export interface PickerProps {
  label: string;
  options: { value: string; label: string }[];
  value: string;
  onPick: (value: string) => void;
}

/** A choice of one, by its label. */
export function Picker({ label, options, value, onPick }: PickerProps) {
  return (
    <FormField label={label} stretch>
      <Select
        options={options}
        selectedOption={options.find((option) => option.value === value) ?? { value, label: value }}
        filteringType={options.length > 12 ? 'auto' : 'none'}
        onChange={({ detail }) => onPick(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
