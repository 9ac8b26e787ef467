import { decided } from '../decisions.ts';
import { validation } from '../statements/validation.ts';
import { columnMetadata } from '../values/column-metadata.ts';
import { findResult, type ResultRequest } from './find-result.ts';
import type { Operation } from './operation.ts';

/** A page of a CSV result: one text of whole rows, the first page with a header. */
export const getStatementResultV2: Operation<ResultRequest, 'statements' | 'pageTokens'> =
  ({ statements, pageTokens }) =>
  async (request, caller) => {
    const { id, format, result } = await findResult(statements, request, caller);
    if (format === 'json') throw validation(decided('resultIsJson'));
    const { text, next } = await result.csvPage(pageTokens.read(id, request.NextToken));
    return {
      Records: [{ CSVRecords: text }],
      ColumnMetadata: result.columns.map(columnMetadata),
      TotalNumRows: result.rows,
      ResultFormat: format,
      NextToken: next === undefined ? undefined : pageTokens.write(id, next),
    };
  };
