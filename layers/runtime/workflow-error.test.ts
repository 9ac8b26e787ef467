import { InvalidInput, InvalidTemplate } from './errors.ts';
import { keepingLog } from './testing/examples.ts';
import { asState } from './workflow-error.ts';

const failing = async (error: Error): Promise<{ thrown: Error; log: unknown[] }> => {
  const log = keepingLog();
  const state = asState({ log }, async () => {
    throw error;
  });
  return {
    thrown: await state({}).then(
      () => Promise.reject(new Error('no error')),
      (thrown) => thrown,
    ),
    log: log.entries,
  };
};

test('hands on what the behaviour answers', async () => {
  expect(await asState({ log: keepingLog() }, async (input: number) => input + 1)(1)).toBe(2);
});

test.each([
  [new InvalidInput('month', 'Say “when”.'), 'InvalidInput', { message: 'Say “when”.', field: 'month' }],
  [new InvalidTemplate('No statement.'), 'InvalidTemplate', { message: 'No statement.' }],
])('name, message and field of %p survive the way through Lambda', async (error, name, message) => {
  const { thrown } = await failing(error);
  expect(thrown.name).toBe(name);
  expect(JSON.parse(thrown.message)).toEqual(message);
});

test('an unknown error is InternalError outside and whole in the log', async () => {
  const secret = new TypeError('secret');
  const { thrown, log } = await failing(secret);
  expect(thrown.name).toBe('InternalError');
  expect(thrown.message).not.toContain('secret');
  expect(log).toEqual([expect.objectContaining({ detail: secret })]);
});
