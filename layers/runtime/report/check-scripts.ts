import type { SqlFile, SqlProblem } from './check-reports.ts';
import { Problem, placeOf } from './problem.ts';
import { refuseEffects } from './refuse-writes.ts';
import { splitTokens } from './statements.ts';
import { isSignificant, type Token, tokenize } from './tokens.ts';

/** What is wrong with the scripts of `schema/` and `sample/`: they make tables and rows, and change no setting. */
export const checkScripts = (files: SqlFile[]): SqlProblem[] =>
  files.flatMap(({ path, text }) => {
    try {
      splitTokens(tokenize(text)).forEach(refuseSettings);
      return [];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return [{ path, ...placeOf(text, error.at), message: error.message }];
    }
  });

function refuseSettings(statement: Token[]): void {
  const [first] = statement.filter(isSignificant);
  const word = first?.text.toLowerCase() ?? '';
  if (first && ['set', 'reset'].includes(word))
    throw new Problem(`${word.toUpperCase()} changes a setting of the session`, first.at);
  statement.forEach(refuseEffects);
}
