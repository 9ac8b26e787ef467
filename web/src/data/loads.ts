import { type After, type Observable, subject } from '@readout/client';
import type { LoadedMessage } from '@readout/runtime/contracts.ts';

export interface Loads extends Observable<number> {
  hear(message: LoadedMessage): void;
  /** The connection was lost for a while: data may have been loaded. */
  doubt(): void;
}

/** How often data was loaded, or may have been, while the page was open. Many pages hear it, and ask one after the other. */
export function loads({ after, random }: { after: After; random: () => number }): Loads {
  const heard = subject(0);
  const count = () => heard.set(heard.get() + 1);
  return {
    get: heard.get,
    subscribe: heard.subscribe,
    hear({ within }) {
      after(random() * within, count);
    },
    doubt: count,
  };
}
