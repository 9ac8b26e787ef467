import { VirtualTime } from './virtual-time.ts';

const setup = () => {
  const time = new VirtualTime(1000);
  const did: string[] = [];
  const note = (what: string) => () => void did.push(`${time.now()} ${what}`);
  return { time, did, note };
};

it('does what is due in the order of its time, and of one moment in the order in which it was set', async () => {
  const { time, did, note } = setup();
  time.after(30, note('c'));
  time.after(10, note('a'));
  time.after(30, note('d'));
  time.after(20, note('b'));
  await time.runUntil(1030);
  expect(did).toEqual(['1010 a', '1020 b', '1030 c', '1030 d']);
});

it('goes on no further than it is told, and gets there', async () => {
  const { time, did, note } = setup();
  time.after(100, note('late'));
  await time.runUntil(1050);
  expect([time.now(), did]).toEqual([1050, []]);
});

it('lets everything come to rest before it goes on', async () => {
  const { time, did, note } = setup();
  time.after(10, async () => {
    await null;
    await new Promise((turn) => setImmediate(turn));
    time.after(5, note('follows from the first'));
  });
  time.after(20, note('second'));
  await time.runUntil(1100);
  expect(did).toEqual(['1015 follows from the first', '1020 second']);
});

it('does nothing else while something is done alone', async () => {
  const { time, did, note } = setup();
  time.alone(10, async () => {
    note('begins')();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
    note('ends')();
  });
  time.after(10, note('other'));
  await time.runUntil(1100);
  expect(did).toEqual(['1010 begins', '1010 ends', '1010 other']);
});

it('forgets what is cancelled, and wakes whoever sleeps when their signal says so', async () => {
  const { time, did, note } = setup();
  time.after(10, note('cancelled'))();
  const controller = new AbortController();
  time.sleep(50, controller.signal).catch(() => note('woken')());
  time.after(20, () => controller.abort());
  await time.runUntil(1100);
  expect(did).toEqual(['1020 woken']);
});
