/** What one person does with one of their devices at one moment. */
export type Deed =
  /** Runs a report; few different values, so that runs are equal to one another. */
  | { do: 'run'; report: number; value: number; fresh: boolean; email: boolean }
  /** Cancels one of the runs that the device shows as unfinished. */
  | { do: 'cancel'; which: number }
  /** Starts a pipeline. */
  | { do: 'start'; pipeline: number; value: number }
  /** Cancels one of the runs of pipelines that the device shows as unfinished, or runs one again that has failed. */
  | { do: 'stop' | 'retry'; which: number }
  /** Has no network for so many milliseconds. */
  | { do: 'offline'; for: number }
  /**
   * Closes the page and opens a new one, which knows nothing, after so many milliseconds; `everywhere` signs out, which
   * ends the connections of all devices.
   */
  | { do: 'reopen'; after: number; everywhere: boolean };

export interface Action {
  /** Milliseconds since the beginning. */
  at: number;
  person: number;
  device: number;
  deed: Deed;
}

/** What a number of people do, each with some devices. */
export interface Script {
  /** The number of devices of each person. */
  devices: number[];
  actions: Action[];
  /** For how many milliseconds things are done and go wrong. */
  lasts: number;
  /** When another version of the shared report is shipped, in milliseconds since the beginning. */
  ships?: number | undefined;
}

/** The reports of every script: one that is quick to say, one that fails, one that is shared by cache. */
export const reports = ['orders/daily', 'orders/cached', 'orders/broken', 'orders/limited'];
