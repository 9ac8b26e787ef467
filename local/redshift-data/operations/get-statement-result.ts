import { decided } from '../decisions.ts';
import { RawJson } from '../json.ts';
import { validation } from '../statements/validation.ts';
import { columnMetadata } from '../values/column-metadata.ts';
import { findResult, type ResultRequest } from './find-result.ts';
import type { Operation } from './operation.ts';

/** A page of a JSON result. */
export const getStatementResult: Operation<ResultRequest, 'statements' | 'pageTokens'> =
  ({ statements, pageTokens }) =>
  async (request, caller) => {
    const { id, format, result } = await findResult(statements, request, caller);
    if (format === 'csv') throw validation(decided('resultIsCsv'));
    const { records, next } = await result.page(pageTokens.read(id, request.NextToken));
    return {
      Records: new RawJson(records),
      ColumnMetadata: result.columns.map(columnMetadata),
      TotalNumRows: result.rows,
      NextToken: next === undefined ? undefined : pageTokens.write(id, next),
    };
  };
