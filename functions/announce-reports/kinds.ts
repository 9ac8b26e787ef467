import type { ServerMessage } from '@readout/runtime/contracts.ts';
import { DASHBOARDS_PREFIX, dashboardIdOf, EXPECTED_NAME } from '@readout/runtime/dashboard/dashboard-id.ts';
import { parseDashboard } from '@readout/runtime/dashboard/parse-dashboard.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import { reportIdOf } from '@readout/runtime/report/report-id.ts';

/** What is told of one kind of file, and to whom. */
export interface Kind {
  /** The id of what an object holds; undefined for an object of another kind. */
  idOf(key: string): string | undefined;
  /** The groups that may see it; everyone when undefined. Throws InvalidTemplate. */
  accessOf(file: string, id: string): string[] | undefined;
  message(ids: string[], within: number): ServerMessage;
}

export const KINDS = {
  report: {
    idOf: reportIdOf,
    accessOf: (file, id) => parseTemplate(file, id).report.access,
    message: (reports, within) => ({ type: 'reports', reports, within }),
  },
  dashboard: {
    idOf: dashboardIdOf,
    accessOf: (file, id) => parseDashboard(file, id).access,
    message: (dashboards, within) => ({ type: 'dashboards', dashboards, within }),
  },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

/** Which kind an object is of, and its id; undefined for one whose name is none. */
export function known(key: string): { kind: KindName; id: string } | undefined {
  for (const kind of ['report', 'dashboard'] as const) {
    const id = KINDS[kind].idOf(key);
    if (id !== undefined) return { kind, id };
  }
  return undefined;
}

/** What the name of an object must be that is of no kind, in words. */
export const expectedName = (key: string): string =>
  key.startsWith(DASHBOARDS_PREFIX) ? EXPECTED_NAME : 'a name has letters, digits, - and _ only';
