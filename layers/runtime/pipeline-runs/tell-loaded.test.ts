import type { Connection } from '../connections.ts';
import { loadTeller } from './tell-loaded.ts';

it('tells everybody, names nothing, and has many pages ask one after the other', async () => {
  const told: unknown[] = [];
  const tell = loadTeller(async (messageFor) => {
    for (const groups of [['analysts'], undefined]) told.push(messageFor({ groups } as Connection, 60));
  });
  await tell();
  const message = { type: 'loaded', within: 120 };
  expect(told).toEqual([message, message]);
});
