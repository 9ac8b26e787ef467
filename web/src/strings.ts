import type { PageErrorName } from './data/readout-error.ts';
import type { Problem } from './form/validate.ts';

/** Every word that the page says, in one place, so that another language is another file of this shape. */
export const strings = {
  product: 'Readout',
  connection: {
    states: {
      closed: 'closed',
      connecting: 'connecting',
      open: 'open',
      reconnecting: 'reconnecting',
      asking: 'by asking',
    },
    label: (state: string) => `Connection: ${state}`,
    open: 'Open Connection',
    close: 'Close Connection',
    lost: 'The connection is lost',
    why: (reason: string) => `${reason} Trying again by itself.`,
    hints: {
      closed: {
        title: 'The connection is closed',
        text: 'Runs still work; the page asks for their state every few seconds.',
      },
      asking: {
        title: 'WebSockets are blocked',
        text: 'Something between this page and the server lets no WebSocket through. Everything works all the same: the page asks for news every few seconds, and tries again by itself.',
      },
    },
  },
  theme: { label: 'Appearance', light: 'Light', dark: 'Dark', system: 'As the system' },
  account: { label: 'Account', signOut: 'Sign out' },
  navigation: {
    title: 'Navigation',
    open: 'Open navigation',
    close: 'Close navigation',
    breadcrumbs: 'Breadcrumbs',
    notifications: 'Notifications',
    reports: 'Reports',
    sideBySide: 'Side by side',
    runs: 'Runs',
  },
  signIn: {
    title: 'Sign in',
    lead: 'Welcome back.',
    email: 'Email',
    password: 'Password',
    newPassword: 'New password',
    reveal: 'Show what I type',
    submit: 'Sign in',
    forgot: 'Forgot your password?',
    noAccount: 'New here?',
    toSignUp: 'Create account',
    hasAccount: 'Already have an account?',
    back: 'Back to sign in',
    signUpTitle: 'Create your account',
    signUp: 'Create account',
    rules: {
      length: 'At least 8 characters',
      upper: 'An upper-case letter',
      lower: 'A lower-case letter',
      digit: 'A digit',
      special: 'A special character',
    },
    kept: (rule: string) => `${rule}: yes`,
    notKept: (rule: string) => `${rule}: not yet`,
    passwordWeak: 'Choose a password that keeps every rule below.',
    emailMissing: 'Enter your e-mail address.',
    passwordMissing: 'Enter your password.',
    codeMissing: 'Enter the code from the e-mail.',
    confirmTitle: 'Check your e-mail',
    confirmLead: (email: string) => `We sent a code to ${email}.`,
    code: 'Verification code',
    confirm: 'Verify',
    resend: 'Send another code',
    resent: 'Another code is on its way.',
    forgotTitle: 'Forgotten password',
    forgotLead: 'We send a code to your e-mail address; with it you choose another password.',
    sendCode: 'Send code',
    resetTitle: 'Choose another password',
    reset: 'Change password',
    choosePasswordTitle: 'Choose a new password',
    choosePasswordLead: 'Yours was made by an administrator. Choose one that only you know.',
    choosePassword: 'Set password',
    confirmed: 'Your address is verified. Sign in to go on.',
    passwordChanged: 'Your password is changed. Sign in with it.',
    pitch: 'Answers from Redshift, the moment they are ready.',
    points: [
      'Pick a report, fill in a short form, press Run.',
      'Go and do something else: the answer comes to you.',
      'Every row and every digit, never cut short in silence.',
    ],
  },
  reports: {
    title: 'Reports',
    lead: 'Pick a report, choose its inputs and run it.',
    search: 'Find a report',
    tags: 'Tags',
    anyTag: 'Any tag',
    count: (shown: number, all: number) => (shown === all ? `(${all})` : `(${shown} of ${all})`),
    matches: (n: number) => (n === 1 ? '1 match' : `${n} matches`),
    loading: 'Loading the reports',
    noneTitle: 'No reports yet',
    none: 'A report is a SQL file under sql/reports. As soon as one is there, it is listed here.',
    noMatchTitle: 'No report matches',
    noMatch: 'Nothing has these words and tags.',
    clear: 'Clear the search',
    inputs: (n: number) => (n === 0 ? 'No inputs' : n === 1 ? '1 input' : `${n} inputs`),
  },
  report: {
    loading: 'Loading the report',
    inputs: 'Inputs',
    noInputs: 'This report needs no inputs.',
    run: 'Run',
    email: 'E-mail me when it is done, if I am away',
    cancel: 'Cancel',
    shortcut: (key: string) => `${key} runs it`,
    copyLink: 'Copy link',
    copied: 'The link is copied',
    copyFailed: 'The link could not be copied',
    compare: 'Open side by side',
    source: 'Source',
    result: 'Result',
    notRunTitle: 'Nothing has run yet',
    notRun: 'Choose the inputs and press Run. You may leave this page meanwhile; the run goes on.',
    changed: 'The inputs have changed since this run.',
  },
  field: {
    optional: 'optional',
    choose: 'Choose',
    any: 'Any',
    chooseSeveral: 'Choose one or more',
    yes: 'Yes',
    no: 'No',
    onePerLine: 'One value per line.',
    utc: 'In UTC.',
    whenEmpty: (value: string) => `When empty: ${value}.`,
    between: (least: string, most: string) => `From ${least} to ${most}.`,
    date: 'Date',
    time: 'Time (UTC)',
    from: 'Choose a date range',
    loadingChoices: 'Loading the choices',
    choicesFailed: 'The choices could not be loaded.',
    retry: 'Try again',
    noChoices: 'There are no choices',
    noMatch: 'No choice matches',
    moreChoices: (n: number) => `Only the first ${n.toLocaleString('en')} choices are listed.`,
    find: 'Find a choice',
    remove: (label: string) => `Remove ${label}`,
    chosen: (n: number) => (n === 1 ? '1 chosen' : `${n} chosen`),
    backwardsRange: 'The range ends before it begins.',
    emptyRange: 'Choose both a first and a last day.',
  },
  run: {
    asked: 'Asking',
    refused: 'Not run',
    queued: 'Queued',
    inLine: (place: number) => `Queued, ${ordinal(place)} in line`,
    running: 'Running',
    succeeded: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
    cancelling: 'Cancelling',
    forTime: (time: string) => `for ${time}`,
    rows: (n: number) => (n === 1 ? '1 row' : `${n.toLocaleString('en')} rows`),
    took: (time: string) => `in ${time}`,
    announce: (title: string, status: string) => `${title}: ${status}`,
    asOf: (moment: string) => `Data as of ${moment}`,
    fresh: 'Run again, fresh',
    about: 'About this run',
    fields: {
      report: 'Report',
      inputs: 'Inputs',
      status: 'Status',
      created: 'Asked for',
      started: 'Started',
      ended: 'Ended',
      asOf: 'Data as of',
      rows: 'Rows',
      runId: 'Run',
      statementId: 'Statement',
    },
    noInputs: 'None',
    waitingTitle: 'The answer is on its way',
    waiting: 'It appears here by itself. Large questions may take minutes; you need not wait on this page.',
    cancelledTitle: 'This run was cancelled',
    cancelledBody: 'Press Run to ask again.',
  },
  runs: {
    title: 'Runs',
    lead: 'What you have run, on any device, as it stands this moment.',
    columns: {
      report: 'Report',
      status: 'Status',
      when: 'Asked for',
    },
    noneTitle: 'No runs yet',
    none: 'Run a report, and it is listed here with its result.',
    toReports: 'Go to the reports',
    again: 'Run again',
    loading: 'Loading the run',
  },
  result: {
    loading: 'Loading the rows',
    label: 'Result rows',
    null: 'NULL',
    more: 'Load more rows',
    showing: (shown: number, all: number) =>
      shown === all
        ? `All ${all.toLocaleString('en')} rows`
        : `Showing ${shown.toLocaleString('en')} of ${all.toLocaleString('en')} rows`,
    sortHint: 'Columns sort once every row is loaded.',
    capped: (readable: number, all: number) =>
      `The first ${readable.toLocaleString('en')} of ${all.toLocaleString('en')} rows can be read; narrow the inputs to see the rest.`,
    cappedByBytes: (most: string, readable: number, all: number) =>
      `A result can be read up to ${most}, which is its first ${readable.toLocaleString('en')} of ${all.toLocaleString('en')} rows; narrow the inputs to see the rest.`,
    noneTitle: 'No rows',
    none: 'The query ran well; nothing matches these inputs.',
    failed: 'The rows could not be loaded.',
  },
  sideBySide: {
    title: 'Side by side',
    lead: 'Two reports over one connection. Each half hears only of its own runs.',
    left: 'Left report',
    right: 'Right report',
    pick: 'Pick a report',
    emptyTitle: 'Nothing here yet',
    empty: 'Pick a report above to see it beside the other one.',
  },
  nowhere: { title: 'There is nothing at this address', back: 'Go to the reports' },
  retry: 'Try again',
  dismiss: 'Dismiss',
  starting: 'Starting',
  startFailed: 'Readout could not start',
  connecting: 'Signing in',
} as const;

