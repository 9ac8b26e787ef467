import type { Caller } from '../caller.ts';
import type { Inputs, Parameter, Pipeline } from '../contracts.ts';
import { type BoundPieces, type BoundStatement, bindPieces } from '../report/bind.ts';
import { usedParameters } from '../report/check-placeholders.ts';
import { placeholderName, sourceOf } from '../report/placeholders.ts';
import { Problem } from '../report/problem.ts';
import { refuseEffects } from '../report/refuse-writes.ts';
import { toSegments } from '../report/segments.ts';
import { splitTokens } from '../report/statements.ts';
import type { Segment } from '../report/template.ts';
import { isSignificant, type Token, tokenize } from '../report/tokens.ts';

/** What a deployment knows and nothing can bind: COPY and UNLOAD read addresses from quoted texts. */
export interface Constants {
  data_bucket: string;
}

/** A parsed script: its statements, each in pieces, and the parameters that they use. */
export interface Script {
  statements: Segment[][];
  used: ReadonlySet<Parameter>;
}

/** What BatchExecuteStatement is sent. Values are in `parameters` only. */
export interface BoundScript {
  sqls: string[];
  parameters: BoundStatement['parameters'];
}

/** Of one batch: https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_BatchExecuteStatement.html */
const MOST_STATEMENTS = 40;

/** Statements that would end the batch's transaction, or that Redshift refuses to run in one. */
const REFUSED: Record<string, string> = {
  begin: 'a script is one transaction already',
  start: 'a script is one transaction already',
  commit: 'a script is one transaction; what follows would not be in it',
  end: 'a script is one transaction; what follows would not be in it',
  rollback: 'a script is one transaction; what follows would not be in it',
  abort: 'a script is one transaction; what follows would not be in it',
  vacuum: 'VACUUM cannot run in a transaction',
  set: 'SET changes a setting of the session',
  reset: 'RESET changes a setting of the session',
};

/** Reads the text of a script. Throws Problem. */
export function readScript(text: string, parameters: Parameter[]): Script {
  const statements = splitTokens(tokenize(text));
  if (statements.length === 0) throw new Problem('expected at least one statement', 0);
  const extra = statements[MOST_STATEMENTS]?.find(isSignificant);
  if (extra) throw new Problem(`a script has ${MOST_STATEMENTS} statements at most`, extra.at);
  for (const statement of statements) refuse(statement);
  const segments = statements.map((tokens) => toSegments(tokens));
  const used = usedParameters(withoutConstants(segments.flat()), parameters);
  return { statements: segments, used };
}

type Bindable = Pick<Pipeline, 'id' | 'title' | 'tags' | 'parameters'>;

/** Binds accepted inputs to a script. Throws InvalidInput, InvalidTemplate. */
export function bindScript(
  script: Script,
  pipeline: Bindable,
  values: Inputs,
  constants: Constants,
): BoundScript {
  const bound = bindScriptPieces(script, pipeline, values, constants);
  const all = new Map(
    bound.flatMap((one) => one.parameters.map(({ name, value }) => [name, { name, value }] as const)),
  );
  return { sqls: bound.map(({ sql }) => sql), parameters: [...all.values()] };
}

/** The same for who wants to know where the file has it: each statement in pieces. */
export function bindScriptPieces(
  { statements }: Script,
  { id, title, tags, parameters }: Bindable,
  values: Inputs,
  constants: Constants,
): BoundPieces[] {
  const report = { id, title, tags, parameters };
  return statements.map((segments) =>
    bindPieces({ report, segments: segments.map(filledWith(constants)) }, values, NOBODY, RESOLVED),
  );
}

/** Scripts take nothing from a caller: a schedule has none. */
const NOBODY: Caller = { id: '', email: '', groups: [], claims: {} };
/** Accepted inputs hold no relative dates any more. */
const RESOLVED = { at: new Date(0), timeZone: 'UTC' };

function refuse(statement: Token[]): void {
  const [first] = statement.filter(isSignificant);
  const word = first?.text.toLowerCase() ?? '';
  if (first && Object.hasOwn(REFUSED, word)) throw new Problem(REFUSED[word] ?? '', first.at);
  for (const token of statement) {
    refuseEffects(token);
    if (token.kind !== 'placeholder') continue;
    const source = sourceOf(placeholderName(token), []);
    if (source && source.from !== 'input')
      throw new Problem(`${token.text}: a pipeline may run for nobody, so it has no caller`, token.at);
  }
}

const CONSTANT = /\{\{\s*data_bucket\s*\}\}/g;

/** A name that cannot end the quotes it stands in. */
const SAFE = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

const filledWith =
  ({ data_bucket: bucket }: Constants) =>
  (segment: Segment): Segment => {
    if (!SAFE.test(bucket)) throw new Error(`${JSON.stringify(bucket)} is not a bucket's name`);
    return replaced(segment, bucket);
  };

const withoutConstants = (segments: Segment[]): Segment[] =>
  segments.map((segment) => replaced(segment, 'bucket'));

/** Only in quoted texts; elsewhere `{{ name }}` is an input. */
const replaced = ({ optional, tokens }: Segment, bucket: string): Segment => ({
  optional,
  tokens: tokens.map((token) =>
    token.kind === 'string' ? { ...token, text: token.text.replace(CONSTANT, bucket) } : token,
  ),
});
