import type { SourceFile } from './source-files.ts';
import type { TargetColumn } from './target-columns.ts';

/** A record that could not be loaded: one row of stl_load_errors. */
export interface LoadProblem {
  file: SourceFile;
  line: number;
  column?: TargetColumn;
  /** The record, where it is at hand. */
  record?: string;
  value?: string;
  code: number;
  reason: string;
  /** Nothing behind it could be read, so that MAXERROR does not help. */
  fatal?: boolean;
}
