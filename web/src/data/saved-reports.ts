import type { After } from '@readout/client';
import { type Observable, subject } from '@readout/client';
import type { ReportsMessage } from '@readout/runtime/contracts.ts';

/** How often each report, or each pipeline, was saved while the page was open, and how often that may have been missed. */
export interface Saved {
  times: ReadonlyMap<string, number>;
  missed: number;
}

export interface SavedReports extends Observable<Saved> {
  hear(message: ReportsMessage): void;
  /** The connection was lost for a while: any report may have been saved. */
  doubt(): void;
}

/** Counts what was saved; `told` is called before whoever watches. Many pages hear it, and ask one after the other. */
export function savedReports(
  { after, random }: { after: After; random: () => number },
  told: (reports: readonly string[] | 'any') => void,
): SavedReports {
  const saved = subject<Saved>({ times: new Map(), missed: 0 });
  return {
    get: saved.get,
    subscribe: saved.subscribe,
    hear({ reports, within }) {
      after(random() * within, () => {
        told(reports);
        const { times, missed } = saved.get();
        const more = reports.map((id) => [id, (times.get(id) ?? 0) + 1] as const);
        saved.set({ times: new Map([...times, ...more]), missed });
      });
    },
    doubt() {
      told('any');
      saved.set({ ...saved.get(), missed: saved.get().missed + 1 });
    },
  };
}

/** Another value whenever the report is to be read anew. */
export const editionOf = ({ times, missed }: Saved, report: string): string =>
  `${missed}.${times.get(report) ?? 0}`;
