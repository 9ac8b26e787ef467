import type { RunKey } from '../run-record.ts';
import { ada, bob, exampleStatement, noon, statementId } from '../testing/examples.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import { memberText, type StatementRecord } from './statement-record.ts';

const ROUNDS = 12;
const id = (round: number): string => `7d9f2b34-6a0e-4c51-9c1d-${String(round).padStart(12, '0')}`;
const leader = (round: number): RunKey => ({ owner: ada.id, runId: id(round) });
const other: RunKey = { owner: bob.id, runId: '8a0d7f37-0000-4000-8000-000000000001' };
let tables: TestTables;
beforeAll(async () => {
  tables = await testTables();
});
afterAll(() => tables.close());

let made = 0;
/** Lets two things happen to a new statement at the same time, each of them first in half of the rounds. */
const race = async <One, Two>(
  change: Partial<StatementRecord>,
  one: (round: number) => Promise<One>,
  two: (round: number) => Promise<Two>,
  judge: (outcome: { one: One; two: Two; after: StatementRecord | undefined }) => void,
): Promise<void> => {
  for (let turn = 0; turn < ROUNDS; turn++) {
    made += 1;
    const round = made;
    await tables.statements.create(
      exampleStatement({ id: id(round), key: 'key', members: [leader(round)], ...change }),
    );
    const acts = [() => one(round), () => two(round)] as const;
    const [first, second] = turn % 2 === 0 ? acts : [acts[1], acts[0]];
    const outcomes = await Promise.all([first(), second()]);
    const [ofOne, ofTwo] = (turn % 2 === 0 ? outcomes : [outcomes[1], outcomes[0]]) as [One, Two];
    judge({ one: ofOne, two: ofTwo, after: await tables.statements.get(id(round)) });
  }
};

const join = (round: number) => tables.statements.join(id(round), 'key', other);
const isMember = (record: StatementRecord | undefined): boolean =>
  record?.members.map(memberText).includes(memberText(other)) === true;

test('who joins while the last member leaves keeps the statement, or is refused', async () => {
  await race(
    { status: 'running', statementId },
    join,
    (round) => tables.statements.leave(id(round), leader(round)),
    ({ one: joined, two: abandoned, after }) => {
      expect([joined !== undefined, abandoned !== undefined]).toContain(true);
      expect(joined !== undefined).toBe(abandoned === undefined);
      expect(isMember(after)).toBe(joined !== undefined);
      expect(after?.status).toBe(joined ? 'running' : 'abandoned');
    },
  );
});

test('who joins while the statement ends is found by its end, or is refused', async () => {
  await race(
    { status: 'running', statementId },
    join,
    (round) => tables.statements.end(id(round), { status: 'succeeded', at: noon }),
    ({ one: joined, two: ended, after }) => {
      expect(ended).toBeDefined();
      expect(isMember(ended)).toBe(joined !== undefined);
      expect(isMember(after)).toBe(joined !== undefined);
    },
  );
});

test('who joins while the leader takes the statement back keeps it, or is refused', async () => {
  await race(
    {},
    join,
    (round) => tables.statements.retract(id(round), leader(round)),
    ({ one: joined, two: retracted, after }) => {
      expect(retracted).toBe(joined === undefined);
      expect(isMember(after)).toBe(joined !== undefined);
    },
  );
});

test('who joins while the leader gives it another key keeps the old one, or is refused', async () => {
  await race(
    {},
    join,
    (round) => tables.statements.rekey(id(round), 'new', leader(round)),
    ({ one: joined, two: rekeyed, after }) => {
      expect(rekeyed === undefined).toBe(joined !== undefined);
      expect(after?.key).toBe(joined ? 'key' : 'new');
    },
  );
});

test('two who leave at the same time abandon the statement once', async () => {
  await race(
    { members: [leader(0), other] },
    (round) => tables.statements.leave(id(round), leader(0)),
    (round) => tables.statements.leave(id(round), other),
    ({ one, two, after }) => {
      expect([one, two].filter((abandoned) => abandoned !== undefined)).toHaveLength(1);
      expect(after).toMatchObject({ status: 'abandoned', members: [] });
    },
  );
});

test('a statement that is sent while its last member leaves does not run for nobody', async () => {
  await race(
    {},
    (round) => tables.statements.run(id(round), statementId, noon),
    (round) => tables.statements.leave(id(round), leader(round)),
    ({ one: ran, two: abandoned, after }) => {
      expect(abandoned).toBeDefined();
      expect(after?.status).toBe('abandoned');
      expect(after?.statementId).toBe(ran ? statementId : undefined);
    },
  );
});
