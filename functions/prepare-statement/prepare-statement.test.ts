import { EXAMPLE, EXAMPLE_CALLER } from '@readout/runtime/report/example.ts';
import { prepareStatement as preparing } from './prepare-statement.ts';

const prepareStatement = preparing({ timeZone: 'Europe/Berlin' });

const event = {
  runId: '7d9f2b34-6a0e-4c51-9c1d-0f6f7f1c2ab3',
  report: 'taxi/daily',
  inputs: { month: '2015-11', vendor: ['1'] },
  caller: EXAMPLE_CALLER,
  createdAt: '2015-11-30T23:30:00.000Z',
  template: EXAMPLE,
};

it('answers title, SQL and the values that belong to it', async () => {
  const { admission, sql, parameters } = await prepareStatement(event);
  expect(admission).toMatchObject({
    title: 'Yellow taxi, day by day',
    access: ['analysts'],
    cacheSeconds: 900,
    scope: { sources: ['caller_id'], hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
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

it('binds nothing for a run that prepares a file, and checks access all the same', async () => {
  const download = { of: event.runId, format: 'csv' };
  const { sql, parameters, admission } = await prepareStatement({ ...event, inputs: { gone: 1 }, download });
  expect([sql, parameters, admission.key]).toEqual([undefined, undefined, undefined]);
  expect(admission).toMatchObject({ access: ['analysts'], isFile: true });
  const caller = { ...EXAMPLE_CALLER, groups: [] };
  await expect(prepareStatement({ ...event, caller, download })).rejects.toMatchObject({
    name: 'AccessDenied',
  });
});

it('fails the state under the error’s own name, with the field', async () => {
  process.env.POWERTOOLS_SERVICE_NAME = 'prepare-statement';
  process.env.REPORT_TIME_ZONE = 'UTC';
  const { handler } = await import('./handler.ts');
  const failure = await handler({ ...event, inputs: { month: '', vendor: [], period: 'x' } }).catch(
    (error: Error) => error,
  );
  expect(failure).toMatchObject({ name: 'InvalidInput' });
  expect(JSON.parse((failure as Error).message)).toMatchObject({ field: 'period' });
});

describe('what equal runs share', () => {
  const keyOf = async (change: object = {}) =>
    (await prepareStatement({ ...event, ...change })).admission.key;

  it('is the same for the same report, inputs and caller’s values, whoever asks', async () => {
    const key = await keyOf();
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await keyOf({ runId: '00000000-0000-4000-8000-000000000001' })).toBe(key);
    expect(await keyOf({ caller: { ...EXAMPLE_CALLER, email: 'b@example.com' } })).toBe(key);
  });

  it.each([
    ['another input', { inputs: { month: '2015-12', vendor: ['1'] } }],
    ['one input less', { inputs: { month: '2015-11' } }],
    [
      'another person, where the rows are a person’s own',
      { caller: { ...EXAMPLE_CALLER, id: 'somebody-else' } },
    ],
    ['another template', { template: EXAMPLE.replace('Trips and fares', 'Fares') }],
    ['another report', { report: 'taxi/copy' }],
  ])('differs for %s', async (_case, change) => {
    expect(await keyOf(change)).not.toBe(await keyOf());
  });

  it('is what relative dates stand for on the day that was asked, in the stack’s time zone', async () => {
    const relative = { inputs: { month: 'this_month', vendor: ['1'] } };
    expect(await keyOf(relative)).toBe(await keyOf({ inputs: { month: '2015-12', vendor: ['1'] } }));
    expect(await keyOf({ ...relative, createdAt: '2015-11-30T22:30:00.000Z' })).toBe(await keyOf());
  });

  it('is nothing for a report without a cache time', async () => {
    expect(await keyOf({ template: EXAMPLE.replace('cache: 15m\n', '') })).toBeUndefined();
  });
});

it('says what relative dates stand for, and nothing where there are none', async () => {
  const { admission } = await prepareStatement({ ...event, inputs: { month: 'last_month' } });
  expect(admission.resolved).toEqual({ month: '2015-11' });
  expect((await prepareStatement(event)).admission).not.toHaveProperty('resolved');
});

it('answers the report’s own limits, in seconds and rows', async () => {
  expect((await prepareStatement(event)).admission).toMatchObject({ timeoutSeconds: 600, maxRows: 100_000 });
});
