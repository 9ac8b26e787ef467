import { subject } from '@readout/client';
import type { Run } from '@readout/runtime/contracts.ts';
import { navigate } from '../navigation.ts';
import { statusText } from '../report/status-text.ts';
import { runHref } from '../route.ts';

/** Kept on this device: another one asks for itself. */
const KEY = 'readout.tell';

/** Whether the browser tells of ends: it cannot, it was told not to, nobody asked it to, or it does. */
export type Telling = 'unable' | 'refused' | 'off' | 'on';

export const telling = subject<Telling>(now());

function now(): Telling {
  if (!globalThis.Notification) return 'unable';
  if (Notification.permission === 'denied') return 'refused';
  return Notification.permission === 'granted' && localStorage.getItem(KEY) === 'yes' ? 'on' : 'off';
}

/** Asks the browser for the right to notify, which it grants only to a click. */
export async function tellMe(): Promise<void> {
  const answer = await Notification.requestPermission();
  if (answer === 'granted') localStorage.setItem(KEY, 'yes');
  telling.set(now());
}

export function tellMeNoMore(): void {
  localStorage.removeItem(KEY);
  telling.set(now());
}

/** Shows the end of a run outside of the page; a click on it leads to the run. */
export function notify(run: Run): void {
  if (telling.get() !== 'on') return;
  try {
    const notice = new Notification(run.title, { body: statusText(run.status, run), tag: run.runId });
    notice.onclick = () => {
      window.focus();
      navigate(runHref(run.runId));
      notice.close();
    };
  } catch {
    telling.set('unable'); // Android's browsers have the name, but want a service worker
  }
}
