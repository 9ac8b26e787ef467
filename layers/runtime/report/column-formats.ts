import { z } from 'zod';
import type { ColumnFormat } from '../contracts.ts';
import { isTimeZone } from '../time-zone.ts';

const words = z.string().trim().min(1).max(200);

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const isCurrency = (code: string): boolean => CURRENCIES.has(code);

const rawFormat = z.strictObject({
  label: words.optional(),
  format: z.enum(['text', 'number', 'currency', 'percent', 'date', 'datetime']).optional(),
  currency: z.string().refine(isCurrency, 'expected the code of a currency, such as USD').optional(),
  decimals: z.int().min(0).max(20).optional(),
  unit: words.max(20).optional(),
  zone: z.string().refine(isTimeZone, 'expected a time zone, such as America/New_York').optional(),
  hide: z.boolean().optional(),
  width: z.int().min(40).max(2000).optional(),
});

const columnFormat = rawFormat.superRefine((format, context) => {
  for (const [key, message] of problemsOf(format)) context.addIssue({ code: 'custom', path: [key], message });
});

/** What no key says by itself: which of them go together. */
function problemsOf({ format, currency, decimals, unit, zone }: ColumnFormat): [string, string][] {
  const isNumber = format === 'number' || format === 'currency' || format === 'percent';
  const rules: [boolean, string, string][] = [
    [
      format === 'currency' && currency === undefined,
      'format',
      'currency needs the key currency, such as USD',
    ],
    [format !== 'currency' && currency !== undefined, 'currency', 'goes with format currency'],
    [!isNumber && decimals !== undefined, 'decimals', 'goes with format number, currency or percent'],
    [format !== 'number' && unit !== undefined, 'unit', 'goes with format number'],
    [
      format !== undefined && format !== 'datetime' && zone !== undefined,
      'zone',
      'goes with format datetime',
    ],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, key, message]) => [key, message]);
}

/** `columns:` of the front matter, by the columns' names. */
export const columnFormats = z.record(words, columnFormat);
