import { socketEvent } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { refuseMessage } from './refuse-message.ts';

test.each([
  ['a text that is not JSON', sampleEvent('refuse-message/not-json'), /not JSON/],
  [
    'an unknown action',
    sampleEvent('refuse-message/unknown-action'),
    /no action "drop".*run, cancel, sync and ping/,
  ],
  ['no action', socketEvent({ report: 'taxi/daily' }), /needs an action.*run, cancel, sync and ping/],
  ['JSON that is no object', socketEvent('null'), /needs an action/],
  ['a very long action', socketEvent({ action: 'x'.repeat(100_000) }), /^.{1,200}$/],
])('answers %s with what it can do', async (_case, event, message) => {
  const { statusCode, body } = await refuseMessage(event);
  expect(statusCode).toBe(200);
  expect(JSON.parse(body)).toMatchObject({
    type: 'error',
    name: 'InvalidMessage',
    message: expect.stringMatching(message),
  });
});

test('carries the labels of the message it answers', async () => {
  const { body } = await refuseMessage(sampleEvent('refuse-message/unknown-action'));
  expect(JSON.parse(body)).toMatchObject({ requestId: 'r4' });
});
