import { exampleRun } from '@readout/client/testing/examples.ts';
import type { OperatorRun } from '@readout/runtime/contracts.ts';
import { EVERYTHING, filtered, type OperationsFilter, stoppedWith } from './operations-filter.ts';

const at = (second: number) => `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`;
const run = (runId: string, change: Partial<OperatorRun> = {}): OperatorRun => {
  const { inputs: _, topic: __, requestId: ___, ...rest } = exampleRun({ runId });
  return { ...rest, owner: 'a', ownerEmail: 'Ada@example.com', createdAt: at(0), ...change };
};
const quick = run('quick', { status: 'succeeded', createdAt: at(30), endedAt: at(31) });
const slow = run('slow', { status: 'failed', createdAt: at(20), endedAt: at(40), report: 'taxi/trips' });
const going = run('going', { status: 'running', createdAt: at(10), ownerEmail: 'bob@example.com' });
const runs = [quick, slow, going];

it.each<[Partial<OperationsFilter>, OperatorRun[]]>([
  [{}, [quick, slow, going]],
  [{ person: ' ADA' }, [quick, slow]],
  [{ report: 'taxi/trips' }, [slow]],
  [{ status: 'failed' }, [slow]],
  [{ status: 'open' }, [going]],
  [{ order: 'longest' }, [going, slow, quick]],
  [{ order: 'longest', person: 'ada' }, [slow, quick]],
])('%j', (filter, found) => {
  expect(filtered(runs, { ...EVERYTHING, ...filter }, Date.parse(at(50)))).toEqual(found);
});

it('stops with a run whoever waits for the same statement', () => {
  const leader = run('leader', { status: 'running', statement: 'leader' });
  const joined = run('joined', { status: 'running', statement: 'leader' });
  const ended = run('ended', { status: 'cancelled', statement: 'leader' });
  const other = run('other', { status: 'running', statement: 'other' });
  expect(stoppedWith(joined, [leader, joined, ended, other])).toEqual([joined, leader]);
  expect(stoppedWith(run('early'), runs)).toEqual([run('early')]);
});