/** What an error means to a person: a heading; the server's own sentence follows it. */
export const errorTitles: Record<PageErrorName, string> = {
  InvalidInput: 'An input needs another look',
  InvalidTemplate: 'This report is broken',
  ReportNotFound: 'There is no such report',
  RunNotFound: 'There is no such run among yours',
  InvalidPage: 'This page of the result cannot be found',
  ResultNotReady: 'The result is not ready yet',
  ResultExpired: 'The result is no longer kept',
  RunEnded: 'The run was over already',
  TooManyRuns: 'Too many of your runs are waiting',
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

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** `1st`, `2nd`, `11th`, `23rd`. */
function ordinal(n: number): string {
  return `${n}${ENDINGS[ORDINALS.select(n)] ?? 'th'}`;
}

/** Why a field's value does not do. */
export function problemText(problem: Problem, type: string): string {
  switch (problem.kind) {
    case 'required':
      return 'This is required.';
    case 'type':
      return TYPE_HINTS[type] ?? 'This value does not fit.';
    case 'tooSmall':
      return `The least is ${problem.least}.`;
    case 'tooLarge':
      return `The most is ${problem.most}.`;
    case 'tooLong':
      return `At most ${problem.most} characters.`;
    case 'backwards':
      return strings.field.backwardsRange;
  }
}

const TYPE_HINTS: Record<string, string> = {
  integer: 'Enter a whole number, such as 42.',
  number: 'Enter a number, such as 12.5.',
  boolean: 'Choose yes or no.',
  date: 'Enter a date as YYYY-MM-DD.',
  datetime: 'Choose a date and a time.',
  month: 'Enter a month as YYYY-MM.',
  'date-range': 'Choose a first and a last day.',
};

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

export const authErrorOther = 'This did not work. Try again in a moment.';
