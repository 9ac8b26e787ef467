import type { Report } from '../contracts.ts';
import { isKnown } from '../errors.ts';
import {
  checkAccess,
  checkOptions,
  type Finding,
  isAsOpen,
  type Reports,
  type SqlFile,
  type SqlProblem,
  strangeColumns,
} from '../report/check-reports.ts';
import { Problem, placeOf } from '../report/problem.ts';
import type { ReportTemplate } from '../report/template.ts';
import { dashboardIdOf, EXPECTED_NAME } from './dashboard-id.ts';
import type { TileTemplate } from './dashboard-schema.ts';
import { isAsked, misfit, valueMisfit } from './parameter-fit.ts';
import { type DashboardFile, type DashboardTemplate, readDashboardFile } from './parse-dashboard.ts';
import { tileChart } from './tile-chart.ts';

/** A problem of one tile, and the keys below it that are wrong. */
type TileProblem = [path: PropertyKey[], message: string];

/**
 * What is wrong with dashboards, each by itself and with its reports: they exist, their inputs fit, and whoever may see
 * the dashboard may run them. The runtime's own parser reads the files.
 */
export function checkDashboards(files: SqlFile[], reports: Reports): SqlProblem[] {
  return files.flatMap(({ path, text }) =>
    findingsOf({ path, text }, reports).map(({ message, at }) => ({ path, ...placeOf(text, at), message })),
  );
}

function findingsOf({ path, text }: SqlFile, reports: Reports): Finding[] {
  const id = dashboardIdOf(path);
  if (id === undefined) return [{ message: EXPECTED_NAME, at: 0 }];
  try {
    const file = readDashboardFile(text, id);
    return [
      ...checkAccess(file.source),
      ...checkOptions(file.template, file.source, reports),
      ...checkTiles(file, reports),
    ];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error];
  }
}

function checkTiles({ template, source }: DashboardFile, reports: Reports): Finding[] {
  return template.tiles.flatMap((tile, index) =>
    problemsOfTile(tile, template, reports.get(tile.report)).map(([path, message]) => ({
      message: `tile ${tile.id}: ${message}`,
      at: source.at(['tiles', index, ...path]),
    })),
  );
}

function problemsOfTile(
  tile: TileTemplate,
  dashboard: DashboardTemplate,
  found?: ReportTemplate,
): TileProblem[] {
  if (!found) return [[['report'], `there is no report ${tile.report} that could be read`]];
  const { report } = found;
  const closed: TileProblem = [['report'], `${report.id} is for fewer groups than this dashboard`];
  return [
    ...(isAsOpen(report, dashboard) ? [] : [closed]),
    ...problemsOfInputs(tile, dashboard, report),
    ...problemsOfChart(tile, found),
  ];
}

function problemsOfInputs(
  { inputs, shared }: TileTemplate,
  dashboard: DashboardTemplate,
  report: Report,
): TileProblem[] {
  const known = new Map(report.parameters.map((parameter) => [parameter.name, parameter]));
  const formed = new Map(dashboard.parameters.map((parameter) => [parameter.name, parameter]));
  const given = Object.keys({ ...inputs, ...shared });
  const missing = report.parameters.filter((one) => isAsked(one) && !given.includes(one.name));
  const misfits = given.flatMap((name): TileProblem[] => {
    const own = known.get(name);
    if (!own) return [[['inputs', name], `${report.id} has no input ${name}`]];
    const from = formed.get(shared[name] ?? '');
    const value = inputs[name];
    const message = from ? misfit(from, own) : value === undefined ? undefined : valueMisfit(own, value);
    return message === undefined ? [] : [[['inputs', name], message]];
  });
  return [
    ...missing.map(({ name }): TileProblem => [['inputs'], `${report.id} requires the input ${name}`]),
    ...misfits,
  ];
}

function problemsOfChart(tile: TileTemplate, template: ReportTemplate): TileProblem[] {
  try {
    tileChart(tile, template.report);
    return strangeColumns(tile.chart, template).map(([path, message]) => [['chart', ...path], message]);
  } catch (error) {
    if (!isKnown(error)) throw error;
    return [[['chart'], error.message.replace(`tile ${tile.id}: `, '')]];
  }
}
