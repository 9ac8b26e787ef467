import { readFileSync } from 'node:fs';
import { optimizedServices } from './integrations/optimized.ts';
import { sdkServices } from './integrations/sdk-services.ts';
import { actions } from './interpreter/actions/index.ts';
import { operations } from './operations/index.ts';

const page = readFileSync('docs/local/step-functions.md', 'utf8');

/** The first cells of the table under a heading, where they are code. */
const table = (heading: string): string[] => {
  const section = page.split('\n## ').find((text) => text.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, cell]) => cell as string);
};

const optimized = Object.entries(optimizedServices).flatMap(([service, described]) =>
  Object.keys(described.operations).map((operation) => `arn:aws:states:::${service}:${operation}`),
);

it.each([
  ['States', Object.keys(actions)],
  [
    'Resources of a Task',
    [
      'arn:aws:states:::lambda:invoke',
      ...optimized,
      ...Object.keys(sdkServices).map((service) => `arn:aws:states:::aws-sdk:${service}:…`),
    ],
  ],
  ['Operations', Object.keys(operations)],
])('documents exactly what is there: %s', (heading, names) => {
  expect(table(heading).sort()).toEqual([...names].sort());
});
