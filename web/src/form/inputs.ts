import type { Inputs, InputValue, Parameter } from '@readout/runtime/contracts.ts';

/** What a form field holds: text as typed, or a list of texts for a parameter that takes several values. */
export type FieldValue = string | string[];
export type FormValues = Record<string, FieldValue>;

export const isEmpty = (value: FieldValue): boolean => value.length === 0;

/**
 * What the form holds at first. An input that the link names is as the link says, empty included (`?vendor=`), and
 * several values where one is wanted; one that it does not name has its default. `prefix` tells two forms on one link apart.
 */
export function valuesFrom(parameters: Parameter[], search: URLSearchParams, prefix = ''): FormValues {
  return Object.fromEntries(
    parameters.map((parameter) => {
      const given = search.getAll(prefix + parameter.name);
      if (given.length === 0) return [parameter.name, defaultOf(parameter)];
      const several = parameter.multiple || given.length > 1;
      return [parameter.name, several ? given.filter((one) => one !== '') : (given[0] ?? '')];
    }),
  );
}

function defaultOf({ multiple, default: value }: Parameter): FieldValue {
  if (multiple) return value === undefined ? [] : [value].flat().map(String);
  return value === undefined ? '' : String(value);
}

/** What a link says that is no input of the report: shown, because the person may have meant something by it. */
export function unknownIn(parameters: Parameter[], search: URLSearchParams): string[] {
  const known = new Set(['run', ...parameters.map(({ name }) => name)]);
  return [...new Set(search.keys())].filter((name) => !known.has(name));
}

/** The link of a form: exactly its inputs, a list as a repeated name, a default that was cleared as an empty one. */
export function searchFrom(parameters: Parameter[], values: FormValues, prefix = ''): URLSearchParams {
  const search = new URLSearchParams();
  for (const parameter of parameters) {
    const value = values[parameter.name] ?? '';
    const written = isEmpty(value) ? (isEmpty(defaultOf(parameter)) ? [] : ['']) : [value].flat();
    for (const one of written) search.append(prefix + parameter.name, one);
  }
  return search;
}

/** What is sent. An empty input is left out, except where that would bring its default back. */
export function inputsFrom(parameters: Parameter[], values: FormValues): Inputs {
  const inputs: Inputs = {};
  for (const parameter of parameters) {
    const value = values[parameter.name] ?? '';
    if (isEmpty(value) && isEmpty(defaultOf(parameter))) continue;
    inputs[parameter.name] = Array.isArray(value) ? value : typed(parameter, value);
  }
  return inputs;
}

/** What is no number, or one whose digits a double cannot hold, stays text. */
function typed({ type }: Parameter, value: string): InputValue {
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  if (type !== 'integer' && type !== 'number') return value;
  const number = Number(value);
  return Number.isFinite(number) && String(number) === value ? number : value;
}

/** A run's inputs in one line, for people. */
export function inputsText(inputs: Inputs): string {
  return Object.entries(inputs)
    .map(([name, value]) => `${name}: ${[value].flat().join(', ')}`)
    .join(' · ');
}

/** The link that asks for a run's inputs again. */
export function searchOf(inputs: Inputs): URLSearchParams {
  return new URLSearchParams(
    Object.entries(inputs).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
  );
}
