import type { Report } from '../contracts.ts';
import type { Token } from './tokens.ts';

/** A parsed SQL template: what is told about it, and its one statement in pieces. */
export interface ReportTemplate {
  report: Report;
  segments: Segment[];
}

/** A stretch of SQL. An optional one stood in `[[ ]]` and vanishes when an input that it uses is empty. */
export interface Segment {
  optional: boolean;
  tokens: Token[];
}

/** A report as the catalogue shows it; its SQL stays on the server. */
export const describeReport = ({ report }: ReportTemplate): Report => report;
