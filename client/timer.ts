/** Calls back once after so many milliseconds, unless what it returns is called first. */
export type After = (milliseconds: number, callback: () => void) => () => void;

export const after: After = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};
