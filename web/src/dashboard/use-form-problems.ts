import type { Parameter } from '@readout/runtime/contracts.ts';
import { useEffect, useRef, useState } from 'react';
import type { FormValues } from '../form/inputs.ts';
import { problemsOf } from '../form/validate.ts';
import { strings } from '../strings.ts';

/** What is wrong with which field, once it was left or a run was tried; the first one then has the focus. */
export function useFormProblems(parameters: Parameter[], values: FormValues) {
  const within = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [misses, setMisses] = useState(0);
  const problems = problemsOf(parameters, values);
  const errors: Record<string, string> = {};
  for (const { name, type } of parameters) {
    const problem = problems[name];
    if (problem && seen.has(name)) errors[name] = strings.problemText(problem, type);
  }
  useEffect(() => {
    if (misses > 0) within.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [misses]);

  /** Whether the form may be sent; where not, it shows why. */
  function passes(): boolean {
    setSeen(new Set(parameters.map(({ name }) => name)));
    const good = Object.keys(problems).length === 0;
    if (!good) setMisses((n) => n + 1);
    return good;
  }
  return { errors, within, passes, leave: (name: string) => setSeen(new Set(seen).add(name)) };
}
