/** A state of a workflow, as far as it is drawn. */
export interface State {
  name: string;
  type: string;
  comment?: string;
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

interface Defined {
  Type: string;
  Comment?: string;
  Next?: string;
  Default?: string;
  Choices?: { Next: string }[];
  Catch?: { Next: string }[];
}

/** Reads a definition in the Amazon States Language. What Map and Parallel hold is theirs, and not drawn. */
export function readWorkflow(definition: string): Workflow {
  const { StartAt = '', States = {} } = JSON.parse(definition) as {
    StartAt?: string;
    States?: Record<string, Defined>;
  };
  const states = Object.entries(States).map(([name, { Type, Comment }]) => ({
    name,
    type: Type,
    comment: Comment,
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
