import { someone } from '../security/people.ts';
import type { Person } from '../support/person.ts';

describe('an operator', () => {
  let operator: Person;
  let owner: Person;

  beforeAll(async () => {
    operator = await someone('operators');
    owner = await someone('analysts');
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
