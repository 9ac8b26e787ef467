import { Problem } from './problem.ts';
import type { Segment } from './template.ts';
import type { Token } from './tokens.ts';

/** Parts the tokens at `[[` and `]]`. Throws Problem where brackets nest or do not pair. */
export function toSegments(tokens: Token[]): Segment[] {
  const segments: Segment[] = [{ optional: false, tokens: [] }];
  let opened: Token | undefined;
  for (const token of tokens) {
    if (token.kind === 'open' && opened) throw new Problem('[[ ]] cannot stand in [[ ]]', token.at);
    if (token.kind === 'close' && !opened) throw new Problem(']] without [[ before it', token.at);
    if (token.kind !== 'open' && token.kind !== 'close') {
      segments.at(-1)?.tokens.push(token);
      continue;
    }
    opened = token.kind === 'open' ? token : undefined;
    segments.push({ optional: opened !== undefined, tokens: [] });
  }
  if (opened) throw new Problem('[[ without ]] after it', opened.at);
  return segments;
}
