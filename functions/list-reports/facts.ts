import type { Report } from '@readout/runtime/contracts.ts';
import { type Datasets, type Loads, newestLoad, oldestLoad } from '@readout/runtime/datasets.ts';
import type { ReportStatistics } from '@readout/runtime/report-statistics.ts';

export interface FactsDeps {
  statistics: Pick<ReportStatistics, 'of' | 'all'>;
  datasets: Pick<Datasets, 'loads'>;
}

/** The reports with what their files cannot say: how long they take, when they were run, how old their data is. */
export const withFacts = async (deps: FactsDeps, reports: Report[]): Promise<Report[]> => {
  const [usual, loads] = await Promise.all([deps.statistics.all(), deps.datasets.loads()]);
  return reports.map((report) => ({ ...report, ...usual.get(report.id), ...loadOf(report, loads) }));
};

/** The same for one report. */
export const withOwnFacts = async (deps: FactsDeps, report: Report): Promise<Report> => {
  const [usual, loads] = await Promise.all([
    deps.statistics.of(report.id),
    report.reads ? deps.datasets.loads() : new Map<string, string>(),
  ]);
  return { ...report, ...usual, ...loadOf(report, loads) };
};

const loadOf = ({ reads = [] }: Report, loads: Loads): Pick<Report, 'dataLoadedAt' | 'newestLoadAt'> => {
  const dataLoadedAt = oldestLoad(reads, loads);
  const newestLoadAt = newestLoad(reads, loads);
  return { ...(dataLoadedAt && { dataLoadedAt }), ...(newestLoadAt && { newestLoadAt }) };
};
