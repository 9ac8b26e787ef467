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
