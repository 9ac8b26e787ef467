import type { Report } from '@readout/runtime/contracts.ts';
import { foldText } from './fold-text.ts';

/** Where a word may be found, and how much that says. */
const FIELDS: [weight: number, text: (report: Report) => string][] = [
  [4, ({ title }) => title],
  [3, ({ tags }) => tags.join('\n')],
  [2, ({ id }) => id],
  [1, ({ description = '', owner = '', source = '' }) => [description, owner, source].join('\n')],
];

/**
 * The reports in which every word occurs, in whatever field and order, the best first: a word in a title says more than
 * one in a description. Without words, all of them as they came.
 */
export function searchReports(reports: readonly Report[], words: readonly string[]): Report[] {
  if (words.length === 0) return [...reports];
  return reports
    .map((report) => ({ report, score: scoreOf(report, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.report.title.localeCompare(b.report.title))
    .map(({ report }) => report);
}

/** 0 when a word is missing. */
function scoreOf(report: Report, words: readonly string[]): number {
  const fields = FIELDS.map(([weight, text]) => ({ weight, text: foldText(text(report)) }));
  const found = words.map((word) => fields.find(({ text }) => text.includes(word))?.weight ?? 0);
  return found.includes(0) ? 0 : found.reduce((sum, weight) => sum + weight, 0);
}

/** Every tag that a report has, with how many have it, the most frequent first. */
export function tagsOf(reports: Iterable<Report>): { tag: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { tags } of reports)
    for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}
