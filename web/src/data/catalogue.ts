import type { RestClient } from '@readout/client';
import { type Observable, subject } from '@readout/client';
import type { Report } from '@readout/runtime/contracts.ts';

export interface Catalogue extends Observable<ReadonlyMap<string, Report>> {
  /** Reads every report anew. */
  refresh(): Promise<void>;
  /** Reads every report anew if the page knows one: data was loaded, and may be of another time now. */
  loaded(): Promise<void>;
  /** Reads one report anew. Throws ReadoutError `ReportNotFound`. */
  load(report: string): Promise<void>;
}

/** The reports that the page knows, by id: shown at once, and read anew whenever a view opens. */
export function catalogue(rest: Pick<RestClient, 'listReports' | 'getReport'>): Catalogue {
  const known = subject<ReadonlyMap<string, Report>>(new Map());
  async function refresh() {
    const reports = await rest.listReports();
    known.set(new Map(reports.map((report) => [report.id, report])));
  }
  return {
    get: known.get,
    subscribe: known.subscribe,
    refresh,
    async loaded() {
      if (known.get().size > 0) await refresh();
    },
    async load(id) {
      const report = await rest.getReport(id);
      known.set(new Map(known.get()).set(id, report));
    },
  };
}
