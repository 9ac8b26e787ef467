import type { ErrorDetail } from './error.ts';
import type { Chart, ColumnFormat, Parameter } from './report.ts';
import type { Inputs } from './run.ts';

/** How a tile shows its result. */
export type TileShow = 'chart' | 'table' | 'number';

/** One report of a dashboard. */
export interface Tile {
  /** Its name within the dashboard. */
  id: string;
  report: string;
  title: string;
  /** Inputs of the report that never change. */
  inputs: Inputs;
  /** Inputs that the dashboard's form gives: the name of the report's parameter to that of the dashboard's. */
  shared: Record<string, string>;
  show: TileShow;
  /** How it is drawn; with `show: number`, which column it is. */
  chart?: Chart;
  /** How the columns of its report are shown, by their names. */
  columns?: Record<string, ColumnFormat>;
  /** Columns of four, and rows of about 100 pixels. */
  size: { columns: number; rows: number };
  /** When one of the tables that its report says it reads was last loaded: a result of before that is of old. */
  newestLoadAt?: string;
  /** Why the caller cannot run it. */
  error?: ErrorDetail;
}

/** A dashboard as the list shows it. */
export interface DashboardListed {
  /** The file's path without folder and suffix: `flights/overview`. */
  id: string;
  title: string;
  description?: string;
  tags: string[];
  owner?: string;
  /** The groups that may see it; everyone when left out. */
  access?: string[];
  /** How often an open page runs it again: `5m`. */
  refresh?: string;
  tileCount: number;
  /** What is wrong with its file. */
  error?: ErrorDetail;
}

/** The answer of `GET /dashboards`. */
export interface DashboardList {
  dashboards: DashboardListed[];
}

/** Several reports with shared inputs: the answer of `GET /dashboards/{dashboard}`. */
export interface Dashboard extends Omit<DashboardListed, 'tileCount' | 'error'> {
  parameters: Parameter[];
  tiles: Tile[];
}
