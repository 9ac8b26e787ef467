import { readdirSync, readFileSync } from 'node:fs';
import { layOut } from './layout.ts';
import { pathOf } from './lines.ts';
import { type Plan, planOf } from './plan.ts';
import { readWorkflow, type Workflow } from './workflow.ts';

const folder = new URL('../../../statemachine/', import.meta.url);
const shipped = readdirSync(folder).map(
  (file) => [file, readFileSync(new URL(file, folder), 'utf8')] as const,
);

/** Each level of a workflow with its plan, the outermost first. */
const levels = (workflow: Workflow, plan: Plan): [Workflow, Plan][] => [
  [workflow, plan],
  ...[...plan.boxes.values()].flatMap(({ state, inner }) =>
    state.inner.flatMap((level, at) => levels(level, inner[at] as Plan)),
  ),
];
const edges = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
  [x, y, x + width, y + height] as const;
const isWithin = (inner: Parameters<typeof edges>[0], width: number, height: number) =>
  inner.x >= 0 && inner.y >= 0 && inner.x + inner.width <= width && inner.y + inner.height <= height;

describe.each(shipped)('%s', (_file, definition) => {
  const all = levels(readWorkflow(definition), planOf(readWorkflow(definition)));

  it('is drawn whole on every level, no state over another, each way with a line', () => {
    const named = [...definition.matchAll(/"Type": "\w+"/g)].length;
    expect(all.reduce((sum, [, { boxes }]) => sum + boxes.size, 0)).toBe(named);
    for (const [{ ways }, plan] of all) {
      for (const way of ways) expect(pathOf(way, plan.boxes)).toMatch(/^M[\d. ]+L/);
      const boxes = [...plan.boxes.values()];
      for (const one of boxes) {
        expect(isWithin(one, plan.width, plan.height)).toBe(true);
        for (const held of one.inner) expect(isWithin(held, one.width, one.height)).toBe(true);
        const [left, top, right, bottom] = edges(one);
        const over = boxes.filter((other) => {
          const [x, y, toX, toY] = edges(other);
          return other !== one && x < right && toX > left && y < bottom && toY > top;
        });
        expect(over).toEqual([]);
      }
    }
  });
});

it('draws the branches of a Parallel side by side within it', () => {
  const branch = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
  const States = { All: { Type: 'Parallel', Branches: [branch('Left'), branch('Right')], End: true } };
  const all = planOf(readWorkflow(JSON.stringify({ StartAt: 'All', States }))).boxes.get('All');
  const [left, right] = all?.inner ?? [];
  expect(left?.boxes.has('Left') && right?.boxes.has('Right')).toBe(true);
  expect(right?.x).toBe(left?.width);
  expect(right?.y).toBe(left?.y);
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
