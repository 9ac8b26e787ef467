import type { Parameter } from '../contracts.ts';
import type { Token } from './tokens.ts';

/** Where the value of a placeholder comes from. */
export type Source =
  | { from: 'input'; parameter: Parameter; part?: 'start' | 'end' }
  /** The caller's verified token. */
  | { from: 'caller'; value: 'id' | 'email' | 'groups' }
  | { from: 'claim'; name: string };

const CALLER_VALUES: Record<string, Source> = {
  caller_id: { from: 'caller', value: 'id' },
  caller_email: { from: 'caller', value: 'email' },
  caller_groups: { from: 'caller', value: 'groups' },
};

/** `:month`, `{{ month }}` and `{{ period.start }}` name `month`, `month` and `period_start`. */
export const placeholderName = ({ text }: Token): string => text.replace(/[:{}\s]/g, '').replace('.', '_');

/** The placeholders that a parameter may be used by: a range is its two ends. */
export const placeholdersOf = ({ name, type }: Parameter): string[] =>
  type === 'date-range' ? [`${name}_start`, `${name}_end`] : [name];

/** What a placeholder stands for; undefined when nothing is declared by that name. */
export function sourceOf(placeholder: string, parameters: Parameter[]): Source | undefined {
  const caller = Object.hasOwn(CALLER_VALUES, placeholder) ? CALLER_VALUES[placeholder] : undefined;
  if (caller) return caller;
  if (placeholder.startsWith('claim_')) return { from: 'claim', name: placeholder.slice('claim_'.length) };
  const parameter = parameters.find((one) => placeholdersOf(one).includes(placeholder));
  if (parameter?.type !== 'date-range') return parameter && { from: 'input', parameter };
  return { from: 'input', parameter, part: placeholder.endsWith('_start') ? 'start' : 'end' };
}
