import type { Chart, Report } from '../contracts.ts';
import { InvalidTemplate } from '../errors.ts';
import { chartSchema } from '../report/chart-schema.ts';
import type { TileTemplate } from './dashboard-schema.ts';

type Drawn = Pick<TileTemplate, 'id' | 'show' | 'chart'>;

/**
 * What a tile draws: its report's chart with the tile's own keys over it; a tile that says another type stands alone.
 * Nothing for a table, and where neither says anything. Throws InvalidTemplate for keys that do not go together.
 */
export function tileChart({ id, show, chart }: Drawn, report: Pick<Report, 'chart'>): Chart | undefined {
  if (show === 'table') return undefined;
  const drawn = show === 'number' ? { ...chart, type: 'number' } : overlaid(report.chart, chart);
  if (!drawn) return undefined;
  const read = chartSchema.safeParse(drawn);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0] ?? { path: [], message: 'is no chart' };
  throw new InvalidTemplate(`tile ${id}: ${['chart', ...path].join('.')}: ${message}`);
}

function overlaid(own: Chart | undefined, changes: Partial<Chart> | undefined): Partial<Chart> | undefined {
  if (changes?.type !== undefined && changes.type !== own?.type) return changes;
  return own || changes ? { ...own, ...changes } : undefined;
}
