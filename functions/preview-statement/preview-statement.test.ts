import { EXAMPLE } from '@readout/runtime/report/example.ts';
import { rest } from '@readout/runtime/rest.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import { ada, keepingLog, noon, restEvent } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { previewStatement } from './preview-statement.ts';

const engineer = { ...ada, groups: ['analysts', 'engineers'] };

const call = async (event: object) => {
  const buckets = testBuckets({
    'templates/reports/taxi/daily.sql': EXAMPLE,
    'templates/reports/broken.sql': EXAMPLE.replace('from nyc', '; from nyc'),
  });
  const readTemplate = templatesIn(buckets.client, 'templates');
  const settings = { log: keepingLog(), pageOrigin: 'https://page', clientId: 'UserPoolClient' };
  const handler = rest(
    settings,
    previewStatement({ readTemplate, engineerGroup: 'engineers', timeZone: 'UTC', now: () => noon }),
  );
  const { statusCode, body } = await handler(event as Parameters<typeof handler>[0]);
  return { statusCode, body: JSON.parse(body) };
};
const ask = (body: unknown, caller = engineer, report = 'taxi%2Fdaily') =>
  call(restEvent({ pathParameters: { report }, body: JSON.stringify(body) }, caller));

it('shows the SQL as it would be sent, its pieces and what is bound, from where', async () => {
  const { statusCode, body } = await call(sampleEvent('preview-statement/lists'));
  expect(statusCode).toBe(200);
  expect(body.sql).toContain('vendorid in (:vendor__1, :vendor__2)');
  expect(body.parameters).toEqual([
    { name: 'month', value: '2015-12', from: 'input' },
    { name: 'caller_id', value: ada.id, from: 'sign-in' },
    { name: 'vendor__1', value: '1', from: 'input' },
    { name: 'vendor__2', value: '2', from: 'input' },
  ]);
  const kept = body.pieces.filter(({ kind }: { kind: string }) => kind !== 'vanished');
  expect(kept.map(({ text }: { text: string }) => text).join('')).toBe(body.sql);
  expect(body.pieces).toContainEqual({
    kind: 'parameter',
    text: ':vendor__1, :vendor__2',
    names: ['vendor__1', 'vendor__2'],
  });
});

it('shows which clauses have vanished, and for want of what', async () => {
  const { body } = await ask({ inputs: { month: '2015-12' } });
  const vanished = body.pieces.filter(({ kind }: { kind: string }) => kind === 'vanished');
  expect(vanished).toEqual([
    { kind: 'vanished', text: ' and vendorid in (:vendor) ', names: ['vendor'] },
    { kind: 'vanished', text: expect.stringContaining('period.start'), names: ['period'] },
  ]);
  expect(body.sql).not.toContain('vendorid');
});

it('takes no inputs for none, and fills in the defaults', async () => {
  expect((await ask({})).body.parameters).toContainEqual({ name: 'month', value: '2015-12', from: 'input' });
});

it.each([
  ['who is no engineer', () => call(sampleEvent('preview-statement/not-an-engineer')), 403, 'AccessDenied'],
  ['an engineer of other groups', () => ask({}, { ...ada, groups: ['engineers'] }), 403, 'AccessDenied'],
  ['an input that is wrong', () => ask({ inputs: { month: 'May' } }), 400, 'InvalidInput'],
  ['a value of the sign-in', () => ask({ inputs: { caller_id: 'x' } }), 400, 'InvalidInput'],
  ['what is not described', () => ask({ inputs: {}, report: 'x' }), 400, 'InvalidMessage'],
  ['an unknown report', () => ask({}, engineer, 'taxi%2Fweekly'), 404, 'ReportNotFound'],
])('refuses %s', async (_case, act, statusCode, name) => {
  expect(await act()).toMatchObject({ statusCode, body: { error: { name } } });
});

it('shows where a report is broken', async () => {
  expect((await ask({}, engineer, 'broken')).body.error).toMatchObject({
    name: 'InvalidTemplate',
    at: {
      line: EXAMPLE.slice(0, EXAMPLE.indexOf('from nyc')).split('\n').length,
      column: 5,
      text: '  ; from nyc_yellow_taxi',
    },
  });
});
