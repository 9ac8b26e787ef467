import type { StatementEvent } from '../statements/statement-event.ts';
import { startTestClient } from '../test-client.ts';
import { type Faults, parseFaults, seededRandom, withFaults } from './faults.ts';

const event = (id: number) => ({ id: String(id) }) as StatementEvent;
const settle = () => new Promise<void>((done) => setImmediate(done));

/** Publishes events 1 to `count` and gives what arrived, with the moves that wait for their time. */
const publish = async (faults: Partial<Faults>, count: number, random = seededRandom(7)) => {
  const arrived: string[] = [];
  const waiting: { at: number; action: () => void }[] = [];
  const faulty = withFaults(
    ({ id }) => void arrived.push(id),
    { ...parseFaults(''), ...faults },
    { random, later: (at, action) => void waiting.push({ at, action }) },
  );
  for (let id = 1; id <= count; id += 1) faulty(event(id));
  await settle();
  return { arrived, waiting };
};
const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

it('reads what is to happen', () => {
  expect(parseFaults('lose=0.1,duplicate=0.2,delay=500,reorder=0.1,seed=7')).toEqual({
    lose: 0.1,
    duplicate: 0.2,
    delay: 500,
    reorder: 0.1,
    seed: 7,
  });
  expect(() => parseFaults('drop=1')).toThrow('"drop" is no fault: lose, duplicate, reorder, delay, seed');
  expect(() => parseFaults('lose=2')).toThrow('lose=2: expected a number from 0 to 1');
  expect(() => parseFaults('delay=x')).toThrow('delay=x: expected a whole number');
  expect(() => parseFaults('lose')).toThrow('lose=: expected');
});

it('changes nothing without faults', async () => {
  expect((await publish({}, 50)).arrived).toEqual(numbers(50));
});

it('loses about as many as asked, the same for the same seed', async () => {
  const { arrived } = await publish({ lose: 0.3 }, 1000);
  expect(arrived.length).toBeGreaterThan(650);
  expect(arrived.length).toBeLessThan(750);
  expect((await publish({ lose: 0.3 }, 1000)).arrived).toEqual(arrived);
  expect((await publish({ lose: 0.3 }, 1000, seededRandom(8))).arrived).not.toEqual(arrived);
});

it('sends twice', async () => {
  const { arrived } = await publish({ duplicate: 0.5 }, 100);
  expect(new Set(arrived).size).toBe(100);
  expect(arrived.length).toBeGreaterThan(130);
});

it('delays each by so much', async () => {
  const { arrived, waiting } = await publish({ delay: 500 }, 2);
  expect(arrived).toEqual([]);
  expect(waiting.map(({ at }) => at)).toEqual([500, 500]);
  for (const { action } of waiting) action();
  await settle();
  expect(arrived).toEqual(['1', '2']);
});

it('sends one after the one behind it, once, or alone after a second', async () => {
  const held = [0.9, 0.9, 0.1]; // lose? duplicate? reorder?
  const straight = [0.9, 0.9, 0.9];
  const draws = [...held, ...straight, ...held];
  const { arrived, waiting } = await publish({ reorder: 0.5 }, 3, () => draws.shift() as number);
  expect(arrived).toEqual(['2', '1']);
  for (const { action } of waiting) action();
  await settle();
  expect(arrived).toEqual(['2', '1', '3']);
});

it('befalls the events of statements', async () => {
  const events: StatementEvent[] = [];
  const twice = withFaults((one) => void events.push(one), parseFaults('duplicate=1'));
  const data = await startTestClient({ publish: twice });
  const { Id } = await data.run('select 1', { WithEvent: true });
  await settle();
  expect(events.map(({ detail }) => detail.statementId)).toEqual([Id, Id]);
  expect(events[0]?.id).toBe(events[1]?.id);
  await data.close();
});
