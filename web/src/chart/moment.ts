import type { Cell } from '@readout/runtime/contracts.ts';

const TEXT =
  /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|([+-]\d\d)(?::?(\d\d))?)?$/;

/**
 * Where a date or time stands on the axis, in milliseconds of a clock that knows no zone: that of its own digits, an
 * offset taken off. Nothing for NULL and for what is no time.
 */
export function toMoment(cell: Cell | undefined): number | null {
  const found = TEXT.exec(String(cell));
  if (!found) return null;
  const [year, month, day, hour, minute] = found.slice(1, 6).map((text) => Number(text ?? 0)) as Five;
  const offset = Number(found[7] ?? 0) * 60 + Math.sign(Number(found[7] ?? 0)) * Number(found[8] ?? 0);
  return Date.UTC(year, month - 1, day, hour, minute - offset) + Number(found[6] ?? 0) * 1000;
}

type Five = [number, number, number, number, number];

const DAY = 86_400_000;

/** How a time axis that spans so many milliseconds writes its moments. */
export function tickFormat(span: number, language: string): (moment: number) => string {
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...fieldsFor(span) });
  return (moment) => format.format(moment);
}

function fieldsFor(span: number): Intl.DateTimeFormatOptions {
  if (span > 3 * 365 * DAY) return { year: 'numeric' };
  if (span > 300 * DAY) return { month: 'short', year: 'numeric' };
  if (span > 3 * DAY) return { day: 'numeric', month: 'short' };
  if (span > DAY)
    return { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  if (span > 120_000) return { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
}
