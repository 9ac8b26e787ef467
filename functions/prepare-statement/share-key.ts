import { createHash } from 'node:crypto';
import type { BoundStatement } from '@readout/runtime/report/bind.ts';

/**
 * What equal runs have in common and no others: the report, the whole text of its template, the SQL, and every bound
 * value, of which those that scope rows to the caller are some. A change of any makes another key.
 */
export const shareKey = (
  report: string,
  template: string,
  { sql, parameters }: Pick<BoundStatement, 'sql' | 'parameters'>,
): string =>
  createHash('sha256')
    .update(JSON.stringify([report, template, sql, parameters.map(({ name, value }) => [name, value])]))
    .digest('hex');
