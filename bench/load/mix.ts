/** What one run asks for. */
export interface Wanted {
  report: string;
  inputs: Record<string, string | number>;
}

const month = (number: number): string => `2015-${`${1 + (number % 12)}`.padStart(2, '0')}`;

/** Of two runs one asks what many ask, and one what nobody has asked before. */
export const wantedBy = (number: number): Wanted => {
  const turn = Math.floor(number / 2);
  if (number % 2)
    return { report: 'taxi/payments', inputs: { month: month(turn), longer_than: unseen(turn) } };
  return turn % 2
    ? { report: 'taxi/payments', inputs: { month: month(turn) } }
    : { report: 'flights/airports', inputs: {} };
};

/** 0.01 to 99.99: with the month beside it, 120,000 inputs pass before one comes again. */
const unseen = (turn: number): number => (1 + (turn % 9_999)) / 100;
