import { toOperatorRun, toRun } from './run-record.ts';
import { ada, exampleRun } from './testing/examples.ts';

const failed = exampleRun({
  status: 'failed',
  topic: 'mine',
  requestId: 'r1',
  inputs: { salary: 'secret' },
  error: { name: 'QueryFailed', message: 'Invalid digit, Value "secret"', field: 'secret' },
});

test('an operator sees whose run it is and how it went, and nothing that was typed or read', () => {
  const seen = toOperatorRun(failed);
  expect(seen).toMatchObject({ owner: ada.id, ownerEmail: ada.email, error: { name: 'QueryFailed' } });
  expect(JSON.stringify(seen)).not.toMatch(/secret|mine|r1/);
  expect(seen.error?.message).not.toBe('');
});

test('its owner sees the message of Redshift, and nothing of ours', () => {
  expect(toRun(failed).error).toEqual(failed.error);
  expect(Object.keys(toRun(failed))).not.toEqual(expect.arrayContaining(['owner']));
  expect(JSON.stringify(toRun(failed))).not.toContain(ada.email);
});

test('a run that prepares a file shows which, and not what Redshift counts as its rows', () => {
  const download = { of: '7d9f2b34-6a0e-4c51-9c1d-0f6f7f1c2ab4', format: 'csv' as const };
  const run = exampleRun({ status: 'succeeded', rows: 0, download });
  for (const seen of [toRun(run), toOperatorRun(run)]) {
    expect(seen.download).toEqual(download);
    expect(seen).not.toHaveProperty('rows');
  }
});
