import type { Parameter } from '@readout/runtime/contracts.ts';
import { resolveRelative } from '@readout/runtime/report/relative-dates.ts';
import { strings } from '../strings.ts';
import { datesText } from './date-text.ts';
import type { FieldValue } from './inputs.ts';

const words = strings.field;

/** What relative dates are counted from. */
export interface Day {
  /** `YYYY-MM-DD` */
  today: string;
  timeZone: string;
}

/**
 * What the field wants, in one line below it, and first of all which dates a relative one stands for. The server puts a
 * default where an input is empty.
 */
export function constraintOf(parameter: Parameter, value: FieldValue, day: Day): string | undefined {
  const { type, multiple, help, default: fallback } = parameter;
  const parts = [
    ...relativeText(parameter, value, day),
    help,
    multiple && type !== 'choice' && words.onePerLine,
    type === 'datetime' && words.utc,
    boundsText(parameter),
    fallback !== undefined && value.length === 0 && words.whenEmpty(defaultText(parameter)),
  ].filter(Boolean);
  return parts.length ? parts.join(' ') : undefined;
}

function relativeText({ type }: Parameter, value: FieldValue, { today, timeZone }: Day): string[] {
  return [value].flat().flatMap((one) => {
    const dates = resolveRelative(type, one, today);
    return dates ? [strings.dates.stands(datesText(dates), timeZone)] : [];
  });
}

function boundsText({ min, max }: Parameter): string | undefined {
  if (min !== undefined && max !== undefined) return words.between(String(min), String(max));
  if (min !== undefined) return words.atLeast(String(min));
  return max === undefined ? undefined : words.atMost(String(max));
}

function defaultText({ type, default: fallback, choices = [] }: Parameter): string {
  const said = (one: unknown) => choices.find(({ value }) => value === one)?.label ?? String(one);
  const texts = [fallback].flat().map(said);
  const isDate = type === 'date' || type === 'month' || type === 'date-range';
  return texts.map((one) => (isDate ? strings.dates.relative(one) : one)).join(', ');
}
