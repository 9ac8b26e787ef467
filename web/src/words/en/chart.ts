const count = (number: number) => number.toLocaleString('en');

export const chart = {
  loading: 'Drawing the chart',
  none: 'These rows have nothing that could be drawn.',
  types: {
    line: 'Line',
    area: 'Area',
    bar: 'Bar',
    scatter: 'Scatter',
    pie: 'Pie',
    'heat-map': 'Heat map',
    number: 'Big number',
  },
  type: 'Chart type',
  settings: 'Chart settings',
  x: 'Horizontal axis',
  slices: 'Slices',
  numberOf: 'Of which',
  y: 'Measured',
  series: 'One colour for each',
  rows: 'Rows',
  nothing: 'Nothing',
  stacked: 'On top of one another',
  log: 'Logarithmic scale',
  sort: 'Order',
  sorts: { rows: 'As the rows come', x: 'By name', largest: 'Largest first', smallest: 'Smallest first' },
  top: 'How many of the largest',
  topHelp: 'All when empty.',
  topWrong: (most: number) => `Enter a whole number from 1 to ${most}.`,
  combine: 'Rows that share a place',
  combines: {
    sum: 'Added up',
    mean: 'Mean',
    least: 'Least',
    greatest: 'Greatest',
    count: 'Counted',
  },
  compare: 'Compare with',
  compares: { none: 'Nothing', previous: 'The row before', first: 'The first row' },
  byHand: 'Drawn as you chose.',
  reset: 'Draw as the report says',
  resetGuess: 'Draw as the columns suggest',
  save: 'Save picture',
  png: 'PNG',
  svg: 'SVG',
  saveFailed: 'The picture could not be made.',
  hide: (series: string) => `Hide ${series}`,
  show: (series: string) => `Show ${series}`,
  legend: 'Series',
  clock: (zone: string) => `Times are in ${zone}.`,
  percent: (share: number) => share.toLocaleString('en', { style: 'percent', maximumFractionDigits: 1 }),
  missing: (columns: string[]) =>
    `The chart of this report draws ${columns.join(', ')}, which this result does not have; it is drawn as its columns suggest.`,
  capped: (readable: number, all: number) =>
    `Only the first ${count(readable)} of ${count(all)} rows can be read; the others are not in it.`,
  incomplete: (rows: number) =>
    `Drawn from the ${count(rows)} rows that are loaded; the result has more of them.`,
  combined: {
    sum: (x: string) => `Rows with the same ${x} are added up.`,
    mean: (x: string) => `Rows with the same ${x} are drawn as their mean.`,
    least: (x: string) => `Of rows with the same ${x} the least is drawn.`,
    greatest: (x: string) => `Of rows with the same ${x} the greatest is drawn.`,
    count: (x: string) => `Values with the same ${x} are counted.`,
  },
  unplaced: (lost: number, x: string) =>
    lost === 1
      ? `1 value without a ${x} is not drawn.`
      : `${count(lost)} values without a ${x} are not drawn.`,
  thinned: (rows: number, from: number, to: number) =>
    `Drawn from ${count(rows)} rows, thinned from ${count(from)} to ${count(to)} points; peaks and gaps are kept.`,
  thinnedPoints: (rows: number, from: number, to: number) =>
    `Drawn from ${count(rows)} rows, thinned from ${count(from)} to ${count(to)} points; what lies upon a point is not drawn again.`,
  topSeries: (most: number, all: number) => `The ${count(most)} largest of ${count(all)} series are drawn.`,
  topXs: (most: number, all: number, x: string) =>
    `The ${count(most)} largest of ${count(all)} values of ${x} are drawn.`,
  topAdded: (most: number, all: number) =>
    `The ${count(most)} largest of ${count(all)} are drawn by themselves, the others added up.`,
  first: (most: number, all: number, name: string) =>
    `The first ${count(most)} of ${count(all)} values of ${name} are drawn.`,
  others: (left: number) => `Others (${count(left)})`,
  notLogarithmic: (lost: number) =>
    lost === 1
      ? '1 value that is zero or less cannot be drawn on a logarithmic scale.'
      : `${count(lost)} values that are zero or less cannot be drawn on a logarithmic scale.`,
  notSliced: (lost: number) =>
    lost === 1 ? '1 value below zero is no slice.' : `${count(lost)} values below zero are no slices.`,
  caption: (y: string, x: string) => `${y} by ${x}`,
  describe: (type: string, caption: string, places: number) =>
    `${type} chart: ${caption}, ${count(places)} ${places === 1 ? 'place' : 'places'}.`,
  from: (first: string, last: string) => `From ${first} to ${last}.`,
  extremes: (name: string, least: string, atLeast: string, greatest: string, atGreatest: string) =>
    `${name}: least ${least} at ${atLeast}, greatest ${greatest} at ${atGreatest}.`,
  table: 'The rows themselves are in the table.',
  keys: 'Arrow keys walk along the chart, with Shift they select, Enter filters the rows.',
  than: (difference: string, percent: string | undefined, of: string) =>
    percent === undefined ? `${difference} against ${of}` : `${difference} (${percent}) against ${of}`,
  same: (of: string) => `The same as ${of}`,
  row: { previous: 'the row before', first: 'the first row' },
  unknown: (of: string) => `Cannot be compared with ${of}`,
};
