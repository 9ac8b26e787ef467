import { keepsAllRules, passwordRules } from './password-rules.ts';

const broken = (password: string) =>
  passwordRules(password).flatMap(({ rule, kept }) => (kept ? [] : [rule]));

it.each([
  ['Abcdef1!', []],
  ['Abcde1!', ['length']],
  ['abcdef1!', ['upper']],
  ['ABCDEF1!', ['lower']],
  ['Abcdefg!', ['digit']],
  ['Abcdefg1', ['special']],
  ['Abcdef 1', []],
  [' Abcdef1', ['special']],
  ['', ['length', 'upper', 'lower', 'digit', 'special']],
])('finds which rules %j breaks', (password, rules) => {
  expect(broken(password)).toEqual(rules);
  expect(keepsAllRules(password)).toBe(rules.length === 0);
});
