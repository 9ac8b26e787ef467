import { openBefore, setting } from './update.ts';

test('sets what is there and leaves the rest as it is', () => {
  expect(setting({ status: 'failed', rows: undefined, place: 0 })).toEqual({
    UpdateExpression: 'SET #status = :status, #place = :place',
    ExpressionAttributeNames: { '#status': 'status', '#place': 'place' },
    ExpressionAttributeValues: { ':status': 'failed', ':place': 0 },
  });
});

test('removes columns beside that', () => {
  expect(setting({ status: 'failed' }, ['place', 'open'])).toEqual({
    UpdateExpression: 'SET #status = :status REMOVE #place, #open',
    ExpressionAttributeNames: { '#status': 'status', '#place': 'place', '#open': 'open' },
    ExpressionAttributeValues: { ':status': 'failed' },
  });
});

test('what is open is asked for by its index', () => {
  expect(openBefore(new Date('2015-12-01T12:00:00Z'))).toMatchObject({
    IndexName: 'open',
    ExpressionAttributeValues: { ':open': 'open', ':time': '2015-12-01T12:00:00.000Z' },
  });
});
