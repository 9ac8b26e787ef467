/** A state of a workflow, as far as it is drawn. */
export interface State {
  name: string;
  type: string;
  comment?: string;
  /** What it holds: each branch of a Parallel, or what a Map does with an item. */
  inner: Workflow[];
}

/** A way from one state to another. */
export interface Way {
  from: string;
  to: string;
  /** Taken only after an error. */
  caught: boolean;
}

export interface Workflow {
  start: string;
  states: State[];
  ways: Way[];
}

interface Level {
  StartAt?: string;
  States?: Record<string, Defined>;
}

interface Defined {
  Type: string;
  Comment?: string;
  Next?: string;
  Default?: string;
  Choices?: { Next: string }[];
  Catch?: { Next: string }[];
  Branches?: Level[];
  ItemProcessor?: Level;
}

/** Reads a definition in the Amazon States Language, with what its Map and Parallel states hold. */
export const readWorkflow = (definition: string): Workflow => readLevel(JSON.parse(definition));

function readLevel({ StartAt = '', States = {} }: Level): Workflow {
  const states = Object.entries(States).map(([name, { Type, Comment, Branches = [], ItemProcessor }]) => ({
    name,
    type: Type,
    comment: Comment,
    inner: [...Branches, ...(ItemProcessor ? [ItemProcessor] : [])].map(readLevel),
  }));
  const ways = Object.entries(States).flatMap(([from, state]) => waysFrom(from, state));
  return { start: StartAt, states, ways };
}

function waysFrom(from: string, { Next, Default, Choices = [], Catch = [] }: Defined): Way[] {
  const usual = [Next, ...Choices.map((choice) => choice.Next), Default].filter((to) => to !== undefined);
  const caught = Catch.map(({ Next: to }) => to).filter((to) => !usual.includes(to));
  return [
    ...[...new Set(usual)].map((to) => ({ from, to, caught: false })),
    ...[...new Set(caught)].map((to) => ({ from, to, caught: true })),
  ];
}
