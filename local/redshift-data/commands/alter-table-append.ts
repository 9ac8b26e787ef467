import { atomically, inTransaction } from '../engine/transaction.ts';
import { quoted, readName } from '../sql/names.ts';
import { RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is } from '../sql/tokens.ts';
import { existingColumns } from '../tables/existing-table.ts';
import { theRelation } from '../tables/find-relation.ts';
import { begins, type Command, runAll } from './command.ts';

/** Moves rows between permanent tables; the source is empty afterwards. */
export const alterTableAppend: Command = {
  name: 'ALTER TABLE APPEND FROM … [IGNOREEXTRA | FILLTARGET]',
  area: 'Changes',
  matches: (tokens) => begins(tokens, 'alter', 'table') && tokens.some((token) => is(token, 'append')),
  run: async ({ connection }, tokens) => {
    const { parts, end } = readName(tokens, 2);
    if (!is(tokens[end], 'append') || !is(tokens[end + 1], 'from'))
      throw syntaxErrorNear(tokens[end]?.text ?? '');
    const { parts: from, end: option } = readName(tokens, end + 2);
    if (inTransaction(connection))
      throw new RedshiftError('ERROR: ALTER TABLE APPEND cannot run inside a transaction block');
    const [target, source] = [await theRelation(connection, parts), await theRelation(connection, from)];
    const into = (await existingColumns(connection, target)).map(({ name }) => name);
    const out = (await existingColumns(connection, source)).map(({ name }) => name);
    const extra = out.filter((name) => !into.includes(name));
    const missing = into.filter((name) => !out.includes(name));
    if (extra.length > 0 && !is(tokens[option], 'ignoreextra'))
      throw new RedshiftError(
        `ERROR: Columns in the source table do not exist in the target table: ${extra.join(', ')}`,
      );
    if (missing.length > 0 && !is(tokens[option], 'filltarget'))
      throw new RedshiftError(
        `ERROR: Columns in the target table do not exist in the source table: ${missing.join(', ')}`,
      );
    const list = into
      .filter((name) => out.includes(name))
      .map((name) => quoted(name))
      .join(', ');
    const [to, of] = [quoted(...target.name), quoted(...source.name)];
    await atomically(connection, () =>
      runAll(connection, [`insert into ${to} (${list}) select ${list} from ${of}`, `delete from ${of}`]),
    );
    return { changed: 0n };
  },
  cases: [
    {
      sql: 'create table append_a (a integer); create table append_b (a integer); alter table append_a append from append_b',
      error: 'ERROR: ALTER TABLE APPEND cannot run inside a transaction block',
      note: 'The text of a mismatch of columns is not known.',
    },
  ],
};
