import type { ErrorDetail } from './error.ts';
import type { InputValue } from './run.ts';

export type ParameterType =
  | 'text'
  | 'integer'
  | 'number'
  | 'boolean'
  /** `YYYY-MM-DD`; like the other two kinds of dates also a relative one, such as `yesterday`. */
  | 'date'
  /** ISO 8601 */
  | 'datetime'
  /** `YYYY-MM`, `last_month` */
  | 'month'
  /** An ISO 8601 interval of dates, both ends included: `2001-01-01/2001-01-31`, `last_7_days`. */
  | 'date-range'
  | 'choice';

export interface Choice {
  value: string | number;
  label: string;
}

/** One field of a report's form. */
export interface Parameter {
  name: string;
  label: string;
  type: ParameterType;
  required: boolean;
  /** Takes a list of values. */
  multiple: boolean;
  default?: InputValue;
  /** For `choice`: the values, when the report lists them. */
  choices?: Choice[];
  /** For `choice`: the id of a report whose rows are `value` and `label`. */
  optionsFrom?: string;
  /** For `optionsFrom`: the inputs of that report, each with the earlier parameter of this form that gives its value. */
  optionsInputs?: Record<string, string>;
  /** The least and greatest value: a number, or a date in the form of the type. */
  min?: number | string;
  max?: number | string;
  /** For `text`: the greatest number of characters. */
  maxLength?: number;
  help?: string;
}

export type ChartType = 'line' | 'area' | 'bar' | 'scatter' | 'pie' | 'heat-map' | 'number';

/** How a result is drawn. `x`, `y` and `series` name its columns; which key goes with which type is in docs/reports.md. */
export interface Chart {
  type: ChartType;
  /** What stands along the horizontal axis, the slices of a pie, or what a number is of. Only a number does without. */
  x?: string;
  /** What is measured; more than one is for lines, areas, bars and points. */
  y: string[];
  /** Draws a line, an area or a bar of its own for each value of this column; in a heat map its values are the rows. */
  series?: string;
  /** Draws areas or bars on top of one another. */
  stacked?: boolean;
  /** How bars and slices are ordered: as the rows come when left out. */
  sort?: 'x' | 'largest' | 'smallest';
  /** Keeps that many of the largest series, or of the largest `x` where there is no `series`. */
  top?: number;
  /** Measures on a logarithmic scale, which has no zero and nothing below. */
  log?: boolean;
  /** What becomes of rows with the same `x` and `series`: their sum when left out. */
  combine?: 'sum' | 'mean' | 'least' | 'greatest' | 'count';
  /** Which row a number, that of the last row, is compared with. */
  compare?: 'previous' | 'first';
}

/** How the cells of a column are shown; what is in them stays as Redshift gave it. */
export interface ColumnFormat {
  /** What stands over the column; its name when left out. */
  label?: string;
  /**
   * `text` is as it came, `number` and `currency` have their digits grouped, a `percent` of 12.5 is 12.5 %, a `date` and
   * a `datetime` are written as people of the page's language do. When left out, a cell is shown as it came.
   */
  format?: 'text' | 'number' | 'currency' | 'percent' | 'date' | 'datetime';
  /** For `currency`: its code of ISO 4217, `USD`. */
  currency?: string;
  /** For `number`, `currency` and `percent`: the digits behind the point; all that came when left out. */
  decimals?: number;
  /** What a number counts or measures: `mi`. */
  unit?: string;
  /** The IANA time zone that times without an offset were written in. It is stated; no time is converted. */
  zone?: string;
  /** Left out of the table until a person shows it. */
  hide?: boolean;
  /** In pixels. */
  width?: number;
}

/** A SQL template as a client sees it; the SQL itself is shown with a run of it. */
export interface Report {
  /** The file's path without folder and suffix: `taxi/daily`. */
  id: string;
  title: string;
  description?: string;
  tags: string[];
  /** Where its data comes from, in words. */
  source?: string;
  /** Who answers questions about it: a name or an address. */
  owner?: string;
  /** The tables that it reads, as it says itself: `flights`, `public.flights`. */
  reads?: string[];
  /** When the table among `reads` that was loaded the longest ago was last loaded, if that is known of all of them. */
  dataLoadedAt?: string;
  /** When one of them was last loaded: a result of before that is of old. */
  newestLoadAt?: string;
  /** How long its statements take, in seconds: the median of the last ones that succeeded. */
  usualSeconds?: number;
  /** When somebody's statement of it last ended well. */
  lastRunAt?: string;
  /** In the list only: what is wrong with a report that is broken. */
  error?: ErrorDetail;
  parameters: Parameter[];
  /** The groups that may run it; everyone when left out. */
  access?: string[];
  /** How long a result may be reused: `15m`. */
  cache?: string;
  /** How long its statement may take before it is stopped: `10m`. */
  timeout?: string;
  /** The most rows of its result that may be read. */
  maxRows?: number;
  chart?: Chart;
  /** `hidden`: who runs it is not shown the SQL. */
  sql?: 'hidden';
  /** How columns of its result are shown, by their names. */
  columns?: Record<string, ColumnFormat>;
}

/** The answer of `GET /reports`. */
export interface ReportList {
  reports: Report[];
}
