import {
  allStates,
  type Definition,
  nestedWorkflows,
  type State,
  type Workflow,
} from '../interpreter/definition.ts';
import { type Diagnostic, problem } from './diagnostic.ts';

/** Map runs inline only: in distributed mode its items would come from S3 and be executions of their own. */
export const distributedMaps = (definition: Definition): Diagnostic[] =>
  allStates(definition).flatMap(([name, state]) => distributedMap(name, state));

const distributed = [
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
  'ToleratedFailureCount',
  'ToleratedFailurePercentage',
];

const distributedMap = (name: string, state: State): Diagnostic[] => {
  if (state.Type !== 'Map') return [];
  const mode = state.ItemProcessor?.ProcessorConfig?.Mode ?? 'INLINE';
  const fields = distributed.filter((field) => field in state);
  const refused = [...(mode === 'INLINE' ? [] : [`ProcessorConfig.Mode ${mode}`]), ...fields];
  return refused.map((what) => problem('NOT_EMULATED', `not emulated: ${what} of the Map state '${name}'`));
};

/** AWS refuses an inner scope's variable that has the name of one outside. */
export const shadowedVariables = ({ States }: Workflow, outer = new Set<string>()): Diagnostic[] => {
  const entries = Object.entries(States);
  const here = new Set(entries.flatMap(([, state]) => assignedNames(state)));
  const shadows = [...here].filter((name) => outer.has(name));
  const visible = new Set([...outer, ...here]);
  return [
    ...shadows.map((name) =>
      problem('INVALID_VARIABLE', `The variable '${name}' is already assigned in an outer scope.`),
    ),
    ...entries
      .flatMap(([, state]) => nestedWorkflows(state))
      .flatMap((inner) => shadowedVariables(inner, visible)),
  ];
};

const assignedNames = (state: State): string[] => {
  const rules = state.Type === 'Choice' ? state.Choices : [];
  return [state, ...(state.Catch ?? []), ...rules].flatMap(({ Assign }) => Object.keys(Object(Assign)));
};
