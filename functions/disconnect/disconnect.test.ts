import { ada, noon } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { disconnect } from './disconnect.ts';

const event = sampleEvent('disconnect/closed');
let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

test('forgets the connection that ended and no other', async () => {
  for (const connectionId of [event.requestContext.connectionId, 'phone='])
    await tables.connections.add({
      connectionId,
      owner: ada.id,
      email: '',
      connectedAt: noon.toISOString(),
      expiresAt: 2e9,
    });
  expect(await disconnect({ connections: tables.connections })(event)).toEqual({ statusCode: 200 });
  expect(await tables.connections.of(ada.id)).toMatchObject([{ connectionId: 'phone=' }]);
});

test('a connection that is not known is no error', async () => {
  expect(await disconnect({ connections: tables.connections })(event)).toEqual({ statusCode: 200 });
});

test('throws what goes wrong, for Lambda to log', async () => {
  const connections = { remove: () => Promise.reject(new Error('no table')) };
  await expect(disconnect({ connections })(event)).rejects.toThrow('no table');
});
