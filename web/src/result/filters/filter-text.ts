import { strings } from '../../strings.ts';
import type { Filter } from '../filter.ts';
import type { ShownColumn } from '../shown-columns.ts';

const { says } = strings.result.filter;
const NAMED = 3;

/** A filter in words. */
export function filterText(filter: Filter, { label, say }: ShownColumn): string {
  if (filter.kind === 'text') return says.text(label, filter.text);
  if (filter.kind === 'values') {
    return says.values(label, filter.values.slice(0, NAMED).map(say), filter.values.length - NAMED);
  }
  const { from, to } = filter;
  if (from === null) return to === null ? says.present(label) : says.most(label, say(to));
  return to === null ? says.least(label, say(from)) : says.between(label, say(from), say(to));
}
