import type { ErrorDetail, ErrorName, Place } from './contracts.ts';

/** Every error a client can meet: its HTTP status and when it happens. docs/errors.md repeats this list. */
export const ERRORS = {
  InvalidInput: {
    status: 400,
    when: 'An input is missing, unknown, ill-typed or out of bounds; `field` names it.',
  },
  InvalidTemplate: {
    status: 500,
    when: 'A file of the report, dashboard or pipeline is broken; the message says how, and `at` where.',
  },
  ReportNotFound: { status: 404, when: 'There is no report of that id.' },
  DashboardNotFound: { status: 404, when: 'There is no dashboard of that id.' },
  PipelineNotFound: { status: 404, when: 'There is no pipeline of that id.' },
  RunNotFound: { status: 404, when: 'There is no run of that id, or it is not the caller’s to see.' },
  ScheduleNotFound: { status: 404, when: 'There is no schedule of that id, or it is not the caller’s.' },
  InvalidPage: { status: 400, when: 'The `page` token was not made by this result.' },
  ResultNotReady: {
    status: 409,
    when: 'The run has no result yet, or failed or was cancelled and has none; or it has not been sent to Redshift.',
  },
  ResultExpired: {
    status: 410,
    when: 'Redshift keeps a result and its SQL for 24 hours; run the report again.',
  },
  FileTooLarge: {
    status: 422,
    when: 'The rows do not fit into a file of this format; the message says which one to use.',
  },
  RunEnded: { status: 409, when: 'The run has already ended, so it cannot be cancelled.' },
  PipelineBusy: {
    status: 409,
    when: 'The pipeline runs already, and does not say that its runs may overlap.',
  },
  NothingToRetry: {
    status: 409,
    when: 'The pipeline run has not failed or been cancelled, or its step is no longer there.',
  },
  TooManyRuns: { status: 429, when: 'Too many runs of the caller are waiting already; let some end first.' },
  TooManySchedules: { status: 429, when: 'The caller has as many schedules as are kept for one person.' },
  BudgetSpent: {
    status: 429,
    when: 'The caller’s groups have spent their time in Redshift for today; it begins anew at midnight UTC.',
  },
  TimedOut: {
    status: 422,
    when: 'The statement took longer than its report or pipeline allows, and was stopped.',
  },
  ReportChanged: { status: 409, when: 'The report was changed while the run waited; run it again.' },
  InvalidMessage: {
    status: 400,
    when: 'A message or body is not JSON, has no known action, or lacks a field.',
  },
  InvalidTicket: { status: 401, when: 'The ticket is used, expired or made up; ask for another.' },
  Unauthorized: { status: 401, when: 'The token is missing, expired or for another client; sign in again.' },
  AccessDenied: {
    status: 403,
    when: 'The caller is in none of the groups that the report, dashboard or pipeline is for, is no operator, or the report hides its SQL.',
  },
  QueryFailed: {
    status: 422,
    when: 'Redshift refused or failed the statement; the message is its own, and `at` where in the file, if it says.',
  },
  Unavailable: { status: 503, when: 'A service did not answer in time; trying again may help.' },
  InternalError: { status: 500, when: 'Anything else; the details are in the log only.' },
} as const satisfies Record<ErrorName, { status: number; when: string }>;

/** An error that may be told to the client as it is. `name` is on the wire, in the workflow and in the docs. */
export class KnownError extends Error {
  readonly status: number;

  constructor(
    override readonly name: ErrorName,
    message: string,
    readonly field?: string,
    readonly at?: Place,
  ) {
    super(message);
    this.status = ERRORS[name].status;
  }
}

/** `field` is the input's name; the message says what was expected. */
export class InvalidInput extends KnownError {
  constructor(field: string, message: string) {
    super('InvalidInput', message, field);
  }
}

/** `at` is where in the report's file it is wrong. */
export class InvalidTemplate extends KnownError {
  constructor(message: string, at?: Place) {
    super('InvalidTemplate', message, undefined, at);
  }
}

/** Declares one error that needs nothing but a message. */
const named = (name: ErrorName) =>
  class extends KnownError {
    constructor(message: string) {
      super(name, message);
    }
  };

export class ReportNotFound extends named('ReportNotFound') {}
export class DashboardNotFound extends named('DashboardNotFound') {}
export class PipelineNotFound extends named('PipelineNotFound') {}
export class RunNotFound extends named('RunNotFound') {}
export class ScheduleNotFound extends named('ScheduleNotFound') {}
export class InvalidPage extends named('InvalidPage') {}
export class ResultNotReady extends named('ResultNotReady') {}
export class ResultExpired extends named('ResultExpired') {}
export class FileTooLarge extends named('FileTooLarge') {}
export class RunEnded extends named('RunEnded') {}
export class PipelineBusy extends named('PipelineBusy') {}
export class NothingToRetry extends named('NothingToRetry') {}
export class TooManyRuns extends named('TooManyRuns') {}
export class TooManySchedules extends named('TooManySchedules') {}
export class BudgetSpent extends named('BudgetSpent') {}
export class TimedOut extends named('TimedOut') {}
export class ReportChanged extends named('ReportChanged') {}
export class InvalidMessage extends named('InvalidMessage') {}
export class InvalidTicket extends named('InvalidTicket') {}
export class Unauthorized extends named('Unauthorized') {}
export class AccessDenied extends named('AccessDenied') {}
export class QueryFailed extends named('QueryFailed') {}
export class Unavailable extends named('Unavailable') {}
export class InternalError extends named('InternalError') {}

/** Whether an error may be told to the client as it is; any other becomes InternalError and goes to the log. */
export const isKnown = (error: unknown): error is KnownError => error instanceof KnownError;

/** The error as the client is told it. What an unknown error says stays in the log. */
export const detailOf = (error: unknown): ErrorDetail =>
  isKnown(error)
    ? {
        name: error.name,
        message: error.message,
        ...(error.field !== undefined && { field: error.field }),
        ...(error.at && { at: error.at }),
      }
    : { name: 'InternalError', message: 'Something went wrong on our side.' };
