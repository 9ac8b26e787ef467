import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import { strings } from '../strings.ts';
import type { SharedColumn } from './paired-columns.ts';

const words = strings.compare;

export interface KeyChoiceProps {
  shared: readonly SharedColumn[];
  keys: readonly SharedColumn[];
  onChange: (keys: SharedColumn[]) => void;
}

/** By which columns the rows of both results belong together. */
export function KeyChoice({ shared, keys, onChange }: KeyChoiceProps) {
  const options = shared.map(({ name, left }) => ({ value: String(left), label: name }));
  const isKey = (value?: string) => keys.some(({ left }) => String(left) === value);
  return (
    <FormField label={words.keys} description={words.keysHint}>
      <Multiselect
        options={options}
        selectedOptions={options.filter(({ value }) => isKey(value))}
        placeholder={words.byNumber}
        deselectAriaLabel={({ label = '' }) => words.removeKey(label)}
        expandToViewport
        onChange={({ detail }) => {
          const chosen = new Set(detail.selectedOptions.map(({ value }) => value));
          onChange(shared.filter(({ left }) => chosen.has(String(left))));
        }}
      />
    </FormField>
  );
}
