/** The answer of `GET /runs/{runId}/statement`: what Redshift was sent. */
export interface RunStatement {
  sql: string;
  /** What is bound, in the order of Redshift; without values for who has not asked for the run. */
  parameters: { name: string; value?: string }[];
  /** For an operator's own run: the ARN of the execution in Step Functions. */
  execution?: string;
}

/** A person's own value, or one of their verified sign-in. */
export type ValueSource = 'input' | 'sign-in';

/** A stretch of a previewed statement. Joined in order, the texts of all but the vanished are the SQL. */
export interface StatementPiece {
  kind:
    | 'space'
    | 'comment'
    | 'string'
    | 'identifier'
    | 'word'
    | 'number'
    | 'symbol'
    | 'parameter'
    | 'vanished';
  /** For `vanished`, what stands between its brackets in the file. */
  text: string;
  /** For `parameter`, the names that are bound there; for `vanished`, the inputs that are empty. */
  names?: string[];
}

/** The answer of `POST /reports/{report}/preview`: what a run would send to Redshift. */
export interface StatementPreview {
  sql: string;
  parameters: { name: string; value: string; from: ValueSource }[];
  pieces: StatementPiece[];
}
