import { checkParameters } from './check-parameters.ts';
import { checkPlaceholders } from './check-placeholders.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { invalidFile } from './invalid-file.ts';
import { readAs } from './located-yaml.ts';
import { Problem } from './problem.ts';
import { reportSchema } from './report-schema.ts';
import { toSegments } from './segments.ts';
import { singleSelect } from './single-select.ts';
import type { ReportTemplate } from './template.ts';
import { tokenize } from './tokens.ts';

/** A report's file as it is read: its template, and what its front matter says word for word. */
export interface ReportFile {
  template: ReportTemplate;
  front: FrontMatter;
}

/**
 * Reads the text of a report's file. Throws InvalidTemplate with the file, the place, and the key of the front
 * matter or the piece of SQL at fault.
 */
export function parseTemplate(text: string, id: string): ReportTemplate {
  try {
    return readReportFile(text, id).template;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw invalidFile(`reports/${id}.sql`, text, error);
  }
}

/** The same, for who wants to know more of the file. Throws Problem. */
export function readReportFile(text: string, id: string): ReportFile {
  const front = readFrontMatter(text);
  const report = { id, ...readAs(reportSchema, front, 'front matter') };
  checkParameters(report, front);
  const segments = toSegments(singleSelect(tokenize(blank(text, front.end))));
  checkPlaceholders(segments, report.parameters, (index) => front.at(['parameters', index]));
  return { template: { report, segments }, front };
}

/** The text with its first part blanked, so that offsets and lines stay those of the file. */
const blank = (text: string, end: number) => text.slice(0, end).replace(/[^\n]/g, ' ') + text.slice(end);
