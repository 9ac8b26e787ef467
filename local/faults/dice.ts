import { seededRandom } from '../redshift-data/events/faults.ts';

/** Numbers of 0 to 1, of one series for each name: what is drawn for one purpose moves nothing for another. */
export type Dice = (series: string) => () => number;

/** Dice that a seed decides. */
export const seededDice = (seed: number): Dice => {
  const all = new Map<string, () => number>();
  return (series) => {
    const known = all.get(series) ?? seededRandom(hash(`${seed} ${series}`));
    all.set(series, known);
    return known;
  };
};

/** FNV-1a. */
const hash = (text: string): number => {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  return mixed >>> 0;
};
