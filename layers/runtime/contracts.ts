/**
 * What the page, the functions and any other client say to one another. Types only, so that the page may
 * import them. Times are ISO 8601 in UTC; ids are lower-case UUIDs; a field marked `?` is left out, never null.
 */

/** Where a run stands. It only moves forward: queued, running, then one of the other three for good. */
export type RunStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

/** What a person typed, by parameter name. A list is for a parameter that takes several values. */
export type InputValue = string | number | boolean | string[] | number[];
export type Inputs = Record<string, InputValue>;

/** Every error that a client can meet, by name. */
export type ErrorName =
  | 'InvalidInput'
  | 'InvalidTemplate'
  | 'ReportNotFound'
  | 'DashboardNotFound'
  | 'RunNotFound'
  | 'InvalidPage'
  | 'ResultNotReady'
  | 'ResultExpired'
  | 'FileTooLarge'
  | 'RunEnded'
  | 'TooManyRuns'
  | 'BudgetSpent'
  | 'TimedOut'
  | 'ReportChanged'
  | 'InvalidMessage'
  | 'InvalidTicket'
  | 'Unauthorized'
  | 'AccessDenied'
  | 'QueryFailed'
  | 'Unavailable'
  | 'InternalError';

/** A place in the file of a report. */
export interface Place {
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units, as editors count. */
  column: number;
  /** The line as the file has it; for engineers only. */
  text?: string;
}

/** An error as it is told: `field` names the input that is wrong. */
export interface ErrorDetail {
  name: ErrorName;
  message: string;
  field?: string;
  /** Where in the report's file it is, when that is known. */
  at?: Place;
}

/** The body of every REST answer that is not a success. */
export interface ErrorBody {
  error: ErrorDetail;
}

/** One execution of a report, over REST and in every message about it. */
export interface Run {
  runId: string;
  report: string;
  title: string;
  /** The caller's own label, echoed in every message about this run. */
  topic?: string;
  /** The id of the `run` message that asked for it, so that the sender knows its answer. */
  requestId?: string;
  status: RunStatus;
  /** The number of its last change among all changes of its owner's runs, as text: later changes sort later. */
  cursor: string;
  inputs: Inputs;
  createdAt: string;
  /** When its last change was made. */
  changedAt: string;
  startedAt?: string;
  endedAt?: string;
  /** While it waits for others to end: how many of them go first, itself counted; 1 is the next. */
  place?: number;
  /** When Redshift began the statement whose rows these are: before `createdAt` for a result that is reused. */
  asOf?: string;
  /** When the data that those rows were made of was last loaded: the oldest of the tables that the report reads. */
  dataLoadedAt?: string;
  /** The most rows that may be read; `rows` beyond it stay in Redshift. */
  maxRows?: number;
  /** Whether its owner is told by e-mail when it ends and none of their devices is connected. */
  email?: boolean;
  /** What the Redshift Data API calls it, once it has been sent. */
  statementId?: string;
  /** Rows in the result, once it has succeeded. */
  rows?: number;
  /** The dates that relative ones stand for, by the name of their input: `{"period":"2026-11-18/2026-11-24"}`. */
  resolved?: Inputs;
  /** For a run that prepares a file and has no rows of its own: which run's rows, and as what. */
  download?: DownloadRequest & { of: string };
  error?: ErrorDetail;
  /** Of a cancelled run: the e-mail address of the operator who stopped it, if it was not its owner. */
  stoppedBy?: string;
}

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

/** How a run is asked for, beside its report. */
export interface RunWishes {
  topic?: string;
  requestId?: string;
  /** Never reuses a result and shares no statement that has begun. */
  fresh?: boolean;
  /** Tells the end by e-mail when none of the person's devices is connected then. */
  email?: boolean;
}

/** The body of `POST /reports/{report}/runs`. */
export interface RunRequest extends RunWishes {
  inputs: Inputs;
}

/** The answer of `GET /runs?since=&before=`: `cursor` is what to ask `since` the next time. */
export interface RunList {
  runs: Run[];
  cursor: string;
  /** What to ask `before` for the runs that changed before these; absent when there are none, and with `since`. */
  earlier?: string;
}

/** Anybody's run as an operator sees it: how it went, neither what was typed nor a row. */
export type OperatorRun = Omit<Run, 'inputs' | 'resolved' | 'topic' | 'requestId'> & {
  owner: string;
  ownerEmail: string;
  /** The run that leads its statement; runs of one statement share it. Absent until it is admitted. */
  statement?: string;
  /** The ARN of its execution in Step Functions, once its workflow has got that far. */
  execution?: string;
};

/** The answer of `DELETE /operations/runs/{owner}/{runId}`: how many runs are stopped with its statement. */
export interface StoppedRuns {
  runs: number;
}

/** The answer of `GET /runs/{runId}/statement`: what Redshift was sent. */
export interface RunStatement {
  sql: string;
  /** What is bound, in the order of Redshift; without values for who has not asked for the run. */
  parameters: { name: string; value?: string }[];
  /** For an operator's own run: the ARN of the execution in Step Functions. */
  execution?: string;
}

