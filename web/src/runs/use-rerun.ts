import type { Run } from '@readout/runtime/contracts.ts';
import { useEffect, useState } from 'react';
import { navigate } from '../navigation.ts';
import { usePanel, useReadout } from '../parts/readout-context.ts';
import { runHref } from '../route.ts';

/** Asks the same as an earlier run, and goes to the new one as soon as there is one. */
export function useRerun() {
  const readout = useReadout();
  const [topic] = useState(() => `again/${crypto.randomUUID()}`);
  const { asked } = usePanel(topic);
  const next = asked?.runId;
  useEffect(() => {
    if (next) navigate(runHref(next));
  }, [next]);

  return {
    start: ({ report, inputs }: Run, fresh?: boolean) =>
      void readout.run({ report, inputs, topic, ...(fresh && { fresh }) }),
    asking: asked !== undefined && !asked.error,
    error: asked?.error,
  };
}
