import { seatOf } from '../simulate.ts';
import { answerTo } from '../world/warehouse.ts';
import type { World } from '../world/world.ts';
import { statementTexts } from './reports.ts';
import { runsIn } from './review.ts';

/** So many of the runs that have succeeded are read, since reading all of them says no more. */
const read = 3;

interface Answer {
  status: number;
  body: string;
}

/** Whoever owns a run reads the rows that its inputs ask for; anybody else is told that there is no such run. */
export const reviewReading = async (world: World): Promise<string[]> => {
  const succeeded = runsIn(world).filter(({ status }) => status === 'succeeded');
  const violations: string[] = [];
  for (const { runId, owner, report, inputs } of succeeded.slice(0, read)) {
    const { value } = JSON.parse(inputs);
    const own = await ask(world, owner, `/runs/${runId}/result`);
    const rows = own.status === 200 ? JSON.stringify(JSON.parse(own.body).rows) : own.body;
    const expected = statementTexts(report, value).map((text) => JSON.stringify([[answerTo(text)]]));
    if (!expected.includes(rows)) violations.push(`its owner reads of ${runId} ${own.status} ${rows}`);
    for (const path of [`/runs/${runId}`, `/runs/${runId}/result`]) {
      const { status, body } = await ask(world, seatOf(99, 0).person, path);
      if (status !== 404) violations.push(`somebody else gets of ${path} ${status} ${body}`);
    }
  }
  return violations;
};

const ask = async ({ gateway, time }: World, person: string, path: string): Promise<Answer> => {
  let answer: Answer = { status: 0, body: 'no answer' };
  const claims = { ...seatOf(0, 0).claims, sub: person };
  void gateway.rest(claims, 'GET', path).then((given) => {
    answer = given;
  });
  await time.runUntil(time.now() + 60_000, () => answer.status !== 0);
  return answer;
};
