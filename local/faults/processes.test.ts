import { setTimeout as wait } from 'node:timers/promises';
import { lambdaFixture } from '../lambda/fixture.ts';
import { noFaults } from './plan.ts';
import { createStackFaults } from './stack-faults.ts';

const minute = 60_000;

let close: () => Promise<void>;
afterEach(() => close());

/** A Lambda whose processes have what a plan gives them, and the ids of those processes. */
const setup = (clock: number) => {
  const faults = createStackFaults({ ...noFaults, clock, seed: 7 }, () => {});
  const ids: string[] = [];
  const fixture = lambdaFixture({
    baseEnvironment: (_role, _name, processId) => {
      ids.push(processId);
      return faults.environment();
    },
  });
  close = fixture.close;
  return { ...fixture, faults, ids };
};

it('ends a function in the middle of an event, as if its process had died', async () => {
  const { lambda, deploy, ids } = setup(0);
  const { name } = deploy('exports.handler = () => new Promise((r) => setTimeout(r, 60_000))');
  const invoked = lambda.invoke(name, {});
  while (ids.length === 0) await wait(5);
  lambda.crash(ids[0] ?? '');
  expect(await invoked).toMatchObject({
    functionError: 'Unhandled',
    payload: { errorType: 'Runtime.ExitError' },
  });
});

it('knows no process of another id', async () => {
  const { lambda, deploy } = setup(0);
  const { name } = deploy('exports.handler = async () => process.pid');
  const { payload } = await lambda.invoke(name, {});
  lambda.crash('another');
  expect((await lambda.invoke(name, {})).payload).toBe(payload);
});

it('gives a process a clock that is wrong, once things go wrong', async () => {
  const { lambda, deploy, faults } = setup(90 * minute);
  const code = `exports.handler = async () => [new Date().getTime(), Date.now(), new Date(5).getTime()]`;
  const wrongBy = async () => {
    const { payload } = await lambda.invoke(deploy(code).name, {});
    const [made, now, given] = payload as number[];
    expect(given).toBe(5);
    return [made, now].map((time) => Math.abs(Math.round(((time ?? 0) - Date.now()) / minute)));
  };
  expect(await wrongBy()).toEqual([0, 0]);
  faults.begin();
  const [made, now] = await wrongBy();
  expect(made).toBe(now);
  expect(made).not.toBe(0);
  expect(made).toBeLessThanOrEqual(90);
});
