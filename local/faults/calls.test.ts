import type { Service, ServiceRequest } from '../service.ts';
import { withCallFaults } from './calls.ts';
import { noFaults } from './plan.ts';

const fromFunction = {
  method: 'POST',
  headers: { 'x-amz-target': 'DynamoDB_20120810.PutItem', 'x-amz-security-token': 'process-1' },
  caller: { arn: 'arn:aws:sts::000000000000:assumed-role/role/function' },
} as unknown as ServiceRequest;
const fromOutside = { ...fromFunction, caller: { arn: 'arn:aws:iam::000000000000:user/developer' } };

/** A service that counts what it carries out, with faults; each draw is the next of `draws`. */
const setup = (faults: Partial<typeof noFaults>, draws: number[], active = true) => {
  const did = { calls: 0, crashed: [] as string[] };
  const service: Service = {
    name: 'dynamodb',
    handle: async () => {
      did.calls += 1;
      return { status: 200 };
    },
  };
  const faulty = withCallFaults(service, {
    plan: { ...noFaults, ...faults },
    active: () => active,
    random: () => draws.shift() ?? 0.99,
    crash: (token) => void did.crashed.push(token),
  });
  return { did, faulty };
};

it('refuses a call with an error of the service, and does not carry it out', async () => {
  const { did, faulty } = setup({ throttle: 0.5 }, [0.1, 0.3]);
  const { status, headers } = await faulty.handle(fromFunction);
  expect([status, headers?.['x-amzn-errortype'], did.calls]).toEqual([
    400,
    'ProvisionedThroughputExceededException',
    0,
  ]);
});

it('loses the answer of a call that was carried out', async () => {
  const { did, faulty } = setup({ cut: 0.5 }, [0.9, 0.9, 0.1]);
  expect([(await faulty.handle(fromFunction)).status, did.calls]).toEqual([500, 1]);
});

it.each([
  ['before', 0.1, 0],
  ['after', 0.9, 1],
])('ends the caller %s the call was carried out', async (_when, half, calls) => {
  const { did, faulty } = setup({ crash: 0.5 }, [0.9, 0.1, half]);
  await faulty.handle(fromFunction);
  expect(did).toEqual({ calls, crashed: ['process-1'] });
});

it.each([
  ['somebody from outside', fromOutside, true],
  ['a function while the stack comes up', fromFunction, false],
])('leaves %s alone', async (_who, request, active) => {
  const { did, faulty } = setup({ throttle: 1, crash: 1, cut: 1 }, [], active);
  expect(await faulty.handle(request)).toEqual({ status: 200 });
  expect(did).toEqual({ calls: 1, crashed: [] });
});
