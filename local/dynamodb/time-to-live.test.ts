import { DescribeTimeToLiveCommand, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { TestTable } from './test-table.ts';

let table: TestTable;
beforeEach(async () => {
  table = await TestTable.create();
});
afterEach(() => table.remove());

const TableName = 'runs';

describe('time to live', () => {
  const seconds = (iso: string) => Date.parse(iso) / 1000;

  it('deletes what is over, and nothing else', async () => {
    await table.put({ runId: 'over', expiresAt: seconds('2026-01-01T00:00:59Z') });
    await table.put({ runId: 'later', expiresAt: seconds('2026-01-01T00:01:01Z') });
    await table.put({ runId: 'text', expiresAt: '2020-01-01' });
    await table.put({ runId: 'ancient', expiresAt: seconds('2020-01-01T00:00:00Z') });
    await table.put({ runId: 'endless' });
    expect(await table.dynamoDb.deleteExpired()).toBe(0);
    table.now = new Date('2026-01-01T00:01:00Z');
    expect(await table.dynamoDb.deleteExpired()).toBe(1);
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName }));
    expect(Items.map(({ runId }) => runId).sort()).toEqual(['ancient', 'endless', 'later', 'text']);
  });

  it('is switched through the API, and not twice', async () => {
    const enable = (Enabled: boolean) =>
      table.client.send(
        new UpdateTimeToLiveCommand({
          TableName,
          TimeToLiveSpecification: { Enabled, AttributeName: 'expiresAt' },
        }),
      );
    await expect(enable(true)).rejects.toMatchObject({ message: 'TimeToLive is already enabled' });
    await enable(false);
    const { TimeToLiveDescription } = await table.client.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'DISABLED' });
    await table.put({ runId: 'over', expiresAt: 1767225600 });
    expect(await table.dynamoDb.deleteExpired()).toBe(0);
  });
});
