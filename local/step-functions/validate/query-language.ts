import { allStates, type Definition } from '../interpreter/definition.ts';
import { type Diagnostic, problem } from './diagnostic.ts';

/** Only JSONata is emulated: a JSONPath machine, or a JSONPath state in it, is refused by name. */
export const queryLanguage = (definition: Definition): Diagnostic[] => {
  const language = definition.QueryLanguage ?? 'JSONPath';
  if (language !== 'JSONata') {
    return [
      problem('NOT_EMULATED', `not emulated: QueryLanguage ${language}; only JSONata is`, '/QueryLanguage'),
    ];
  }
  return allStates(definition)
    .filter(([, state]) => (state.QueryLanguage ?? 'JSONata') !== 'JSONata')
    .map(([name, state]) => {
      const message = `not emulated: QueryLanguage ${state.QueryLanguage} in the state '${name}'; only JSONata is`;
      return problem('NOT_EMULATED', message, `/States/${name}/QueryLanguage`);
    });
};
