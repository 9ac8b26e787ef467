import type { Inputs, Parameter } from '../contracts.ts';
import { isEmpty, judgeInput, type Problem } from './judge-input.ts';

/** Of all inputs as JSON, in bytes: a workflow's state holds them beside the template and the SQL, 256 KiB in all. */
export const MAX_INPUT_BYTES = 50_000;

/** What becomes of inputs on a day. They do when there are no problems. */
export interface JudgedInputs {
  /** What is bound: canonical, defaults in place of what was left empty, dates in place of relative ones. */
  values: Inputs;
  /** Of `values`, those that were relative dates. */
  resolved: Inputs;
  /** What is wrong, by the input's name; `inputs` for all of them together. */
  problems: ReadonlyMap<string, Problem>;
}

/** The one judge of a form, for the page and the server alike. `today` is the day, `YYYY-MM-DD`, of the run. */
export function judgeInputs(parameters: Parameter[], inputs: object, today: string): JudgedInputs {
  const given = new Map<string, unknown>(Object.entries(inputs));
  const values: Inputs = {};
  const resolved: Inputs = {};
  const problems = new Map<string, Problem>(problemsOfAll(parameters, given, inputs));
  for (const parameter of parameters) {
    const { name, required } = parameter;
    const value = isEmpty(given.get(name)) ? parameter.default : given.get(name);
    if (value === undefined) {
      if (required) problems.set(name, { kind: 'required' });
      continue;
    }
    const judged = judgeInput(parameter, value, today);
    if ('problem' in judged) problems.set(name, judged.problem);
    else values[name] = judged.stands;
    if ('value' in judged && String(judged.value) !== String(judged.stands)) resolved[name] = judged.stands;
  }
  return { values, resolved, problems };
}

function problemsOfAll(
  parameters: Parameter[],
  given: Map<string, unknown>,
  inputs: object,
): [string, Problem][] {
  const known = new Set(parameters.map(({ name }) => name));
  const unknown = [...given.keys()].filter((name) => !known.has(name));
  const { length } = new TextEncoder().encode(JSON.stringify(inputs));
  return [
    ...(length > MAX_INPUT_BYTES
      ? [['inputs', { kind: 'tooMuch', most: MAX_INPUT_BYTES }] satisfies [string, Problem]]
      : []),
    ...unknown.map((name): [string, Problem] => [name, { kind: 'unknown' }]),
  ];
}
