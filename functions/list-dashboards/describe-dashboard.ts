import type { Caller } from '@readout/runtime/caller.ts';
import type { Dashboard, Tile } from '@readout/runtime/contracts.ts';
import type { TileTemplate } from '@readout/runtime/dashboard/dashboard-schema.ts';
import type { DashboardTemplate } from '@readout/runtime/dashboard/parse-dashboard.ts';
import { tileChart } from '@readout/runtime/dashboard/tile-chart.ts';
import { type Loads, newestLoad } from '@readout/runtime/datasets.ts';
import { detailOf, isKnown } from '@readout/runtime/errors.ts';
import { requireAccess } from '@readout/runtime/report/access.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import type { ReadTemplate } from '@readout/runtime/templates.ts';

export interface TileFacts {
  read: ReadTemplate;
  /** When tables were last loaded. */
  loads: Loads;
}

/** A dashboard as one caller sees it: a tile that they cannot run says why, and nothing of its report. */
export async function describeDashboard(
  { tiles, ...rest }: DashboardTemplate,
  caller: Caller,
  { read, loads }: TileFacts,
): Promise<Dashboard> {
  const reports = new Map<string, Promise<string>>();
  const readOnce: ReadTemplate = (id) => {
    const reading = reports.get(id) ?? read(id);
    reports.set(id, reading);
    return reading;
  };
  const facts = { read: readOnce, loads };
  return { ...rest, tiles: await Promise.all(tiles.map((tile) => describeTile(tile, caller, facts))) };
}

async function describeTile(
  template: TileTemplate,
  caller: Caller,
  { read, loads }: TileFacts,
): Promise<Tile> {
  const { chart: _, ...tile } = template;
  try {
    const { report } = parseTemplate(await read(tile.report), tile.report);
    requireAccess(report, caller);
    const chart = tileChart(template, report);
    const { columns, reads = [] } = report;
    const newestLoadAt = newestLoad(reads, loads);
    return {
      ...tile,
      title: tile.title ?? report.title,
      ...(chart && { chart }),
      ...(columns && { columns }),
      ...(newestLoadAt && { newestLoadAt }),
    };
  } catch (error) {
    if (!isKnown(error)) throw error;
    return { ...tile, title: tile.title ?? tile.report, error: detailOf(error) };
  }
}
