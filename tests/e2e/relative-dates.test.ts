import type { Run } from '@readout/runtime/contracts.ts';
import type { Connection } from '../support/connection.ts';
import { analyst, type Person } from '../support/person.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

describe('relative dates and choices that follow another field', () => {
  let person: Person;
  let connection: Connection;

  beforeAll(async () => {
    person = await analyst();
    connection = await person.connect();
  });
  afterAll(() => connection.close());

  const run = async (report: string, inputs: object): Promise<Run> => {
    const topic = `${report} ${JSON.stringify(inputs)}`;
    connection.send({ action: 'run', report, inputs, topic });
    return connection.message({ topic, status: 'succeeded' });
  };
  const firstColumn = async ({ runId }: Run): Promise<string[]> =>
    (await person.rest('GET', `/runs/${runId}/result`)).body.rows.map(([cell]: [string]) => cell);

  it('stand for the days of the run, which is recorded, and is equal to one that names the days', async () => {
    const relative = await run('taxi/same-days', { period: 'last_7_days' });
    const { period = '' } = relative.resolved ?? {};
    const [first = '', last = ''] = String(period).split('/');
    expect((Date.parse(last) - Date.parse(first)) / 86_400_000).toBe(6);
    expect(Date.parse(last)).toBeLessThan(Date.parse(relative.createdAt));
    expect(relative.inputs).toEqual({ period: 'last_7_days' });
    const named = await run('taxi/same-days', { period });
    expect(named).not.toHaveProperty('resolved');
    expect(named.statementId).toBe(relative.statementId);
    expect((await firstColumn(named)).every((day) => day.startsWith('2015-'))).toBe(true);
  });

  it('are a report’s default, and still what the run was asked with', async () => {
    const { inputs, resolved } = await run('taxi/same-days', {});
    expect(inputs).toEqual({});
    expect(resolved).toEqual({ period: expect.stringMatching(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/) });
  });

  it('are held to the bounds of the report', async () => {
    const answer = await person.rest('POST', '/reports/taxi%2Fdaily/runs', {
      inputs: { month: 'last_month' },
    });
    expect(answer).toMatchObject({ status: 400, body: { error: { name: 'InvalidInput', field: 'month' } } });
    expect(answer.body.error.message).toMatch(/not above 2015-12; this is \d{4}-\d\d\.$/);
  });

  it('fill a list with what belongs to the other field', async () => {
    const { body: form } = await person.rest('GET', '/reports/flights%2Fbusiest-routes');
    const [, airport] = form.parameters;
    expect(airport).toMatchObject({ optionsFrom: 'flights/airports', optionsInputs: { state: 'state' } });
    const alaska = await firstColumn(await run('flights/airports', { state: ['AK'] }));
    expect(alaska).toContain('ANC');
    expect(alaska).not.toContain('ORD');
    expect(await firstColumn(await run('flights/airports', {}))).toEqual(
      expect.arrayContaining([...alaska, 'ORD']),
    );
  });
});
