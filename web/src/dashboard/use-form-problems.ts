import type { Parameter } from '@readout/runtime/contracts.ts';
import { useEffect, useRef, useState } from 'react';
import type { FormValues } from '../form/inputs.ts';
import { judge, useToday } from '../form/judge.ts';
import { useShownProblems } from '../form/use-shown-problems.ts';

/** What is wrong with which field, once it was left or a run was tried; the first one then has the focus. */
export function useFormProblems(parameters: Parameter[], values: FormValues) {
  const within = useRef<HTMLDivElement>(null);
  const [misses, setMisses] = useState(0);
  const { problems } = judge(parameters, values, useToday());
  const { texts: errors, type, leave, leaveAll } = useShownProblems(parameters, problems);
  useEffect(() => {
    if (misses > 0) within.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [misses]);

  /** Whether the form may be sent; where not, it shows why. */
  function passes(): boolean {
    leaveAll();
    if (problems.size > 0) setMisses((n) => n + 1);
    return problems.size === 0;
  }
  return { errors, within, passes, type, leave };
}
