import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import { strings } from '../strings.ts';
import type { ControlProps } from './field.tsx';
import { type Choices, useChoices } from './use-choices.ts';

const words = strings.field;
/** From here on a list is easier to search than to read. */
const LONG = 8;

/** One of several values, or several of them. A value that a link brings shows even before its list is loaded. */
export function ChoiceControl({ parameter, value, onChange, onLeave }: ControlProps) {
  const source = useChoices(parameter);
  const options = source.choices.map((choice) => ({ value: String(choice.value), label: choice.label }));
  const optionOf = (one: string) =>
    options.find((option) => option.value === one) ?? { value: one, label: one };
  const common = {
    ...loadingProps(source),
    placeholder: parameter.multiple ? words.chooseSeveral : parameter.required ? words.choose : words.any,
    onFocus: source.load,
    onBlur: onLeave,
  };
  if (parameter.multiple) {
    return (
      <Multiselect
        {...common}
        options={options}
        selectedOptions={[value].flat().filter(Boolean).map(optionOf)}
        deselectAriaLabel={({ label = '' }) => words.remove(label)}
        onChange={({ detail }) => onChange(detail.selectedOptions.map((option) => option.value ?? ''))}
      />
    );
  }
  const none = parameter.required ? [] : [{ value: '', label: words.any }];
  return (
    <Select
      {...common}
      options={options.length ? [...none, ...options] : []}
      selectedOption={value ? optionOf(String(value)) : null}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
    />
  );
}

function loadingProps({ choices, status, cut, load }: Choices) {
  return {
    statusType: status,
    loadingText: words.loadingChoices,
    errorText: words.choicesFailed,
    recoveryText: words.retry,
    finishedText: cut ? words.moreChoices(choices.length) : undefined,
    empty: words.noChoices,
    noMatch: words.noMatch,
    filteringType: choices.length > LONG ? ('auto' as const) : ('none' as const),
    filteringPlaceholder: words.find,
    filteringAriaLabel: words.find,
    virtualScroll: choices.length > 200,
    expandToViewport: true,
    onLoadItems: load,
  };
}
