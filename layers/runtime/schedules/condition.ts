/** What a condition may compare the number of rows by. */
const COMPARISONS: Record<string, (rows: number, than: number) => boolean> = {
  '>': (rows, than) => rows > than,
  '>=': (rows, than) => rows >= than,
  '<': (rows, than) => rows < than,
  '<=': (rows, than) => rows <= than,
  '=': (rows, than) => rows === than,
  '!=': (rows, than) => rows !== than,
};

/** `rows > 0`: a form of its own, no SQL and no expression. */
const FORM = /^rows (>|>=|<|<=|=|!=) (\d{1,9})$/;

export const isCondition = (text: string): boolean => FORM.test(text);

/** Whether a condition holds for a result of so many rows; without one it always does. */
export const holdsFor = (condition: string | undefined, rows: number): boolean => {
  if (condition === undefined) return true;
  const [, comparison = '', than] = FORM.exec(condition) ?? [];
  const compare = COMPARISONS[comparison];
  if (!compare) throw new Error(`unchecked condition: ${condition}`);
  return compare(rows, Number(than));
};
