import { ReadoutError } from '@readout/client';
import { manualTimer } from '@readout/client/testing/manual-timer.ts';
import { until } from '@readout/client/testing/until.ts';
import { preferences } from './preferences.ts';

/** A server that keeps preferences, and refuses as often as it is told. */
function setup(server: Record<string, unknown> = {}) {
  const timer = manualTimer();
  const trouble: string[] = [];
  const sent: [string, unknown][] = [];
  const refuse = { get: 0, set: 0 };
  const offline = () => new ReadoutError('Offline', 'No answer came from the server.');
  const port = preferences({
    after: timer.after,
    onTrouble: ({ name }) => trouble.push(name),
    rest: {
      async getPreferences() {
        if (refuse.get-- > 0) throw offline();
        return { ...server };
      },
      async setPreference(name, value) {
        sent.push([name, value]);
        if (refuse.set-- > 0) throw offline();
        server[name] = value;
        return { name, value };
      },
    },
  });
  const settle = async () => {
    timer.advance(400);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { port, settle, trouble, sent, refuse };
}
const adding = (one: string) => (before: unknown) => [...((before as string[] | undefined) ?? []), one];

it('shows what is kept as soon as it is loaded, and loads it once', async () => {
  const { port } = setup({ density: 'compact' });
  expect(port.get()).toEqual({});
  await Promise.all([port.load(), port.load()]);
  expect(port.get()).toEqual({ density: 'compact' });
});

it('shows a change at once, and keeps the last of many', async () => {
  const { port, settle, sent } = setup();
  await port.load();
  for (const width of [100, 110, 120]) port.set('width', width);
  expect(port.get()).toEqual({ width: 120 });
  expect(sent).toEqual([]);
  await settle();
  expect(sent).toEqual([['width', 120]]);
});

it('makes a change that comes before the load of what is kept', async () => {
  const { port, settle, sent } = setup({ favourites: ['taxi/daily'] });
  port.set('favourites', adding('taxi/trips'));
  expect(port.get()).toEqual({ favourites: ['taxi/trips'] });
  await until(() => (port.get().favourites as string[]).length === 2);
  await settle();
  expect(sent).toEqual([['favourites', ['taxi/daily', 'taxi/trips']]]);
});

it('forgets a name that is set to null', async () => {
  const { port, settle, sent } = setup({ width: 1 });
  await port.load();
  port.set('width', null);
  expect(port.get()).toEqual({});
  await settle();
  expect(sent).toEqual([['width', null]]);
});

it('takes back what could not be kept, and says so', async () => {
  const { port, settle, trouble, refuse } = setup({ width: 1 });
  await port.load();
  refuse.set = 1;
  port.set('width', 2);
  await settle();
  await until(() => trouble.length === 1);
  expect([port.get(), trouble]).toEqual([{ width: 1 }, ['Offline']]);
});

it('lets a later change stand when an earlier one could not be kept', async () => {
  const { port, settle, refuse, sent, trouble } = setup();
  await port.load();
  refuse.set = 1;
  port.set('width', 2);
  port.flush();
  port.set('width', 3);
  await until(() => trouble.length === 1);
  expect(port.get()).toEqual({ width: 3 });
  await settle();
  expect(sent.at(-1)).toEqual(['width', 3]);
});

it('overwrites nothing while it is not known what is kept, and tries again with the next change', async () => {
  const { port, settle, refuse, sent, trouble } = setup({ favourites: ['taxi/daily'] });
  refuse.get = 1;
  port.set('favourites', adding('taxi/trips'));
  await until(() => trouble.length === 1);
  await settle();
  expect([port.get(), sent]).toEqual([{}, []]);
  port.set('favourites', adding('taxi/trips'));
  await until(() => (port.get().favourites as string[]).length === 2);
});

it('keeps what waits at once when the page is left', async () => {
  const { port, sent } = setup();
  await port.load();
  port.set('width', 2);
  port.flush();
  await until(() => sent.length === 1);
});
