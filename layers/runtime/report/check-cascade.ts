import type { Parameter, Report } from '../contracts.ts';

/** Whether the values of an input of one type are values of an input of the other. */
const FITS: Partial<Record<Parameter['type'], Parameter['type'][]>> = {
  text: ['choice'],
  choice: ['text'],
  integer: ['number', 'choice', 'text'],
};

/**
 * What is wrong with the inputs that a list of choices takes from its form: the report that fills it declares them, takes
 * what the form gives, and asks for nothing else.
 */
export function problemsOfCascade(
  { parameters }: Pick<Report, 'parameters'>,
  { optionsInputs = {} }: Parameter,
  { id, parameters: wanted }: Report,
): string[] {
  const given = Object.entries(optionsInputs).flatMap(([name, input]) => {
    const [from, to] = [
      parameters.find((one) => one.name === input),
      wanted.find((one) => one.name === name),
    ];
    if (!to) return [`${id} has no parameter ${name}`];
    return from ? problemsOfOne(id, from, to) : [];
  });
  const asked = wanted.filter((one) => mustBeGiven(one) && !Object.hasOwn(optionsInputs, one.name));
  return [...given, ...asked.map(({ name }) => `${id} asks for ${name}, which the form cannot know`)];
}

function problemsOfOne(id: string, from: Parameter, to: Parameter): string[] {
  if (from.type !== to.type && !FITS[from.type]?.includes(to.type))
    return [`${id} takes ${to.name} as ${to.type}, which ${from.name}, ${from.type}, is not`];
  if (from.multiple && !to.multiple) return [`${id} takes one ${to.name}, and ${from.name} may be several`];
  return mustBeGiven(to) && !from.required && from.default === undefined
    ? [`${id} asks for ${to.name}, and ${from.name} may be empty`]
    : [];
}

const mustBeGiven = ({ required, default: fallback }: Parameter): boolean =>
  required && fallback === undefined;
