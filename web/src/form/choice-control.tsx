import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import { strings } from '../strings.ts';
import type { ControlProps } from './field.tsx';
import { FieldNote } from './field-note.tsx';
import { type Choices, useChoices } from './use-choices.ts';
import { useKeptChoices } from './use-kept-choices.ts';

const words = strings.field;
/** From here on a list is easier to search than to read. */
const LONG = 8;
/** More chosen ones than these are folded away. */
const SHOWN_TOKENS = 8;

/** One of several values, or several of them. A value that a link brings shows even before its list is loaded. */
export function ChoiceControl(props: ControlProps) {
  const { parameter, value, onChange, choicesFrom } = props;
  const source = useChoices(parameter, choicesFrom);
  const dropped = useKeptChoices(source, value, onChange);
  const strange = valuesNotIn(source, value);
  return (
    <>
      {parameter.multiple ? <Several {...props} source={source} /> : <One {...props} source={source} />}
      {dropped.length > 0 && <FieldNote>{words.dropped(dropped)}</FieldNote>}
      {strange.length > 0 && <FieldNote>{words.notListed(strange)}</FieldNote>}
    </>
  );
}

type SourceProps = ControlProps & { source: Choices };

function One({ parameter, value, onChange, onLeave, source, choicesFrom }: SourceProps) {
  const options = optionsOf(source);
  const none = parameter.required ? [] : [{ value: '', label: words.any }];
  return (
    <Select
      {...listProps(source)}
      placeholder={placeholderOf(parameter.required ? words.choose : words.any, choicesFrom)}
      disabled={'waitsFor' in choicesFrom && !value}
      onFocus={source.load}
      onBlur={onLeave}
      options={options.length ? [...none, ...options] : []}
      selectedOption={value.length ? optionFor(options, String(value)) : null}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
    />
  );
}

function Several({ parameter, value, onChange, onLeave, source, choicesFrom }: SourceProps) {
  const options = optionsOf(source);
  const chosen = [value].flat().filter(Boolean);
  return (
    <Multiselect
      {...listProps(source)}
      placeholder={placeholderOf(placeholderOfSeveral(chosen.length, parameter.required), choicesFrom)}
      disabled={'waitsFor' in choicesFrom && chosen.length === 0}
      onFocus={source.load}
      onBlur={onLeave}
      options={options}
      enableSelectAll={options.length > 1}
      tokenLimit={SHOWN_TOKENS}
      selectedOptions={chosen.map((one) => optionFor(options, one))}
      deselectAriaLabel={({ label = '' }) => words.remove(label)}
      i18nStrings={{
        selectAllText: words.all,
        tokenLimitShowMore: words.more,
        tokenLimitShowFewer: words.fewer,
      }}
      onChange={({ detail }) => onChange(detail.selectedOptions.map((option) => option.value ?? ''))}
    />
  );
}

const optionsOf = ({ choices }: Choices) =>
  choices.map((choice) => ({ value: String(choice.value), label: choice.label }));

const optionFor = (options: ReturnType<typeof optionsOf>, one: string) =>
  options.find((option) => option.value === one) ?? { value: one, label: one };

const placeholderOf = (usual: string, from: ControlProps['choicesFrom']) =>
  'waitsFor' in from ? words.chooseFirst(from.waitsFor) : usual;

const placeholderOfSeveral = (chosen: number, required: boolean) =>
  chosen > 0 ? words.chosen(chosen) : required ? words.chooseSeveral : words.any;

/** What is chosen and in no list that is known whole. */
function valuesNotIn({ choices, status, cut }: Choices, value: string | string[]): string[] {
  if (status !== 'finished' || cut) return [];
  const known = new Set(choices.map((choice) => String(choice.value)));
  return [value].flat().filter((one) => one !== '' && !known.has(one));
}

function listProps({ choices, status, cut, load }: Choices) {
  const searchable = choices.length > LONG;
  return {
    statusType: status,
    loadingText: words.loadingChoices,
    errorText: words.choicesFailed,
    recoveryText: words.retry,
    finishedText: cut ? words.moreChoices(choices.length) : undefined,
    empty: words.noChoices,
    noMatch: words.noMatch,
    filteringType: searchable ? ('auto' as const) : ('none' as const),
    filteringPlaceholder: words.find,
    filteringAriaLabel: words.find,
    filteringClearAriaLabel: words.clearFind,
    filteringResultsText: (matches: number, all: number) => words.matches(matches, all),
    virtualScroll: choices.length > 200,
    expandToViewport: true,
    onLoadItems: load,
  };
}
