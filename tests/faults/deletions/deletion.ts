/** Something that could be left out: a condition, a repetition, a step. Whoever leaves it out must break a test. */
export interface Deletion {
  /** What it is there for. */
  why: string;
  /** From the project's folder. */
  file: string;
  /** Stands once in the file. */
  find: string;
  replace: string;
  /** Folders of tests, with spaces; else that of the file. */
  tests?: string;
  /** Whose fault plans are tried; else those of reports. */
  design?: 'readout' | 'pipelines';
}

/** The text of a file without it. Throws when what is to be found is not there just once. */
export const without = ({ file, find, replace }: Deletion, text: string): string => {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times, instead of once: ${find}`);
  return parts.join(replace);
};
