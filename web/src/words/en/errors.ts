import type { ClientErrorName } from '@readout/client';
import type { ErrorTexts } from '../error-texts.ts';

/** What an error means to a person: a heading; a sentence follows it. */
export const errorTitles: Record<ClientErrorName, string> = {
  InvalidInput: 'An input needs another look',
  InvalidTemplate: 'The file of this report, dashboard or pipeline is broken',
  ReportNotFound: 'There is no such report',
  DashboardNotFound: 'There is no such dashboard',
  PipelineNotFound: 'There is no such pipeline',
  RunNotFound: 'There is no such run among yours',
  ScheduleNotFound: 'There is no such schedule among yours',
  InvalidPage: 'This page of the result cannot be found',
  ResultNotReady: 'The result is not ready yet',
  ResultExpired: 'The result is no longer kept',
  FileTooLarge: 'The result does not fit into such a file',
  RunEnded: 'The run was over already',
  PipelineBusy: 'The pipeline is running already',
  NothingToRetry: 'There is nothing to run again',
  TooManyRuns: 'Too many of your runs are waiting',
  TooManySchedules: 'You have as many schedules as are kept',
  BudgetSpent: 'Today’s time in Redshift is spent',
  TimedOut: 'The query took too long and was stopped',
  ReportChanged: 'The report has changed meanwhile',
  InvalidMessage: 'The server did not understand the page',
  InvalidTicket: 'The connection was refused',
  Unauthorized: 'Please sign in again',
  AccessDenied: 'You may not do this',
  QueryFailed: 'Redshift could not run the query',
  Unavailable: 'The server is not available just now',
  InternalError: 'Something went wrong on the server',
  Offline: 'The server cannot be reached',
};

/** The server's own sentences are in this language. */
export const errorTexts: ErrorTexts = {};

/** What Cognito refuses, by its error name, in words that say what to do. */
export const authErrors: Record<string, string> = {
  NotAuthorizedException: 'The e-mail address or the password is not right.',
  UserNotFoundException: 'The e-mail address or the password is not right.',
  UsernameExistsException: 'There is an account with this address already. Sign in instead.',
  InvalidPasswordException: 'This password does not keep every rule.',
  CodeMismatchException: 'This is not the code we sent. Look at the newest e-mail and try again.',
  ExpiredCodeException: 'This code has expired. Ask for another one.',
  LimitExceededException: 'Too many tries. Wait a few minutes and try again.',
  TooManyRequestsException: 'Too many tries. Wait a few minutes and try again.',
  TooManyFailedAttemptsException: 'Too many wrong codes. Wait a few minutes and try again.',
  CodeDeliveryFailureException: 'The e-mail could not be sent. Is the address right?',
  InvalidParameterException: 'This does not look like an e-mail address that can be used.',
  SignInExpired: 'This took too long. Go back and sign in again.',
  PasswordResetRequiredException: 'Your password must be changed. Use “Forgot your password?”.',
  UserDisabledException: 'This account is switched off. Ask whoever runs Readout.',
  NetworkError: 'The server cannot be reached. Is the network up?',
};

export const authErrorOther: string = 'This did not work. Try again in a moment.';
