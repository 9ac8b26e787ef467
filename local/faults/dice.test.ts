import { seededDice } from './dice.ts';

const draws = (random: () => number, count = 5): number[] => Array.from({ length: count }, random);

it('gives one series for each name and seed', () => {
  const [one, same, other] = [seededDice(7), seededDice(7), seededDice(8)];
  expect(draws(one('a'))).toEqual(draws(same('a')));
  expect(draws(one('a'))).not.toEqual(draws(other('a')));
});

it('moves no series by drawing from another', () => {
  const [one, other] = [seededDice(7), seededDice(7)];
  draws(other('b'), 100);
  expect(draws(one('a'))).toEqual(draws(other('a')));
});
