import { useEffect } from 'react';
import { amend } from '../navigation.ts';

/** Writes the defaults into the address too, and takes `run=1` out of it: loading it again runs nothing. */
export function Canonical({ href }: { href: string }) {
  useEffect(() => amend(href), [href]);
  return null;
}
