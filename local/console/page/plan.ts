import { layOut, type Place } from './layout.ts';
import type { State, Workflow } from './workflow.ts';

/** The box of a state that holds no others, in pixels. */
export const WIDTH = 164;
export const HEIGHT = 40;
/** Of what holds others: its name stands there. */
export const HEAD = 34;
/** Between columns and between rows, where lines run. */
const GAP = 36;
const EDGE = 14;

/** Where a state is drawn, in pixels from where its level begins. */
export interface Box extends Place {
  state: State;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The edges of its column, which may be wider: a line beside it runs beyond them. */
  left: number;
  right: number;
  /** What it holds, side by side below its name. */
  inner: (Plan & { x: number; y: number })[];
}

/** How the states of one level are drawn. */
export interface Plan {
  boxes: ReadonlyMap<string, Box>;
  width: number;
  height: number;
}

/** Measures a workflow from the innermost level out: columns are as wide and rows as high as what stands in them. */
export function planOf(workflow: Workflow): Plan {
  const places = layOut(workflow);
  const sized = workflow.states.flatMap((state) => {
    const place = places.get(state.name);
    return place ? [{ state, ...place, ...sizeOf(state) }] : [];
  });
  const columns = tracksOf(sized.map(({ column, width }) => [column, width]));
  const rows = tracksOf(sized.map(({ row, height }) => [row, height]));
  const boxes = sized.map((one): [string, Box] => {
    const { start: left, size } = columns.at(one.column);
    const x = left + (size - one.width) / 2;
    return [one.state.name, { ...one, x, y: rows.at(one.row).start, left, right: left + size }];
  });
  return { boxes: new Map(boxes), width: columns.end + GAP, height: rows.end + EDGE };
}

function sizeOf({ inner }: State): Pick<Box, 'width' | 'height' | 'inner'> {
  if (inner.length === 0) return { width: WIDTH, height: HEIGHT, inner: [] };
  let width = 0;
  const plans = inner.map((workflow) => {
    const plan = planOf(workflow);
    const x = width;
    width += plan.width;
    return { ...plan, x, y: HEAD };
  });
  return { width, height: HEAD + Math.max(...plans.map(({ height }) => height)), inner: plans };
}

/** Columns or rows one after another, each as large as the largest in it. */
function tracksOf(sized: [track: number, size: number][]) {
  const sizes: number[] = [];
  for (const [track, size] of sized) sizes[track] = Math.max(sizes[track] ?? 0, size);
  const tracks: { start: number; size: number }[] = [];
  let start = EDGE;
  for (const size of sizes) {
    tracks.push({ start, size: size ?? 0 });
    start += (size ?? 0) + GAP;
  }
  return {
    at: (track: number) => tracks[track] ?? { start, size: 0 },
    end: Math.max(EDGE, start - GAP),
  };
}
