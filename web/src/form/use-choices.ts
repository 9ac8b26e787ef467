import type { Choice, Parameter } from '@readout/runtime/contracts.ts';
import { useState } from 'react';
import { editionOf } from '../data/saved-reports.ts';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import type { ChoiceInputs } from './choice-inputs.ts';

interface Listed {
  choices: Choice[];
  /** `pending`: filled by a query that nobody has needed yet. */
  status: 'pending' | 'loading' | 'finished' | 'error';
  /** The query has more rows than are listed. */
  cut: boolean;
}

export interface Choices extends Listed {
  /** What the query is asked with, as text: another list has another one. */
  key: string;
  load: () => void;
}

const NOT_YET: Listed = { choices: [], status: 'pending', cut: false };

/**
 * The values of a choice: listed by the report, or filled by a query when the list is first opened, and again when the
 * report of that query was saved.
 */
export function useChoices({ choices = [], optionsFrom }: Parameter, from: ChoiceInputs): Choices {
  const { choices: query, saved } = useReadout();
  const key = JSON.stringify([from, editionOf(useObservable(saved), optionsFrom ?? '')]);
  const [filled, setFilled] = useState<Listed & { key: string }>({ ...NOT_YET, key });
  if (!optionsFrom) return { choices, status: 'finished', cut: false, key, load: () => {} };
  const listed = filled.key === key ? filled : { ...NOT_YET, key };

  async function load() {
    if (!optionsFrom || 'waitsFor' in from) return;
    if (listed.status === 'loading' || listed.status === 'finished') return;
    setFilled({ ...NOT_YET, key, status: 'loading' });
    const answer = await query(optionsFrom, from.inputs).then(
      ({ choices, complete }): Listed => ({ choices, status: 'finished', cut: !complete }),
      (): Listed => ({ ...NOT_YET, status: 'error' }),
    );
    // Another list may be wanted by now.
    setFilled((now) => (now.key === key ? { ...answer, key } : now));
  }
  return { ...listed, load };
}
