import type { Report } from '@readout/runtime/contracts.ts';

/** The reports that hold every word of the search, in whatever field, and every tag. */
export function searchReports(reports: Iterable<Report>, words: string, tags: readonly string[]): Report[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return [...reports].filter((report) => {
    const text = [report.title, report.description, report.id, report.source, ...report.tags]
      .join('\n')
      .toLowerCase();
    return wanted.every((word) => text.includes(word)) && tags.every((tag) => report.tags.includes(tag));
  });
}

/** Every tag that a report has, in order. */
export function tagsOf(reports: Iterable<Report>): string[] {
  return [...new Set([...reports].flatMap(({ tags }) => tags))].sort();
}
