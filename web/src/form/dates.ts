import type { Parameter } from '@readout/runtime/contracts.ts';
import { judgeInput } from '@readout/runtime/report/judge-input.ts';

const RANGES = ['week', 'month', 'quarter', 'year'].flatMap((unit) => [`this_${unit}`, `last_${unit}`]);

/** The relative dates that people ask for; a link, and for ranges the form, may say any other number. */
const COMMON: Partial<Record<Parameter['type'], string[]>> = {
  date: [
    'today',
    'yesterday',
    '7_days_ago',
    '30_days_ago',
    'start_of_this_month',
    'start_of_last_month',
    'end_of_last_month',
    'start_of_this_year',
  ],
  month: ['this_month', 'last_month', '2_months_ago', '12_months_ago'],
  'date-range': [
    'today',
    'yesterday',
    'last_7_days',
    'last_30_days',
    ...RANGES,
    'month_to_date',
    'year_to_date',
  ],
};

/** The relative dates to offer for a field: those that the report would take on this day. */
export const relativeDatesFor = (parameter: Parameter, today: string): string[] =>
  (COMMON[parameter.type] ?? []).filter(
    (text) => 'value' in judgeInput({ ...parameter, multiple: false }, text, today),
  );
