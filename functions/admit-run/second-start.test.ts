import { ada, exampleRun, keepingLog, noon, runId } from '@readout/runtime/testing/examples.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { admitRun } from './admit-run.ts';

type Deps = Parameters<typeof admitRun>[0];

const event = {
  runId,
  report: 'taxi/daily',
  caller: { id: ada.id, groups: [] },
  admission: { title: 'Taxi', scope: { sources: [], hash: '' }, key: 'k', cacheSeconds: 60 },
};

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
  await tables.runs.create(exampleRun());
});
afterEach(() => tables.close());

/** Admission that has looked for what equal runs share, and found nothing, but goes on only after `go`. */
const slowly = (statements?: Deps['statements']) => {
  let go = () => {};
  const gate = new Promise<void>((open) => {
    go = open;
  });
  let looked = () => {};
  const hasLooked = new Promise<void>((done) => {
    looked = done;
  });
  const leader = async (key: string) => {
    const found = await tables.shares.leader(key);
    looked();
    await gate;
    return found;
  };
  const admit = admission({ leader, claim: tables.shares.claim.bind(tables.shares) }, statements);
  return { admit, hasLooked, go };
};

const admission = (shares: Deps['shares'], statements: Deps['statements'] = tables.statements) =>
  admitRun({
    ...tables,
    log: keepingLog(),
    shares,
    statements,
    leave: async () => undefined,
    budgets: {},
    mostRows: 1000,
    queuedPerPerson: 10,
    timeoutSeconds: 3600,
    now: () => noon,
  });

it('takes back no statement that another start of the workflow has admitted', async () => {
  const slow = slowly();
  const second = slow.admit(event);
  await slow.hasLooked;
  expect(await admission(tables.shares)(event)).toEqual({ decision: 'execute' });
  slow.go();
  expect(await second).toEqual({ decision: 'execute' });
  expect(await tables.statements.get(runId)).toMatchObject({ status: 'queued', admitted: true });
});

it('nor when an equal run leads what they share by now', async () => {
  const { statements } = tables;
  const dying: Deps['statements'] = Object.assign(Object.create(statements), {
    retract: async (...given: Parameters<typeof statements.retract>) => {
      await statements.retract(...given);
      throw new Error('the process ends here');
    },
  });
  const slow = slowly(dying);
  const second = slow.admit(event);
  await slow.hasLooked;
  expect(await admission(tables.shares)(event)).toEqual({ decision: 'execute' });
  await tables.shares.claim('k', 'a-fresh-run', runId, noon);
  slow.go();
  await expect(second).rejects.toThrow('the process ends here');
  expect(await statements.get(runId)).toMatchObject({ status: 'queued', admitted: true });
});
