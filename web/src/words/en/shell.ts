export const theme = { label: 'Appearance', light: 'Light', dark: 'Dark', system: 'As the system' };

export const language: string = 'Language';

export const account = { label: 'Account', signOut: 'Sign out' };

export const navigation = {
  title: 'Navigation',
  open: 'Open navigation',
  close: 'Close navigation',
  breadcrumbs: 'Breadcrumbs',
  notifications: 'Notifications',
  reports: 'Reports',
  dashboards: 'Dashboards',
  pipelines: 'Pipelines',
  schedules: 'Scheduled',
  sideBySide: 'Side by side',
  runs: 'Runs',
  compare: 'Compare two runs',
  operations: 'Operations',
};

export const nowhere = { title: 'There is nothing at this address', back: 'Go to the reports' };

export const product: string = 'Readout';
export const retry: string = 'Try again';
export const dismiss: string = 'Dismiss';
export const starting: string = 'Starting';
export const loadingView: string = 'Loading';
export const toContent: string = 'Skip to the content';
export const startFailed: string = 'Readout could not start';
export const connecting: string = 'Signing in';
