import { readFileSync } from 'node:fs';
import { operations } from './operations.ts';

it('docs/local/schedules.md lists what is answered and nothing else', () => {
  const page = readFileSync('docs/local/schedules.md', 'utf8');
  const [, list = ''] = /\nOperations: (.*?)\n\n/s.exec(page) ?? [];
  expect(list.match(/\w+/g)).toEqual(Object.keys(operations).sort());
});
