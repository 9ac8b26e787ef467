import type { Report } from '../contracts.ts';
import { problemsOfCascade } from './check-cascade.ts';
import type { FrontMatter } from './front-matter.ts';
import { readReportFile } from './parse-template.ts';
import { lineOf, Problem } from './problem.ts';
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
  message: string;
}

type Finding = Pick<Problem, 'message' | 'at'>;
type Readable = { file: SqlFile; template: ReportTemplate; front: FrontMatter };
type Read = Readable | { file: SqlFile; broken: Finding };

/**
 * What is wrong with reports, each by itself and with one another. The runtime's own parser reads them; besides, who may
 * see a report has to be written down, what fills a choice has to be able to, and the tables that it says it reads and what
 * its chart draws have to be there.
 */
export function checkReports(files: SqlFile[]): SqlProblem[] {
  const read = files.map(readFile);
  const reports = new Map(
    read.flatMap((one) => ('template' in one ? [[one.template.report.id, one.template] as const] : [])),
  );
  return read.flatMap((one) => {
    const found =
      'broken' in one
        ? [one.broken]
        : [...checkAccess(one.front), ...checkReads(one), ...checkOptions(one, reports), ...checkChart(one)];
    return found.map(({ message, at }) => ({
      path: one.file.path,
      line: lineOf(one.file.text, at),
      message,
    }));
  });
}

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

const checkAccess = ({ value, at }: FrontMatter): Finding[] =>
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

function checkOptions(
  { template: { report }, front }: Readable,
  reports: Map<string, ReportTemplate>,
): Finding[] {
  return report.parameters.flatMap((parameter, index) => {
    const { optionsFrom } = parameter;
    if (optionsFrom === undefined) return [];
    const at = front.at(['parameters', index, 'options-from']);
    const options = reports.get(optionsFrom);
    if (!options) return [{ message: `there is no report ${optionsFrom} that could be read`, at }];
    const found = [
      ...problemsOfOptions(report, options),
      ...problemsOfCascade(report, parameter, options.report),
    ];
    return found.map((message) => ({ message, at }));
  });
}

/** A chart draws columns of the result, where the text tells which those are. */
function checkChart({ template, front }: Extract<Read, { front: FrontMatter }>): Finding[] {
  const { x, y = [], series } = template.report.chart ?? {};
  const columns = everyColumn(template);
  const named: [PropertyKey[], string | undefined][] = [
    [['x'], x],
    ...y.map((name, index): [PropertyKey[], string] => [['y', index], name]),
    [['series'], series],
  ];
  return named.flatMap(([path, name]) =>
    name === undefined || !columns || columns.includes(name.toLowerCase())
      ? []
      : [{ message: `chart: the result has no column ${name}`, at: front.at(['chart', ...path]) }],
  );
}

/** A form runs the report of its choices by itself, for whoever sees the form, and reads two of its columns. */
function problemsOfOptions(report: Report, options: ReportTemplate): string[] {
  const { id } = options.report;
  const columns = resultColumns(options);
  const missing = ['value', 'label'].filter((name) => !columns.includes(name));
  return [
    ...missing.map((name) => `${id} names no column ${name}`),
    ...(isAsOpen(options.report, report) ? [] : [`${id} is for fewer groups than this report`]),
  ];
}

const isAsOpen = (options: Report, { access }: Report): boolean =>
  options.access === undefined || (access?.every((group) => options.access?.includes(group)) ?? false);
