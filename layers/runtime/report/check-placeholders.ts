import type { Parameter } from '../contracts.ts';
import { placeholderName, type Source, sourceOf } from './placeholders.ts';
import { Problem } from './problem.ts';
import type { Segment } from './template.ts';
import type { Token } from './tokens.ts';

/**
 * Checks that the SQL and the declared parameters fit. Throws Problem; `declaredAt` gives the offset of the
 * parameter of an index.
 */
export function checkPlaceholders(
  segments: Segment[],
  parameters: Parameter[],
  declaredAt: (index: number) => number,
): void {
  const used = usedParameters(segments, parameters);
  const unused = parameters.findIndex((parameter) => !used.has(parameter));
  if (unused >= 0)
    throw new Problem(
      `parameter ${parameters[unused]?.name} is declared but not used in the SQL`,
      declaredAt(unused),
    );
}

/** The parameters that the SQL uses, each of its placeholders checked. Throws Problem. */
export function usedParameters(segments: Segment[], parameters: Parameter[]): Set<Parameter> {
  const used = new Set<Parameter>();
  for (const segment of segments) {
    const sources = segment.tokens.flatMap((token, index) => {
      refuseText(token);
      if (token.kind !== 'placeholder') return [];
      refuseNeighbours(token, segment.tokens[index - 1], segment.tokens[index + 1]);
      return [{ token, source: resolve(token, parameters) }];
    });
    for (const { token, source } of sources) {
      if (source.from === 'input') used.add(source.parameter);
      checkPlace(token, source, segment.optional);
    }
    if (segment.optional && sources.length === 0)
      throw new Problem(
        'a clause in [[ ]] uses no input, so it would never vanish',
        segment.tokens[0]?.at ?? 0,
      );
  }
  return used;
}

function resolve(token: Token, parameters: Parameter[]): Source {
  const name = placeholderName(token);
  const source = sourceOf(name, parameters);
  if (source) return source;
  if (parameters.some((parameter) => parameter.name === name))
    throw new Problem(`${token.text} is a range: use :${name}_start and :${name}_end`, token.at);
  throw new Problem(`${token.text} is used but no parameter ${name} is declared`, token.at);
}

/** The Data API binds no NULL; and a clause that scopes rows to the caller must not vanish. */
function checkPlace(token: Token, source: Source, optional: boolean): void {
  if (source.from !== 'input') {
    if (optional) throw new Problem(`${token.text} cannot stand in [[ ]], where it could vanish`, token.at);
    return;
  }
  const { name, required, default: fallback } = source.parameter;
  if (!optional && !required && fallback === undefined)
    throw new Problem(
      `${name} may be empty: make it required, give a default or put its clause in [[ ]]`,
      token.at,
    );
}

/** Nothing in quotes is bound, a brace is no SQL, and a driver takes `?` for a parameter without a name. */
function refuseText({ kind, text, at }: Token): void {
  const quoted = kind === 'string' || kind === 'identifier' ? /\{\{[^{}]*\}\}/.exec(text) : null;
  if (quoted) throw new Problem(`${quoted[0]} in quotes is only text: drop the quotes`, at + quoted.index);
  if (kind !== 'symbol') return;
  if (text === '{' || text === '}')
    throw new Problem('braces hold one name: {{ name }} or {{ name.start }}', at);
  if (text === '?') throw new Problem('? is taken for a parameter: use :name', at);
}

/** `a{{ b }}` would become the one word `a:b`, or a cast. */
function refuseNeighbours(token: Token, before?: Token, after?: Token): void {
  const touches = [before, after].some(
    (other) => other && (['word', 'number', 'placeholder'].includes(other.kind) || other.text === ':'),
  );
  if (touches || before?.text === '::') throw new Problem(`${token.text} needs a space around it`, token.at);
}
