import { InvalidTemplate } from '../errors.ts';
import { type Problem, placeOf } from './problem.ts';

/** What is told of a file of the template bucket that is wrong: its key, the place, and the problem. */
export function invalidFile(key: string, text: string, { message, at }: Problem): InvalidTemplate {
  const place = placeOf(text, at);
  return new InvalidTemplate(`${key}, line ${place.line}: ${message}`, place);
}
