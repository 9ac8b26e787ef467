import { idOf, someone } from '../security/people.ts';
import type { Person } from '../support/person.ts';

jest.setTimeout(120_000); // twenty-five statements of three million rows each

describe('an operator', () => {
  let operator: Person;
  let owner: Person;
  let other: Person;

  beforeAll(async () => {
    operator = await someone('operators');
    owner = await someone('analysts');
    other = await someone('analysts');
  });

  const stop = (person: Person, runId: string) =>
    operator.rest('DELETE', `/operations/runs/${idOf(person)}/${runId}`);

  /** Waits until a run is a member of the statement that another one leads. */
  const admitted = async (runId: string, leader: string): Promise<void> => {
    for (;;) {
      const { body } = await operator.rest('GET', '/operations/runs');
      const run = body.runs.find((one: { runId: string }) => one.runId === runId);
      if (run?.statement === leader) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };

  it('stops the statement of a run for all who wait for it, and they are told by whom', async () => {
    const [own, others] = [await owner.connect(), await other.connect()];
    // So many that the last of them waits in line while it is joined and stopped.
    for (let minutes = 101; minutes <= 125; minutes++)
      own.send({
        action: 'run',
        report: 'flights/delays-by-hour',
        inputs: { late_after: minutes },
        topic: `${minutes}`,
      });
    const last = await own.message({ topic: '125', status: 'queued' });
    others.send({
      action: 'run',
      report: 'flights/delays-by-hour',
      inputs: { late_after: 125 },
      topic: 'same',
    });
    const joined = await others.message({ topic: 'same', status: 'queued' });
    await admitted(joined.runId, last.runId);
    expect(await stop(other, joined.runId)).toMatchObject({ status: 202, body: { runs: 2 } });
    const stopped = { status: 'cancelled', stoppedBy: operator.email };
    expect(await own.message({ runId: last.runId, ...stopped })).toMatchObject({ topic: '125' });
    expect(await others.message({ runId: joined.runId, ...stopped })).toMatchObject({ topic: 'same' });
    expect(await stop(owner, last.runId)).toMatchObject({
      status: 409,
      body: { error: { name: 'RunEnded' } },
    });
    await Promise.all(
      own.received
        .filter(({ type }) => type === 'run')
        .map(({ runId }) => owner.rest('DELETE', `/runs/${runId}`)),
    );
    await Promise.all([own.close(), others.close()]);
  });

  it('is led to the execution of a run that failed before it was admitted', async () => {
    const line = await owner.connect({ report: 'taxi/nothing', topic: 'none' });
    const { runId } = await line.message({ topic: 'none', status: 'failed' });
    const { body } = await operator.rest('GET', '/operations/runs');
    const run = body.runs.find((one: { runId: string }) => one.runId === runId);
    expect(run).toMatchObject({ execution: expect.stringContaining(`:${runId}:`) });
    await line.close();
  });
});
