import { idOf } from '../security/people.ts';
import { endlessReport } from '../support/endless-report.ts';
import { type OwnStack, ownStack } from '../support/own-stack.ts';
import { type Person, signedIn } from '../support/person.ts';

jest.setTimeout(120_000); // a stack of its own is started

describe('an operator', () => {
  let stack: OwnStack;
  let operator: Person;
  let owner: Person;
  let other: Person;

  const personOf = (role: Parameters<OwnStack['userOf']>[0]): Promise<Person> => {
    const { email, password } = stack.userOf(role);
    return signedIn(email, password, stack);
  };
  const stop = (person: Person, runId: string) =>
    operator.rest('DELETE', `/operations/runs/${idOf(person)}/${runId}`);

  beforeAll(async () => {
    stack = await ownStack(endlessReport);
    operator = await personOf('operator');
    owner = await personOf('analyst');
    other = await personOf('guest');
  });
  afterAll(() => stack.stop());

  it('stops the statement of a run for all who wait for it, and they are told by whom', async () => {
    const [own, others] = [await owner.connect(), await other.connect()];
    own.send({ action: 'run', report: 'endless', inputs: {}, topic: 'own' });
    const leader = await own.message({ topic: 'own', status: 'running' });
    others.send({ action: 'run', report: 'endless', inputs: {}, topic: 'same' });
    const member = await others.message({ topic: 'same', status: 'running' });
    own.send({ action: 'run', report: 'endless', inputs: { lap: 2 }, topic: 'another' });
    const apart = await own.message({ topic: 'another', status: 'running' });
    expect(await stop(other, member.runId)).toMatchObject({ status: 202, body: { runs: 2 } });
    const stopped = { status: 'cancelled', stoppedBy: operator.email };
    expect(await own.message({ runId: leader.runId, ...stopped })).toMatchObject({ topic: 'own' });
    expect(await others.message({ runId: member.runId, ...stopped })).toMatchObject({ topic: 'same' });
    expect(await stop(owner, leader.runId)).toMatchObject({
      status: 409,
      body: { error: { name: 'RunEnded' } },
    });
    const { body } = await owner.rest('GET', `/runs/${apart.runId}`);
    expect(body).toMatchObject({ status: 'running' });
    await Promise.all([own.close(), others.close()]);
  });
});
