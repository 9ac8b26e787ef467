import { after } from '@readout/client';
import type { Parameter } from '@readout/runtime/contracts.ts';
import { useRef, useState } from 'react';
import { strings } from '../strings.ts';
import type { Problem } from './judge.ts';

/** How long a person who types pauses before a value counts as finished. */
const SETTLED_MS = 600;

/**
 * Which of a form's problems are said, and when: a wrong value once typing has settled, what is missing once its field was
 * left or Run was pressed.
 */
export function useShownProblems(parameters: Parameter[], problems: ReadonlyMap<string, Problem>) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [typing, setTyping] = useState<string>();
  const cancel = useRef(() => {});

  const texts: Record<string, string> = {};
  for (const { name, type } of parameters) {
    const problem = problems.get(name);
    const said = problem?.kind === 'required' ? left.has(name) : typing !== name;
    if (problem && said) texts[name] = strings.problemText(problem, type);
  }
  return {
    texts,
    type(name: string) {
      cancel.current();
      setTyping(name);
      cancel.current = after(SETTLED_MS, () => setTyping(undefined));
    },
    leave(name: string) {
      setTyping(undefined);
      setLeft((now) => new Set(now).add(name));
    },
    leaveAll() {
      setTyping(undefined);
      setLeft(new Set(parameters.map(({ name }) => name)));
    },
  };
}
