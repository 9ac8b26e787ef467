import { exampleRun } from '../testing/examples.ts';
import { scheduledLetter } from './scheduled-letter.ts';

const schedule = { id: 's', title: 'Payments', ownerEmail: 'owner@example.com' };

test('the person is told whose schedule it is, and offered the rows', () => {
  expect(scheduledLetter(exampleRun({ status: 'succeeded', rows: 17 }), schedule)).toEqual({
    to: 'ada@example.com',
    subject: 'Payments',
    text: 'Payments\n\nScheduled by owner@example.com.',
    links: true,
    rows: true,
  });
});

test('an alert is told where its condition holds, and by it', () => {
  const alert = { ...schedule, condition: 'rows > 0' };
  expect(scheduledLetter(exampleRun({ status: 'succeeded', rows: 2 }), alert)).toMatchObject({
    subject: 'Payments: rows > 0',
  });
  expect(scheduledLetter(exampleRun({ status: 'succeeded', rows: 0 }), alert)).toBeUndefined();
});

test('a failure is told to the owner of the schedule, without the words of Redshift', () => {
  const error = { name: 'QueryFailed', message: 'Invalid digit, Value "secret"' } as const;
  const letter = scheduledLetter(exampleRun({ status: 'failed', error }), schedule);
  expect(letter).toEqual({
    to: 'owner@example.com',
    subject: 'Payments has failed for ada@example.com',
    text: 'Payments has failed for ada@example.com: QueryFailed.',
    links: false,
  });
});

test('nobody is told of a run that its owner has cancelled', () => {
  expect(scheduledLetter(exampleRun({ status: 'cancelled' }), schedule)).toBeUndefined();
});
