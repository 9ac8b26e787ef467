import type { After } from '@readout/client';
import { type Observable, subject } from '@readout/client';
import type { Dashboard, DashboardsMessage, ReportsMessage } from '@readout/runtime/contracts.ts';

/** How often each report, dashboard or pipeline was saved while the page was open, and how often that may have been missed. */
export interface Saved {
  /** By the id of a report; before that of a dashboard stands `dashboard:`. */
  times: ReadonlyMap<string, number>;
  missed: number;
}

export interface SavedReports extends Observable<Saved> {
  hear(message: ReportsMessage | DashboardsMessage): void;
  /** The connection was lost for a while: anything may have been saved. */
  doubt(): void;
}

/** Counts what was saved; `told` is called with reports before whoever watches. Many pages hear it, and ask one after the other. */
export function savedReports(
  { after, random }: { after: After; random: () => number },
  told: (reports: readonly string[] | 'any') => void,
): SavedReports {
  const saved = subject<Saved>({ times: new Map(), missed: 0 });
  return {
    get: saved.get,
    subscribe: saved.subscribe,
    hear(message) {
      after(random() * message.within, () => {
        const names = message.type === 'reports' ? message.reports : message.dashboards.map(nameOf);
        if (message.type === 'reports') told(message.reports);
        const { times, missed } = saved.get();
        const more = names.map((name) => [name, (times.get(name) ?? 0) + 1] as const);
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

const nameOf = (dashboard: string): string => `dashboard:${dashboard}`;

/** Another value whenever a dashboard is to be read anew: its own file was saved, or that of one of its reports. */
export function dashboardEditionOf(
  { times, missed }: Saved,
  id: string,
  tiles: Dashboard['tiles'] = [],
): string {
  const names = new Set([nameOf(id), ...tiles.map(({ report }) => report)]);
  const saves = [...names].reduce((sum, name) => sum + (times.get(name) ?? 0), 0);
  return `${missed}.${saves}`;
}
