import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { statementLeaver } from '@readout/runtime/statements/leave-statement.ts';
import { ada, exampleRun, keepingLog, noon, runId } from '@readout/runtime/testing/examples.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { type TendStatementsDeps, tendStatements } from './tend-statements.ts';

const later = new Date(noon.getTime() + 10 * 60_000);
const leader = { owner: ada.id, runId };

let tables: TestTables;
beforeAll(async () => {
  tables = await testTables();
});
afterAll(() => tables.close());

it('abandons a statement whose last member left and got no further', async () => {
  const { db, statements, line, runs } = tables;
  await runs.create(exampleRun());
  await runs.transition(leader, { status: 'cancelled', at: noon });
  await statements.create({
    id: runId,
    status: 'queued',
    owner: ada.id,
    report: 'taxi/daily',
    members: [leader],
    createdAt: noon.toISOString(),
    timeoutSeconds: 3600,
    budget: 'analysts',
    open: true,
    expiresAt: 0,
  });
  await statements.run(runId, 'c016234e-5c6c-4bc5-bb16-2c5b8ff61814', noon);
  // What cancel-run does first when a run leaves; it ends here.
  await db.send(
    new UpdateCommand({ TableName: 'statements', Key: { id: runId }, UpdateExpression: 'REMOVE members' }),
  );
  expect(await statements.get(runId)).toMatchObject({ status: 'running', members: [] });

  const stopped: string[] = [];
  const redshift = {
    send: async ({ input }: { input: { Id: string } }) => void stopped.push(input.Id),
  } as never;
  const leave = statementLeaver({
    statements,
    line,
    end: async () => undefined,
    redshift,
    now: () => later,
  });
  await tendStatements({
    statements,
    runs,
    leave,
    log: keepingLog(),
    now: () => later,
  } as unknown as TendStatementsDeps).run();

  expect(await statements.get(runId)).toMatchObject({ status: 'abandoned' });
  expect(stopped).toEqual(['c016234e-5c6c-4bc5-bb16-2c5b8ff61814']);
});
