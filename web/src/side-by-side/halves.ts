export type Side = 'left' | 'right';

/** One half's share of the address replaced: `left=<report>` and `left.<input>=…`; the other half's stays. */
export function halfSearch(
  search: URLSearchParams,
  side: Side,
  report: string,
  inputs: URLSearchParams = new URLSearchParams(),
): URLSearchParams {
  const mine = (name: string) => name === side || name.startsWith(`${side}.`);
  const kept = [...search].filter(([name]) => !mine(name));
  return new URLSearchParams([...kept, [side, report], ...inputs]);
}
