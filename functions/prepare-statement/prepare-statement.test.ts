import { EXAMPLE, EXAMPLE_CALLER } from '@readout/runtime/report/example.ts';
import { prepareStatement } from './prepare-statement.ts';

const event = {
  runId: '7d9f2b34-6a0e-4c51-9c1d-0f6f7f1c2ab3',
  report: 'taxi/daily',
  inputs: { month: '2015-11', vendor: ['1'] },
  caller: EXAMPLE_CALLER,
  template: EXAMPLE,
};

it('answers title, SQL and the values that belong to it', async () => {
  const { title, sql, parameters } = await prepareStatement(event);
  expect(title).toBe('Yellow taxi, day by day');
  expect(sql).toContain('vendorid in (:vendor__1)');
  expect(parameters).toEqual([
    { name: 'month', value: '2015-11' },
    { name: 'caller_id', value: EXAMPLE_CALLER.id },
    { name: 'vendor__1', value: '1' },
  ]);
});

it.each([
  ['a bad input', 'InvalidInput', { inputs: { month: 'December' } }],
  ['a broken template', 'InvalidTemplate', { template: 'select 1' }],
  ['a caller of other groups', 'AccessDenied', { caller: { ...EXAMPLE_CALLER, groups: ['drivers'] } }],
  ['an event without a caller', 'InvalidMessage', { caller: undefined }],
])('refuses %s as %s', async (_name, name, change) => {
  await expect(prepareStatement({ ...event, ...change })).rejects.toMatchObject({ name });
});

it('fails the state under the error’s own name, with the field', async () => {
  process.env.POWERTOOLS_SERVICE_NAME = 'prepare-statement';
  const { handler } = await import('./handler.ts');
  const failure = await handler({ ...event, inputs: { month: '', vendor: [], period: 'x' } }).catch(
    (error: Error) => error,
  );
  expect(failure).toMatchObject({ name: 'InvalidInput' });
  expect(JSON.parse((failure as Error).message)).toMatchObject({ field: 'period' });
});
