import type { Choice, Parameter } from '@readout/runtime/contracts.ts';
import { useState } from 'react';
import { useReadout } from '../parts/readout-context.ts';

export interface Choices {
  choices: Choice[];
  /** `pending`: filled by a query that nobody has needed yet. */
  status: 'pending' | 'loading' | 'finished' | 'error';
  /** The query has more rows than are listed. */
  cut: boolean;
  load: () => void;
}

/** The values of a choice: listed by the report, or filled by a query when the list is first opened. */
export function useChoices({ choices = [], optionsFrom }: Parameter): Choices {
  const { choices: query } = useReadout();
  const [filled, setFilled] = useState<Omit<Choices, 'load'>>({ choices: [], status: 'pending', cut: false });
  if (!optionsFrom) return { choices, status: 'finished', cut: false, load: () => {} };

  async function load() {
    if (!optionsFrom || filled.status === 'loading' || filled.status === 'finished') return;
    setFilled({ choices: [], status: 'loading', cut: false });
    try {
      const { choices, complete } = await query(optionsFrom);
      setFilled({ choices, status: 'finished', cut: !complete });
    } catch {
      setFilled({ choices: [], status: 'error', cut: false });
    }
  }
  return { ...filled, load };
}
