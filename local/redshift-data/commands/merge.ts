import { atomically } from '../engine/transaction.ts';
import { made, sql } from '../sql/calls.ts';
import { quoted, readName } from '../sql/names.ts';
import { formNotEmulated, RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { follows, is, type Token } from '../sql/tokens.ts';
import { theRelation } from '../tables/find-relation.ts';
import { begins, type Command, type CommandContext } from './command.ts';
import { mergeCases } from './merge-cases.ts';

interface Merge {
  target: Token[];
  targetName: string[];
  /** The source with its alias. */
  source: Token[];
  condition: Token[];
  /** WHEN …, or REMOVE DUPLICATES. */
  actions: Token[];
}

const read = (tokens: readonly Token[]): Merge => {
  const { parts, end } = readName(tokens, 2);
  const using = tokens.findIndex((token) => is(token, 'using'));
  const on = tokens.findIndex((token, at) => at > using && is(token, 'on'));
  const when = tokens.findIndex((token, at) => at > on && is(token, 'when', 'remove'));
  if (using < 0 || on < 0 || when < 0) throw syntaxErrorNear(tokens.at(-1)?.text ?? 'merge');
  if (is(tokens[using + 1], '('))
    throw formNotEmulated('MERGE … USING (query): Redshift takes a table there');
  return {
    target: tokens.slice(2, end),
    targetName: parts,
    source: tokens.slice(using + 1, on),
    condition: tokens.slice(on + 1, when),
    actions: tokens.slice(when),
  };
};

/** A row of the target that two rows of the source match is an error. */
const refuseSeveral = async (
  context: CommandContext,
  { target, source, condition }: Merge,
): Promise<void> => {
  const name = target.at(-1) as Token;
  const several = sql`select 1 from ${target} join ${source} on ${condition} group by ${[name]}.rowid having count(*) > 1 limit 1`;
  const { result, changed } = await context.translated(several);
  await result?.drop();
  if (changed > 0n) throw new RedshiftError('ERROR: Found multiple matches to update the same tuple.');
};

/** The rows of the target that match go, and the rows of the source come. */
const removeDuplicates = async (context: CommandContext, merge: Merge): Promise<bigint> => {
  const { target, source, condition } = merge;
  const table = quoted(...(await theRelation(context.connection, merge.targetName)).name);
  await context.translated(sql`delete from ${made(table)} using ${source} where ${condition}`);
  const { changed } = await context.translated(sql`insert into ${target} select * from ${source}`);
  return changed;
};

export const merge: Command = {
  name: 'MERGE',
  area: 'Changes',
  matches: (tokens) => begins(tokens, 'merge', 'into'),
  run: async (context, tokens) => {
    const parsed = read(tokens);
    return atomically(context.connection, async () => {
      if (follows(parsed.actions, 0, 'remove', 'duplicates'))
        return { changed: await removeDuplicates(context, parsed) };
      await refuseSeveral(context, parsed);
      return context.translated([...tokens]);
    });
  },
  cases: mergeCases,
};
