export const dashboards = {
  title: 'Dashboards',
  lead: 'Several reports on one page, with the same inputs.',
  loading: 'Loading the dashboards',
  noneTitle: 'No dashboards yet',
  none: 'A dashboard is a YAML file under sql/dashboards. As soon as one is there, it is listed here.',
  tiles: (n: number) => (n === 1 ? '1 tile' : `${n} tiles`),
  refreshes: (every: string) => `refreshed every ${every}`,
  brokenTitle: 'This dashboard is broken',
};

export const dashboard = {
  loading: 'Loading the dashboard',
  inputs: 'Inputs for every tile',
  noInputs: 'This dashboard needs no inputs.',
  run: 'Run',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  reset: 'Reset arrangement',
  owner: 'Owner',
  changed: 'The inputs have changed since these tiles ran. Press Run to bring them up to date.',
  running: (open: number, all: number) => `${open} of ${all} tiles on their way`,
  finished: (done: number, failed: number) =>
    failed === 0 ? `${tilesText(done)} done` : `${tilesText(done)} done, ${failed} not`,
  refreshIn: (time: string) => `Refreshes in ${time}`,
  refreshPaused: (time: string) => `Refresh paused, ${time} left`,
  refreshLater: (every: string) => `Refreshes every ${every} once it has run`,
  pause: 'Pause refreshing',
  resume: 'Go on refreshing',
};

export const tile = {
  notRun: 'Not run yet',
  run: (title: string) => `Run ${title}`,
  refresh: (title: string) => `Ask Redshift again: ${title}`,
  cancel: (title: string) => `Cancel ${title}`,
  open: (title: string) => `Open as report: ${title}`,
  hints: {
    run: 'Run this tile',
    refresh: 'Ask Redshift again',
    cancel: 'Cancel',
    open: 'Open as report',
  },
  asOf: (moment: string, age: string) => `Data as of ${moment}, ${age}`,
  dataLoaded: (moment: string, age: string) => `Data loaded ${moment}, ${age}`,
  firstRows: (shown: number, all: number) =>
    `First ${shown.toLocaleString('en')} of ${all.toLocaleString('en')} rows; the report has them all.`,
  partly: (shown: number, all: number) =>
    `Made of the first ${shown.toLocaleString('en')} of ${all.toLocaleString('en')} rows.`,
  lastOf: (n: number) => `The last of ${n.toLocaleString('en')} rows`,
  noRows: 'No rows for these inputs',
  noColumn: (name: string) => `The result has no column ${name}.`,
  drag: (title: string) => `Move ${title}`,
  dragHelp:
    'Press Space or Enter to begin, the arrow keys to move, Space or Enter to drop, and Escape to leave it where it was.',
  resize: (title: string) => `Resize ${title}`,
  resizeHelp:
    'Press Space or Enter to begin, the arrow keys to resize, Space or Enter to keep the size, and Escape to leave it as it was.',
};

export const board = {
  moving: 'Moving',
  resizing: 'Resizing',
  placed: (column: number, row: number) => `Column ${column}, row ${row}`,
  sized: (columns: number, rows: number) => `${columns} columns wide, ${rows} rows high`,
  smallest: 'as small as it can be',
  inTheWay: (titles: string[]) => `In the way: ${titles.join(', ')}`,
  moved: (n: number) => (n === 1 ? '1 other tile makes room' : `${n} other tiles make room`),
  dropped: 'Done',
  discarded: 'Left as it was',
};

const tilesText = (n: number) => (n === 1 ? '1 tile' : `${n} tiles`);
