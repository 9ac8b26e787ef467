import { ReadoutError } from '@readout/client';
import type { Inputs, Parameter } from '@readout/runtime/contracts.ts';

const wrong = (field: string, message: string) => new ReadoutError('InvalidInput', message, field);

/**
 * Reads the inputs of a report or a pipeline from a command line: `--month 2015-12`, `--month=2015-12`; an option that comes again makes a
 * list, and one without a value is true. The values are for the server to judge. Throws InvalidInput with its field.
 */
export function inputsFrom(parameters: Parameter[], args: readonly string[]): Inputs {
  const inputs: Inputs = {};
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    const [, option, joined] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (!option) throw wrong(arg, 'an input is given by its name, as in --month 2015-12');
    const parameter = parameterOf(parameters, option);
    const isFollowed = left[0] !== undefined && !left[0].startsWith('--');
    const value = joined ?? (isFollowed ? (left.shift() as string) : undefined);
    if (value === undefined && parameter.type !== 'boolean')
      throw wrong(parameter.name, 'a value is missing');
    take(inputs, parameter, value ?? 'true');
  }
  return inputs;
}

function parameterOf(parameters: Parameter[], option: string): Parameter {
  const found = parameters.find(({ name }) => name === option || name.replaceAll('_', '-') === option);
  if (found) return found;
  const names = parameters.map(({ name }) => `--${name}`).join(', ');
  throw wrong(option, names ? `there is no such input; there are ${names}` : 'it has no inputs');
}

function take(inputs: Inputs, { name, multiple }: Parameter, value: string) {
  if (multiple) inputs[name] = [...((inputs[name] as string[] | undefined) ?? []), value];
  else if (name in inputs) throw wrong(name, 'it takes one value');
  else inputs[name] = value;
}
