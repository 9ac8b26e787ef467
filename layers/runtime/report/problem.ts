/** What is wrong with a file, and where: `at` is an offset in UTF-16 units. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/** The line, from 1, of an offset. */
export const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;
