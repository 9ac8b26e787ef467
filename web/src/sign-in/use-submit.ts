import { type FormEvent, useState } from 'react';
import { strings } from '../strings.ts';

/** Sends a form once at a time, and keeps what went wrong in words. */
export function useSubmit(act: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function send(action: () => Promise<void>) {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await action();
    } catch (thrown) {
      setError(authErrorText(thrown));
    } finally {
      setBusy(false);
    }
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void send(act);
  }
  return { busy, error, onSubmit, send };
}

function authErrorText(thrown: unknown): string {
  const words = thrown instanceof Error ? strings.authErrors[thrown.name] : undefined;
  if (!words) console.error(thrown);
  return words ?? strings.authErrorOther;
}
