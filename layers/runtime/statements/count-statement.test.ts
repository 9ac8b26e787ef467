import { exampleStatement, keepingLog } from '../testing/examples.ts';
import { statementCounter } from './count-statement.ts';
import type { StatementStatus } from './statement-record.ts';

const counting = (fails?: Error) => {
  const counted: string[] = [];
  const log = keepingLog();
  const count = statementCounter({
    log,
    statistics: {
      count: async ({ id }) => {
        if (fails) throw fails;
        counted.push(id);
      },
    },
  });
  return { count, counted, log };
};

test.each<[StatementStatus, number]>([
  ['succeeded', 1],
  ['failed', 0],
  ['cancelled', 0],
])('one that has %s counts %d times', async (status, times) => {
  const { count, counted } = counting();
  await count(exampleStatement({ status }));
  expect(counted).toHaveLength(times);
});

test('one that wrote a file says nothing of how long the report takes', async () => {
  const { count, counted } = counting();
  await count(exampleStatement({ status: 'succeeded', isFile: true }));
  expect(counted).toEqual([]);
});

test('a count that fails is logged and hinders nothing', async () => {
  const error = new Error('throttled');
  const { count, log } = counting(error);
  await count(exampleStatement({ status: 'succeeded' }));
  expect(log.entries).toEqual([
    expect.objectContaining({ level: 'warn', detail: expect.objectContaining({ error }) }),
  ]);
});
