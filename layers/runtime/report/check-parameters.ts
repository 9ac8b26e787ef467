import type { Parameter } from '../contracts.ts';
import type { LocatedYaml } from './located-yaml.ts';
import { placeholdersOf } from './placeholders.ts';
import { Problem } from './problem.ts';

interface Declared {
  parameters: Parameter[];
}

/** Checks that the parameters of one form go together. Throws Problem. */
export function checkParameters(declared: Declared, source: LocatedYaml): void {
  checkNames(declared, source);
  checkCascades(declared, source);
}

/** No two parameters, nor the ends of a range among them, bear one name. */
function checkNames({ parameters }: Declared, { at }: LocatedYaml): void {
  const taken = new Map<string, string>();
  for (const [index, parameter] of parameters.entries()) {
    for (const name of new Set([parameter.name, ...placeholdersOf(parameter)])) {
      if (taken.has(name))
        throw new Problem(`parameters: ${name} is declared twice`, at(['parameters', index]));
      taken.set(name, parameter.name);
    }
  }
}

/** A list of choices follows fields above it only, so that no two follow each other. */
function checkCascades({ parameters }: Declared, { at }: LocatedYaml): void {
  for (const [index, { name, optionsInputs = {} }] of parameters.entries()) {
    const above = parameters.slice(0, index);
    const lost = Object.values(optionsInputs).find((input) => above.every((one) => one.name !== input));
    if (lost !== undefined)
      throw new Problem(
        `parameters: the choices of ${name} take ${lost}, which is no parameter above it`,
        at(['parameters', index, 'options-from']),
      );
  }
}
