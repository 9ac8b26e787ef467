const n = (count: number): string => count.toLocaleString('en');

export const pipelines = {
  title: 'Pipelines',
  lead: 'SQL scripts that load, transform and check data, step by step.',
  loading: 'Reading the pipelines',
  noneTitle: 'No pipelines',
  none: 'There is none yet that you may see.',
  brokenTitle: 'Its files are broken',
  scripts: (scripts: number, steps: number) =>
    `${scripts === 1 ? '1 script' : `${n(scripts)} scripts`} in ${steps === 1 ? '1 step' : `${n(steps)} steps`}`,
};

export const pipeline = {
  loading: 'Reading the pipeline',
  inputs: 'Inputs',
  noInputs: 'This pipeline asks for nothing.',
  start: 'Start',
  starting: 'Starting',
  running: 'It is running; it may be started again when it has ended.',
  startsBy: 'Starts by itself',
  onSchedule: (cron: string, timeZone: string) => `${cron}, ${timeZone}`,
  onObject: (prefix: string) => `when a file arrives under ${prefix}`,
  onSuccess: (pipeline: string) => `when ${pipeline} has succeeded`,
  writes: 'Loads',
  about: 'What it does',
  step: (number: number) => `Step ${number}`,
  sideBySide: 'side by side',
  runs: 'Latest runs',
  noRunsTitle: 'It has not run yet',
  noRuns: 'Its runs appear here, live, whoever or whatever starts them.',
  open: 'Open',
};

export const pipelineRun = {
  loading: 'Reading the run',
  statuses: {
    queued: 'Starting',
    running: 'Running',
    succeeded: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
  scripts: {
    waiting: 'Waiting',
    running: 'Running',
    succeeded: 'Done',
    failed: 'Failed',
    skipped: 'Skipped',
    cancelled: 'Cancelled',
  },
  forTime: (time: string) => `for ${time}`,
  inTime: (time: string) => `in ${time}`,
  progress: (done: number, all: number) => `${n(done)} of ${n(all)} scripts done`,
  cancelling: (email: string) =>
    `${email} has cancelled it. It ends as soon as Redshift has ended its scripts.`,
  cancel: 'Cancel',
  cancelTitle: 'Cancel this run?',
  cancelBody:
    'The scripts that run now are ended in Redshift and change nothing; those that are done stay done.',
  keep: 'Let it run',
  retry: 'Run again from the failed step',
  retryOf: 'Continues',
  earlierRun: 'an earlier run',
  startedBy: 'Started by',
  bySchedule: (cron: string, timeZone: string) => `the schedule ${cron}, ${timeZone}`,
  byObject: (key: string) => `the file ${key}`,
  byPipeline: (pipeline: string) => `the success of ${pipeline}`,
  when: 'Started',
  ended: 'Ended',
  inputs: 'Inputs',
  noInputs: 'None',
  statement: 'Statement',
  announce: (title: string, status: string) => `${title}: ${status}`,
};
