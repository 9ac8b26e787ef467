import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { subject } from '@readout/client';

export type ModeChoice = 'light' | 'dark' | 'system';

const KEY = 'readout.appearance';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** What the person chose; on a first visit, what the system says. */
export const modeChoice = subject<ModeChoice>(remembered());

/** Dresses the document, now and whenever the choice or the system changes. */
export function keepMode(): void {
  const dress = () => {
    const choice = modeChoice.get();
    const isDark = choice === 'dark' || (choice === 'system' && dark.matches);
    applyMode(isDark ? Mode.Dark : Mode.Light);
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
    document.body.dataset.agThemeMode = isDark ? 'dark' : 'light';
  };
  dress();
  dark.addEventListener('change', dress);
  modeChoice.subscribe(() => {
    localStorage.setItem(KEY, modeChoice.get());
    dress();
  });
}

function remembered(): ModeChoice {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
