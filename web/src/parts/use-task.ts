import { asReadoutError, type ReadoutError } from '@readout/client';
import { useCallback, useEffect, useState } from 'react';

export interface Task {
  done: boolean;
  error?: ReadoutError;
  retry: () => void;
}

/** Does something that takes time when a view opens. `task` must keep its identity (`useCallback`). */
export function useTask(task: () => Promise<void>): Task {
  const [state, setState] = useState<{ done: boolean; error?: ReadoutError }>({ done: false });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` does the task again
  useEffect(() => {
    let left = false;
    setState({ done: false });
    task().then(
      () => !left && setState({ done: true }),
      (thrown) => !left && setState({ done: true, error: asReadoutError(thrown) }),
    );
    return () => {
      left = true;
    };
  }, [task, attempt]);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  return { ...state, retry };
}
