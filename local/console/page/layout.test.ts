import { readdirSync, readFileSync } from 'node:fs';
import { layOut } from './layout.ts';
import { pathOf } from './lines.ts';
import { readWorkflow } from './workflow.ts';

const folder = new URL('../../../statemachine/', import.meta.url);
const shipped = readdirSync(folder).map(
  (file) => [file, readFileSync(new URL(file, folder), 'utf8')] as const,
);

describe.each(shipped)('%s', (_file, definition) => {
  const workflow = readWorkflow(definition);
  const places = layOut(workflow);

  it('is drawn whole, no state over another, each way with a line', () => {
    expect([...places.keys()].sort()).toEqual(workflow.states.map(({ name }) => name).sort());
    expect(new Set([...places.values()].map(({ column, row }) => `${column} ${row}`)).size).toBe(places.size);
    for (const way of workflow.ways) expect(pathOf(way, places)).toMatch(/^M[\d. ]+L/);
  });
});

const drawn = (States: object) => layOut(readWorkflow(JSON.stringify({ StartAt: 'A', States })));

it('puts the usual way first, what else there is beside it, and what errors lead to last', () => {
  const places = drawn({
    A: { Type: 'Choice', Choices: [{ Next: 'B' }], Default: 'Other' },
    B: { Type: 'Task', Next: 'End', Catch: [{ Next: 'Tell' }] },
    Other: { Type: 'Task', Next: 'End', Catch: [{ Next: 'Tell' }] },
    Tell: { Type: 'Task', Next: 'Failed' },
    Failed: { Type: 'Fail' },
    End: { Type: 'Succeed' },
  });
  expect(Object.fromEntries(places)).toEqual({
    A: { column: 0, row: 0 },
    B: { column: 0, row: 1 },
    End: { column: 0, row: 2 },
    Other: { column: 1, row: 1 },
    Tell: { column: 2, row: 2 },
    Failed: { column: 2, row: 3 },
  });
});

it('comes to an end where a workflow goes round', () => {
  const places = drawn({
    A: { Type: 'Task', Next: 'B' },
    B: { Type: 'Choice', Choices: [{ Next: 'A' }], Default: 'C' },
    C: { Type: 'Succeed' },
  });
  expect([...places].map(([name, { row }]) => [name, row])).toEqual([
    ['A', 0],
    ['B', 1],
    ['C', 2],
  ]);
});