/** The answer of `GET /operations/runs?day=&page=`: the runs of one day, the latest first. */
export interface OperatorRunList {
  runs: OperatorRun[];
  /** What to ask `page` for the earlier ones; absent on the last page. */
  next?: string;
}

export interface Column {
  name: string;
  /** Redshift's own name: `int8`, `numeric`, `varchar`, `timestamp`, … */
  type: string;
}

/** Integers past 2^53 and decimals are strings with every digit. */
export type Cell = null | boolean | string | number;

/** The answer of `GET /runs/{runId}/result?page=`. */
export interface ResultPage {
  columns: Column[];
  rows: Cell[][];
  totalRows: number;
  /** What to ask `page` for the following rows; absent on the last page. */
  next?: string;
  /** On the last page that may be read, when the result goes on behind it: which limit was met. */
  capped?: { rows: number } | { bytes: number };
}

/** The answer of `GET /preferences`: what the caller has set, by name; any JSON values. */
export interface PreferenceList {
  preferences: Record<string, unknown>;
}

/** The answer of `PUT /preferences/{name}`, whose body is `{ value }`; null forgets the name. */
export interface Preference {
  name: string;
  value: unknown;
}

/** What a result can be downloaded as. */
export type DownloadFormat = 'csv' | 'xlsx' | 'parquet';

/** The body of `POST /runs/{runId}/downloads`. */
export interface DownloadRequest {
  format: DownloadFormat;
  /** For `csv`: the values as they are, without what makes the file safe and readable in a spreadsheet. */
  raw?: boolean;
}

/** One file of a download. The link needs no token, so it is as good as the file while it works. */
export interface DownloadFile {
  name: string;
  url: string;
  bytes: number;
}

/** The answer of `POST /runs/{runId}/downloads`, unless that is 202 and the run which prepares the file. */
export interface Download extends DownloadRequest {
  /** Rows in the files, without a header. */
  rows: number;
  /** When the result has more rows than may be read: how many may. */
  capped?: { rows: number };
  /** Whether the rows stand in the report's order: Redshift writes large files in no particular one. */
  ordered: boolean;
  /** When Redshift began the statement that the rows are from. */
  asOf?: string;
  /** One, unless Redshift cut what is larger than 6.2 GB. */
  files: DownloadFile[];
  /** When the links end. */
  expiresAt: string;
}

/** The answer of `POST /tickets`: a one-use pass for the WebSocket handshake. */
export interface Ticket {
  ticket: string;
  expiresAt: string;
}

/** What a client sends over the WebSocket. */
export type ClientMessage =
  | ({ action: 'run'; report: string; inputs: Inputs } & RunWishes)
  | { action: 'cancel'; runId: string; requestId?: string }
  /** Asks for every run of the caller that changed after the cursor; without one, for the recent runs. */
  | { action: 'sync'; since?: string }
  | { action: 'ping' };

/** A person's own value, or one of their verified sign-in. */
export type ValueSource = 'input' | 'sign-in';

/** A stretch of a previewed statement. Joined in order, the texts of all but the vanished are the SQL. */
export interface StatementPiece {
  kind:
    | 'space'
    | 'comment'
    | 'string'
    | 'identifier'
    | 'word'
    | 'number'
    | 'symbol'
    | 'parameter'
    | 'vanished';
  /** For `vanished`, what stands between its brackets in the file. */
  text: string;
  /** For `parameter`, the names that are bound there; for `vanished`, the inputs that are empty. */
  names?: string[];
}

/** The answer of `POST /reports/{report}/preview`: what a run would send to Redshift. */
export interface StatementPreview {
  sql: string;
  parameters: { name: string; value: string; from: ValueSource }[];
  pieces: StatementPiece[];
}

export type RunMessage = { type: 'run' } & Run;
/** The files of these reports have changed, or are gone: what the page knows of them is to be asked for again. */
export type ReportsMessage = {
  type: 'reports';
  reports: string[];
  /** Milliseconds over which to spread the asking, so that many pages do not ask at once. */
  within: number;
};
export type SyncMessage = { type: 'sync' } & RunList;
export type PongMessage = { type: 'pong' };
export type ErrorMessage = { type: 'error'; requestId?: string; topic?: string } & ErrorDetail;

/** What a client hears over the WebSocket. */
export type ServerMessage = RunMessage | ReportsMessage | SyncMessage | PongMessage | ErrorMessage;

/** `/config.json`, served by the page's own host. Addresses carry no trailing slash. */
export interface PageConfig {
  region: string;
  userPoolId: string;
  userPoolClientId: string;
  cognitoEndpoint: string;
  rest: string;
  websocket: string;
  /** Whether this Readout can send e-mail. */
  mail: boolean;
  /** Whether anybody may make an account; else an administrator invites. */
  signUp: boolean;
  /** The group whose members see how everybody's runs go; the server decides anew each time. */
  operatorGroup: string;
  /** Where the console shows an execution: its ARN follows. */
  executions: string;
  /** The IANA time zone whose day relative dates are counted from. */
  timeZone: string;
  /** The group whose members see the SQL of reports. */
  engineerGroup: string;
}
