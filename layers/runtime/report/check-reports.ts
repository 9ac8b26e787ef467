import type { Chart, Report } from '../contracts.ts';
import { problemsOfCascade } from './check-cascade.ts';
import type { FrontMatter } from './front-matter.ts';
import type { LocatedYaml } from './located-yaml.ts';
import { readReportFile } from './parse-template.ts';
import { Problem, placeOf } from './problem.ts';
import { reportIdOf } from './report-id.ts';
import { everyColumn, resultColumns } from './result-columns.ts';
import type { ReportTemplate } from './template.ts';

/** A file of `sql/`; its path is that below `sql/`, as the object's key in the template bucket. */
export interface SqlFile {
  path: string;
  text: string;
}

export interface SqlProblem {
  path: string;
  line: number;
  column: number;
  message: string;
}

export type Reports = ReadonlyMap<string, ReportTemplate>;
export type Finding = Pick<Problem, 'message' | 'at'>;
type Readable = { file: SqlFile; template: ReportTemplate; front: FrontMatter };
type Read = Readable | { file: SqlFile; broken: Finding };

/**
 * What is wrong with reports, each by itself and with one another. The runtime's own parser reads them; besides, who may
 * see a report has to be written down, what fills a choice has to be able to, and the tables and
 * columns that it names have to be there.
 */
export function checkReports(files: SqlFile[]): SqlProblem[] {
  const read = files.map(readFile);
  const reports = byId(read);
  return read.flatMap((one) => {
    const found =
      'broken' in one
        ? [one.broken]
        : [
            ...checkAccess(one.front),
            ...checkReads(one),
            ...checkOptions(one.template.report, one.front, reports),
            ...checkChart(one),
            ...checkColumns(one),
          ];
    return found.map(({ message, at }) => ({
      path: one.file.path,
      ...placeOf(one.file.text, at),
      message,
    }));
  });
}

/** The reports that can be read, by id. */
export const readableReports = (files: SqlFile[]): Reports => byId(files.map(readFile));

const byId = (read: Read[]): Reports =>
  new Map(
    read.flatMap((one) => ('template' in one ? [[one.template.report.id, one.template] as const] : [])),
  );

function readFile(file: SqlFile): Read {
  const id = reportIdOf(file.path);
  if (id === undefined)
    return { file, broken: { message: 'a name has letters, digits, - and _ only', at: 0 } };
  try {
    return { file, ...readReportFile(file.text, id) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { file, broken: error };
  }
}

/** Who may see it has to be written down. */
export const checkAccess = ({ value, at }: LocatedYaml): Finding[] =>
  Object.hasOwn(Object(value), 'access')
    ? []
    : [{ message: 'access is not named: everyone, or a list of groups', at: at([]) }];

/** By its last word: a report may name the schema in one place and not in the other. */
function checkReads({ template: { report, segments }, front }: Readable): Finding[] {
  const words = new Set(
    segments.flatMap(({ tokens }) => tokens.map(({ text }) => text.replaceAll('"', '').toLowerCase())),
  );
  return (report.reads ?? []).flatMap((table, index) =>
    words.has(table.toLowerCase().replace(/^.*\./, ''))
      ? []
      : [{ message: `reads: ${table} is not in the SQL`, at: front.at(['reads', index]) }],
  );
}

/** What fills the choices of a form has to be able to. */
export function checkOptions(
  form: Pick<Report, 'access' | 'parameters'>,
  { at: offsetOf }: LocatedYaml,
  reports: Reports,
): Finding[] {
  return form.parameters.flatMap((parameter, index) => {
    const { optionsFrom } = parameter;
    if (optionsFrom === undefined) return [];
    const at = offsetOf(['parameters', index, 'options-from']);
    const options = reports.get(optionsFrom);
    if (!options) return [{ message: `there is no report ${optionsFrom} that could be read`, at }];
    const found = [
      ...problemsOfOptions(form, options),
      ...problemsOfCascade(form, parameter, options.report),
    ];
    return found.map((message) => ({ message, at }));
  });
}

/** A name that is none of the columns' would change nothing, in silence. */
function checkColumns({ template, front }: Readable): Finding[] {
  const known = everyColumn(template);
  return Object.keys(template.report.columns ?? {}).flatMap((name) =>
    !known || known.includes(name.toLowerCase())
      ? []
      : [{ message: `columns: the result has no column ${name}`, at: front.at(['columns', name]) }],
  );
}

const checkChart = ({ template, front }: Readable): Finding[] =>
  strangeColumns(template.report.chart, template).map(([path, message]) => ({
    message,
    at: front.at(['chart', ...path]),
  }));

/** The keys of a chart that name no column of the result, where the text tells which those are. */
export function strangeColumns(
  { x, y = [], series }: Partial<Chart> = {},
  template: ReportTemplate,
): [path: PropertyKey[], message: string][] {
  const columns = everyColumn(template);
  const named: [PropertyKey[], string | undefined][] = [
    [['x'], x],
    ...y.map((name, index): [PropertyKey[], string] => [['y', index], name]),
    [['series'], series],
  ];
  return named.flatMap(([path, name]): [PropertyKey[], string][] =>
    name === undefined || !columns || columns.includes(name.toLowerCase())
      ? []
      : [[path, `chart: the result has no column ${name}`]],
  );
}

/** A form runs the report of its choices by itself, for whoever sees the form, and reads two of its columns. */
function problemsOfOptions(form: Pick<Report, 'access'>, options: ReportTemplate): string[] {
  const { id } = options.report;
  const columns = resultColumns(options);
  const missing = ['value', 'label'].filter((name) => !columns.includes(name));
  return [
    ...missing.map((name) => `${id} names no column ${name}`),
    ...(isAsOpen(options.report, form) ? [] : [`${id} is for fewer groups than this form`]),
  ];
}

/** Whether whoever may see the second may see the first. */
export const isAsOpen = (one: Pick<Report, 'access'>, { access }: Pick<Report, 'access'>): boolean =>
  one.access === undefined || (access?.every((group) => one.access?.includes(group)) ?? false);
