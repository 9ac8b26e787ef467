import type { z } from 'zod';
import type { Parameter, Report } from '../contracts.ts';
import { InvalidTemplate } from '../errors.ts';
import { checkPlaceholders } from './check-placeholders.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { placeholdersOf } from './placeholders.ts';
import { lineOf, Problem } from './problem.ts';
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
 * Reads the text of a report's file. Throws InvalidTemplate with the file, the line, and the key of the front
 * matter or the piece of SQL at fault.
 */
export function parseTemplate(text: string, id: string): ReportTemplate {
  try {
    return readReportFile(text, id).template;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new InvalidTemplate(`reports/${id}.sql, line ${lineOf(text, error.at)}: ${error.message}`);
  }
}

/** The same, for who wants to know more of the file. Throws Problem. */
export function readReportFile(text: string, id: string): ReportFile {
  const front = readFrontMatter(text);
  const report = { id, ...readReport(front) };
  checkNames(report, front);
  checkCascades(report, front);
  const segments = toSegments(singleSelect(tokenize(blank(text, front.end))));
  checkPlaceholders(segments, report.parameters, (index) => front.at(['parameters', index]));
  return { template: { report, segments }, front };
}

/** The text with its first part blanked, so that offsets and lines stay those of the file. */
const blank = (text: string, end: number) => text.slice(0, end).replace(/[^\n]/g, ' ') + text.slice(end);

function readReport(front: FrontMatter): Omit<Report, 'id'> {
  const read = reportSchema.safeParse(front.value ?? {});
  if (read.success) return read.data;
  const issue = read.error.issues[0] as z.core.$ZodIssue;
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...keys];
  const problem = keys.length > 0 ? 'is not a known key' : issue.message;
  throw new Problem(`${path.join('.') || 'front matter'}: ${problem}`, front.at(path));
}

function checkNames({ parameters }: { parameters: Parameter[] }, front: FrontMatter): void {
  const taken = new Map<string, string>();
  for (const [index, parameter] of parameters.entries()) {
    for (const name of new Set([parameter.name, ...placeholdersOf(parameter)])) {
      if (taken.has(name))
        throw new Problem(`parameters: ${name} is declared twice`, front.at(['parameters', index]));
      taken.set(name, parameter.name);
    }
  }
}

/** A list of choices follows fields above it only, so that no two follow each other. */
function checkCascades({ parameters }: { parameters: Parameter[] }, front: FrontMatter): void {
  for (const [index, { name, optionsInputs = {} }] of parameters.entries()) {
    const above = parameters.slice(0, index);
    const lost = Object.values(optionsInputs).find((input) => above.every((one) => one.name !== input));
    if (lost !== undefined)
      throw new Problem(
        `parameters: the choices of ${name} take ${lost}, which is no parameter above it`,
        front.at(['parameters', index, 'options-from']),
      );
  }
}
