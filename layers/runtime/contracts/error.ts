/** Every error that a client can meet, by name. */
export type ErrorName =
  | 'InvalidInput'
  | 'InvalidTemplate'
  | 'ReportNotFound'
  | 'DashboardNotFound'
  | 'PipelineNotFound'
  | 'RunNotFound'
  | 'ScheduleNotFound'
  | 'InvalidPage'
  | 'ResultNotReady'
  | 'ResultExpired'
  | 'FileTooLarge'
  | 'RunEnded'
  | 'PipelineBusy'
  | 'NothingToRetry'
  | 'TooManyRuns'
  | 'TooManySchedules'
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

/** A place in the file of a report, or of a script. */
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
  /** Where in the file of the report, or of the script, it is, when that is known. */
  at?: Place;
}

/** The body of every REST answer that is not a success. */
export interface ErrorBody {
  error: ErrorDetail;
}
