/** What one run asks for. */
export interface Wanted {
  report: string;
  inputs: Record<string, string | number>;
}

/** One run after the other, of which every so many-th asks what nobody has asked before. */
export const newMix = (): ((every: number) => Wanted) => {
  let number = 0;
  return (every) => {
    number += 1;
    return number % every === 0 ? unseen(number) : popular(number);
  };
};

const month = (number: number): string => `2015-${`${1 + (number % 12)}`.padStart(2, '0')}`;

/** What many ask: payments of a month, or the airports. */
const popular = (number: number): Wanted =>
  number % 4 < 2
    ? { report: 'taxi/payments', inputs: { month: month(number) } }
    : { report: 'flights/airports', inputs: {} };

/** 0.01 to 99.99 miles: with the month beside it, tens of thousands of inputs pass before one comes again. */
const unseen = (number: number): Wanted => ({
  report: 'taxi/payments',
  inputs: { month: month(number), longer_than: (1 + (number % 9_999)) / 100 },
});
