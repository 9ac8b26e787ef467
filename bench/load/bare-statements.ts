import type { LoadedStack } from '../stack-process.ts';
import { awsCall } from './http.ts';
import { cpuBetween, readProcesses, sumOf } from './processes.ts';

/** What the report `taxi/payments` sends to Redshift. */
const sql = `
  select case payment_type when 1 then 'Card' when 2 then 'Cash' when 3 then 'No charge' else 'Other' end as payment,
    count(*) as trips, sum(total_amount) as total, round(avg(total_amount - fare_amount), 2) as mean_extra
  from nyc_yellow_taxi
  where to_char(pickup_date, 'YYYY-MM') = :month and trip_distance > cast(:longer_than as decimal(8, 2))
  group by 1 order by total desc`;

export interface Bare {
  perSecond: number;
  /** Milliseconds of processor time for each. */
  cpuMs: number;
  /** Milliseconds from the request to the end. */
  medianMs: number;
}

/** The same statements without Readout: sent to the Data API of the same stack by eight clients, each after its last has ended. */
export const bareStatements = async (stack: LoadedStack, count: number): Promise<Bare> => {
  const statement = (number: number): Promise<unknown> =>
    awsCall(
      stack.description.aws,
      { service: 'redshift-data', target: 'RedshiftData.ExecuteStatement' },
      {
        Sql: sql,
        WorkgroupName: 'readout',
        Database: 'dev',
        WaitTimeSeconds: 30,
        Parameters: [
          { name: 'month', value: `2015-${`${1 + (number % 12)}`.padStart(2, '0')}` },
          { name: 'longer_than', value: `${50 + number / 100}` },
        ],
      },
    );
  const taken: number[] = [];
  let next = 0;
  const client = async () => {
    for (let number = next++; number < count; number = next++) {
      const from = performance.now();
      await statement(number);
      taken.push(performance.now() - from);
    }
  };
  const before = readProcesses(stack.pid);
  const from = performance.now();
  await Promise.all(Array.from({ length: 8 }, client));
  const seconds = (performance.now() - from) / 1000;
  const used = sumOf(cpuBetween(before, readProcesses(stack.pid)).values());
  return {
    perSecond: count / seconds,
    cpuMs: used / count,
    medianMs: taken.sort((a, b) => a - b)[Math.floor(count / 2)] ?? Number.NaN,
  };
};
