import type { After, RestClient } from '@readout/client';
import { asReadoutError, type Observable, type ReadoutError, subject } from '@readout/client';

type Values = Readonly<Record<string, unknown>>;

type Change = (before: unknown) => unknown;

/** Another value, or how it comes of the one before: then it holds also when that is not loaded yet. */
type Next = string | number | boolean | object | null | Change;

export interface Preferences extends Observable<Values> {
  /** Shows the value at once and keeps it a moment later; null forgets the name. */
  set(name: string, next: Next): void;
  /** Reads what is kept, once; a failure is told, and the next call tries again. */
  load(): Promise<void>;
  /** Keeps at once what waits for its moment, e.g. when the page is left. */
  flush(): void;
}

export interface PreferencesDeps {
  rest: Pick<RestClient, 'getPreferences' | 'setPreference'>;
  after: After;
  /** Is told what could not be read or kept. */
  onTrouble: (error: ReadoutError) => void;
}

/** Something that is dragged changes often. */
const SETTLE_MS = 400;

/** What the person has set for themselves. What cannot be kept is told, and shown no longer. */
export function preferences({ rest, after, onTrouble }: PreferencesDeps): Preferences {
  const shown = subject<Values>({});
  let kept: Values | undefined;
  let loading: Promise<void> | undefined;
  /** What was set before it was known what is kept. */
  let early: [name: string, next: Next][] = [];
  const waiting = new Map<string, () => void>();
  let line = Promise.resolve();

  const load = (): Promise<void> => {
    loading ??= read();
    return loading;
  };

  async function read() {
    try {
      kept = await rest.getPreferences();
    } catch (thrown) {
      loading = undefined;
      onTrouble(asReadoutError(thrown));
    }
    shown.set(kept ?? {});
    const changes = early;
    early = [];
    if (kept) for (const [name, next] of changes) set(name, next);
  }

  function set(name: string, next: Next) {
    const value = typeof next === 'function' ? (next as Change)(shown.get()[name]) : next;
    shown.set(withValue(shown.get(), name, value));
    if (kept) return keepSoon(name);
    early.push([name, next]);
    void load();
  }

  function keepSoon(name: string) {
    waiting.get(name)?.();
    waiting.set(name, after(SETTLE_MS, keepNow(name)));
  }

  /** One after the other, so that the last one is what stays. */
  const keepNow = (name: string) => () => {
    waiting.delete(name);
    line = line.then(() => keep(name));
  };

  async function keep(name: string) {
    const value = shown.get()[name] ?? null;
    try {
      await rest.setPreference(name, value);
      kept = withValue(kept ?? {}, name, value);
    } catch (thrown) {
      if (!waiting.has(name)) shown.set(withValue(shown.get(), name, kept?.[name]));
      onTrouble(asReadoutError(thrown));
    }
  }

  function flush() {
    for (const [name, cancel] of [...waiting]) {
      cancel();
      keepNow(name)();
    }
  }
  return { get: shown.get, subscribe: shown.subscribe, set, load, flush };
}

function withValue(values: Values, name: string, value: unknown): Values {
  const { [name]: _, ...others } = values;
  return value === null || value === undefined ? others : { ...others, [name]: value };
}
