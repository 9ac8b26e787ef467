import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ada, noon } from '@readout/runtime/testing/examples.ts';
import { type Budgets, readBudgets } from './budgets.ts';
import { type Admitting, admitting, asked } from './testing/admitting.ts';

test.each<[string, Budgets]>([
  ['', {}],
  [' ', {}],
  ['analysts=3600', { analysts: 3600 }],
  ['analysts=3600,*=36000', { analysts: 3600, '*': 36000 }],
  [' analysts = 3600 , everyone=0, ', { analysts: 3600, everyone: 0 }],
])('the budgets %j are read', (text, budgets) => {
  expect(readBudgets(text)).toEqual(budgets);
});

test.each([
  'analysts',
  'analysts=',
  '=3600',
  'analysts=1h',
  'analysts=-1',
  'analysts=1.5',
  'two words=1',
  'a=1;b=2',
])('the budgets %j are refused', (text) => {
  expect(() => readBudgets(text)).toThrow(`DAILY_BUDGETS: expected group=seconds, not ${text}`);
});

describe('a statement', () => {
  let world: Admitting;
  beforeEach(async () => {
    world = await admitting();
  });
  afterEach(() => world.close());

  const spend = (group: string, seconds: number, day = '2015-12-01') =>
    world.tables.db.send(
      new UpdateCommand({
        TableName: 'limits',
        Key: { limit: `budget:${group}`, entry: day },
        UpdateExpression: 'SET seconds = :seconds',
        ExpressionAttributeValues: { ':seconds': seconds },
      }),
    );

  const chargedTo = async (groups: string[], budgets: Budgets, access?: string[]) => {
    await world.admit(asked(1, { groups, admission: { access } }), { budgets });
    return (await world.statements.get(asked(1).runId))?.budget;
  };

  test.each<[string, string[], Budgets, string[] | undefined, string]>([
    ['the first group', ['a', 'b'], { a: 60, b: 60 }, undefined, 'a'],
    ['the first that has something left', ['spent', 'a'], { spent: 60, a: 60 }, undefined, 'a'],
    ['a group without a budget', ['spent'], { a: 60 }, undefined, 'spent'],
    ['a group by the budget of all others', ['spent', 'a'], { '*': 60 }, undefined, 'a'],
    ['a group by its own budget rather', ['spent'], { '*': 60, spent: 61 }, undefined, 'spent'],
    ['only groups that the report is for', ['b', 'a'], { a: 60, b: 60 }, ['a', 'spent'], 'a'],
    ['everyone, for who is in no group', [], { a: 60 }, undefined, 'everyone'],
    ['everyone, for who is in none that the report is for', ['a'], { a: 60 }, [], 'everyone'],
  ])('is charged to %s', async (_case, groups, budgets, access, group) => {
    await spend('spent', 60);
    expect(await chargedTo(groups, budgets, access)).toBe(group);
  });

  test('may be sent while a second is left, and today only counts', async () => {
    await spend('a', 59);
    await spend('a', 3600, '2015-11-30');
    expect(await chargedTo(['a'], { a: 60 })).toBe('a');
  });

  test.each<[string, string[], Budgets, string[] | undefined]>([
    ['all groups', ['spent', 'gone'], { '*': 60 }, undefined],
    ['those that the report is for', ['spent', 'a'], { spent: 60 }, ['spent']],
    ['everyone', [], { everyone: 60 }, undefined],
    ['a group that has nothing', ['a'], { a: 0 }, undefined],
  ])(
    'is refused when the time of %s is spent, and nothing is left behind',
    async (_case, groups, budgets, access) => {
      for (const group of ['spent', 'gone', 'everyone']) await spend(group, 60);
      await expect(chargedTo(groups, budgets, access)).rejects.toMatchObject({ name: 'BudgetSpent' });
      expect(await world.statements.get(asked(1).runId)).toBeUndefined();
      expect(await world.shares.leader('k')).toBeUndefined();
    },
  );

  test('of others may be joined with nothing left', async () => {
    await spend('spent', 60);
    const { id } = await world.sharing(7);
    expect(await world.admit(asked(1, { groups: ['spent'] }), { budgets: { spent: 60 } })).toBe('joined');
    expect((await world.statements.get(id))?.members).toContainEqual({
      owner: ada.id,
      runId: asked(1).runId,
    });
  });

  test('that runs on into the next day is for that day’s budget', async () => {
    await spend('a', 60);
    world.clock.now = new Date(noon.getTime() + 12 * 3600_000);
    expect(await chargedTo(['a'], { a: 60 })).toBe('a');
  });
});
