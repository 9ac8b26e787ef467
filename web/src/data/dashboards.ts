import type { RestClient } from '@readout/client';
import { type Observable, subject } from '@readout/client';
import type { Dashboard, DashboardListed } from '@readout/runtime/contracts.ts';

export interface Dashboards extends Observable<ReadonlyMap<string, Dashboard>> {
  /** What the list shows; nothing before it was read. */
  listed: Observable<readonly DashboardListed[] | undefined>;
  /** Reads the list anew. */
  refresh(): Promise<void>;
  /** Reads one dashboard anew. Throws ReadoutError `DashboardNotFound`. */
  load(dashboard: string): Promise<void>;
}

/** The dashboards that the page knows, by id: shown at once, and read anew whenever a view opens. */
export function dashboards(rest: Pick<RestClient, 'listDashboards' | 'getDashboard'>): Dashboards {
  const known = subject<ReadonlyMap<string, Dashboard>>(new Map());
  const listed = subject<readonly DashboardListed[] | undefined>(undefined);
  return {
    get: known.get,
    subscribe: known.subscribe,
    listed,
    async refresh() {
      listed.set(await rest.listDashboards());
    },
    async load(id) {
      const dashboard = await rest.getDashboard(id);
      known.set(new Map(known.get()).set(id, dashboard));
    },
  };
}
