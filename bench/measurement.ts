/** One line of a bench: what was measured, against what, in the same run. */
export interface Measurement {
  what: string;
  /** What the baseline does. */
  baseline: string;
  measured: number;
  against: number;
  /** Of both numbers, e.g. `ms`. */
  unit: string;
  note?: string;
}

/** What a bench found: the lines of its table, and what is to be said of them. */
export interface Findings {
  measurements: Measurement[];
  notes: string[];
}

export const tableOf = (measurements: Measurement[]): string =>
  [
    '| What | Measured | Baseline | | Ratio | |',
    '|---|---:|---|---:|---:|---|',
    ...measurements.map(
      ({ what, baseline, measured, against, unit, note = '' }) =>
        `| ${what} | ${rounded(measured)} ${unit} | ${baseline} | ${rounded(against)} ${unit} | ${rounded(measured / against)} | ${note} |`,
    ),
  ].join('\n');

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** The median of several times, in milliseconds; the first call warms up and does not count. */
export const medianMs = async (times: number, action: () => Promise<unknown>): Promise<number> => {
  await action();
  const taken: number[] = [];
  for (let count = 0; count < times; count += 1) {
    const from = performance.now();
    await action();
    taken.push(performance.now() - from);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
};
