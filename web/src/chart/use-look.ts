import { useMemo, useSyncExternalStore } from 'react';
import { type Look, lookOf } from './look.ts';

const still = window.matchMedia('(prefers-reduced-motion: reduce)');

/** How the page looks now, and again whenever its appearance changes. */
export function useLook(): Look {
  const dark = useSyncExternalStore(onAppearance, isDark);
  const moves = useSyncExternalStore(onMotion, () => !still.matches);
  return useMemo(() => lookOf(dark, moves, getComputedStyle(document.body).fontFamily), [dark, moves]);
}

/** The design system puts this class on the body. */
const isDark = () => document.body.classList.contains('awsui-dark-mode');

function onAppearance(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributeFilter: ['class'] });
  return () => observer.disconnect();
}

function onMotion(changed: () => void): () => void {
  still.addEventListener('change', changed);
  return () => still.removeEventListener('change', changed);
}
