import type { Parameter } from '@readout/runtime/contracts.ts';
import type { Problem } from '@readout/runtime/report/judge-input.ts';
import { type JudgedInputs, judgeInputs } from '@readout/runtime/report/judge-inputs.ts';
import { dayAt } from '@readout/runtime/report/relative-dates.ts';
import { useReadout } from '../parts/readout-context.ts';
import { type FormValues, inputsFrom } from './inputs.ts';

export type { Problem };

/** What the server would say of a form on a day, by the server's own rules: it is asked of what would be sent. */
export const judge = (parameters: Parameter[], values: FormValues, today: string): JudgedInputs =>
  judgeInputs(parameters, inputsFrom(parameters, values), today);

/** The day, `YYYY-MM-DD`, that relative dates are counted from at this moment. */
export function useToday(): string {
  const { serverNow, timeZone } = useReadout();
  return dayAt({ at: new Date(serverNow()), timeZone });
}
