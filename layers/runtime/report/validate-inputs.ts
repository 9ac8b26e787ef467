import type { Inputs, InputValue, Parameter } from '../contracts.ts';
import { InvalidInput } from '../errors.ts';
import { isEmpty, readInput, refusal } from './read-input.ts';
import type { ReportTemplate } from './template.ts';

/** Of all inputs as JSON: a workflow's state holds them beside the template and the SQL, 256 KiB in all. */
export const MAX_INPUT_BYTES = 50_000;

/**
 * What a person typed, in canonical form and with the defaults of what was left empty; an empty input without a
 * default is left out. Throws InvalidInput for the first input that is missing, unknown, ill-typed or out of bounds.
 */
export function validateInputs({ report }: Pick<ReportTemplate, 'report'>, inputs: unknown): Inputs {
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs))
    throw new InvalidInput('inputs', 'inputs: expected an object, each value by the name of its parameter.');
  if (Buffer.byteLength(JSON.stringify(inputs)) > MAX_INPUT_BYTES)
    throw new InvalidInput('inputs', `inputs: expected at most ${MAX_INPUT_BYTES} bytes in all.`);
  const given = new Map(Object.entries(inputs));
  const known = new Set(report.parameters.map(({ name }) => name));
  for (const name of given.keys()) if (!known.has(name)) throw unknown(name);
  const read = report.parameters.map((parameter) => [parameter.name, chosen(parameter, given)] as const);
  return Object.fromEntries(read.filter((entry): entry is [string, InputValue] => entry[1] !== undefined));
}

function chosen(parameter: Parameter, given: Map<string, unknown>): InputValue | undefined {
  const value = given.get(parameter.name);
  if (!isEmpty(value)) return readInput(parameter, value);
  if (parameter.required && parameter.default === undefined)
    throw refusal(parameter, 'a value, which is required');
  return parameter.default;
}

function unknown(name: string): InvalidInput {
  const shown = name.slice(0, 64);
  return /^(caller|claim)_/.test(name)
    ? new InvalidInput(shown, `${shown}: comes from your sign-in and cannot be given.`)
    : new InvalidInput(shown, `${shown}: this report has no such input.`);
}
