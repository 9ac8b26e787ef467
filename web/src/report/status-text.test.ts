import { exampleRun } from '@readout/client/testing/examples.ts';
import { statusText } from './status-text.ts';

it.each([
  [1, 'Queued, 1st in line'],
  [2, 'Queued, 2nd in line'],
  [3, 'Queued, 3rd in line'],
  [4, 'Queued, 4th in line'],
  [11, 'Queued, 11th in line'],
  [12, 'Queued, 12th in line'],
  [23, 'Queued, 23rd in line'],
  [101, 'Queued, 101st in line'],
])('tells a run that is number %i which place it has', (place, text) => {
  expect(statusText('queued', exampleRun({ place }))).toBe(text);
});

it('says no place where there is none, or none any longer', () => {
  expect(statusText('queued', exampleRun())).toBe('Queued');
  expect(statusText('running', exampleRun({ status: 'running', place: 1 }))).toBe('Running');
  expect(statusText('asked')).toBe('Asking');
});
