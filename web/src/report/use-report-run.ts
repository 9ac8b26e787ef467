import { isOver } from '@readout/client';
import type { Report } from '@readout/runtime/contracts.ts';
import { useEffect, useRef, useState } from 'react';
import { type FormValues, inputsFrom } from '../form/inputs.ts';
import { judge, useToday } from '../form/judge.ts';
import { useShownProblems } from '../form/use-shown-problems.ts';
import { errorText } from '../parts/error-words.tsx';
import { usePanel, useReadout } from '../parts/readout-context.ts';
import { strings } from '../strings.ts';

/**
 * A form and the run that came of it: what is wrong with which field, and whether Run may be pressed. `misses`
 * counts the times that Run was pressed with something wrong.
 */
export function useReportRun(report: Report, values: FormValues, topic: string) {
  const readout = useReadout();
  const { asked, run } = usePanel(topic);
  const [misses, setMisses] = useState(0);
  const [email, setEmail] = useState(false);
  const inputs = inputsFrom(report.parameters, values);
  const { problems } = judge(report.parameters, values, useToday());
  const shown = useShownProblems(report.parameters, problems);
  const busy = asked !== undefined && !asked.error && !(run && isOver(run));
  const error = asked?.error ?? run?.error;
  const changed = asked !== undefined && JSON.stringify(asked.inputs) !== JSON.stringify(inputs);
  const ofAll = problems.get('inputs');

  const errors = { ...shown.texts };
  if (error?.field && !changed) errors[error.field] ??= errorText(error);

  function start() {
    shown.leaveAll();
    if (busy) return;
    if (problems.size > 0) return setMisses((n) => n + 1);
    void readout.run({ report: report.id, inputs, topic, email });
  }
  function startFresh() {
    if (asked) void readout.run({ report: report.id, inputs: asked.inputs, topic, email, fresh: true });
  }
  return {
    asked,
    run,
    busy,
    changed,
    error,
    errors,
    /** What is wrong with the inputs all together. */
    trouble: ofAll && strings.problemText(ofAll, ''),
    misses,
    start,
    startFresh,
    email,
    setEmail,
    type: shown.type,
    leave: shown.leave,
  };
}

/** What the keys that run are called here. */
export const SHORTCUT = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ Enter' : 'Ctrl + Enter';

/** Ctrl+Enter or Cmd+Enter, within an element, or anywhere on the page when there is but one form. */
export function useRunShortcut(start: () => void, everywhere: boolean) {
  const within = useRef<HTMLDivElement>(null);
  const latest = useRef(start);
  latest.current = start;
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      if (!everywhere && !within.current?.contains(document.activeElement)) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [everywhere]);
  return within;
}
