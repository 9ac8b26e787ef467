import { useEffect, useRef, useState } from 'react';
import type { FieldValue } from './inputs.ts';
import type { Choices } from './use-choices.ts';

/**
 * Takes out what a list no longer has after it changed with another field, and answers the labels of what was taken out.
 * What a link brought stays as it is, and so does everything while the list cannot be known whole.
 */
export function useKeptChoices(
  { key, status, cut, choices, load }: Choices,
  value: FieldValue,
  onChange: (value: FieldValue) => void,
): string[] {
  const [held, setHeld] = useState(key);
  const [dropped, setDropped] = useState<string[]>([]);
  const labels = useRef(new Map<string, string>());
  for (const choice of choices) labels.current.set(String(choice.value), choice.label);

  useEffect(() => {
    if (held === key) return;
    const chosen = [value].flat().filter((one) => one !== '');
    if (chosen.length > 0 && status === 'pending') load();
    if (chosen.length > 0 && status !== 'finished') return;
    const known = new Set(choices.map((choice) => String(choice.value)));
    const gone = cut ? [] : chosen.filter((one) => !known.has(one));
    setHeld(key);
    setDropped(gone.map((one) => labels.current.get(one) ?? one));
    if (gone.length > 0) onChange(Array.isArray(value) ? chosen.filter((one) => known.has(one)) : '');
  });
  return dropped;
}
