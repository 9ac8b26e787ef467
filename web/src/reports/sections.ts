import type { Report } from '@readout/runtime/contracts.ts';
import { wordsOf } from './fold-text.ts';
import { folderOf, isIn } from './folders.ts';
import { searchReports } from './search-reports.ts';
import type { Wish } from './wish.ts';

/** Reports under one heading. */
export interface Section {
  kind: 'favourites' | 'recent' | 'matches' | 'folder';
  /** Of kind `folder`; empty for reports that are in none. */
  folder: string;
  reports: Report[];
}

/** What is the person's own: ids of reports, of those that were run the latest first. */
export interface Own {
  favourites: readonly string[];
  recent: readonly string[];
}

/** The first view shows so many of those that were run; the list of them has all. */
const MOST_RECENT = 5;

/** What a wish finds, under its headings. Every report stands under one of them only. */
export function sectionsOf(all: readonly Report[], wish: Wish, own: Own): Section[] {
  const found = findReports(all, wish, own);
  if (wish.list) return section(wish.list, found);
  if (wish.text.trim() || wish.tags.length > 0) return section('matches', found);
  if (wish.folder) return byFolder(found);
  const favourites = inOrder(found, own.favourites).sort(byTitle);
  const recent = inOrder(found, own.recent)
    .filter((report) => !favourites.includes(report))
    .slice(0, MOST_RECENT);
  const shown = new Set([...favourites, ...recent]);
  return [
    ...section('favourites', favourites),
    ...section('recent', recent),
    ...byFolder(found.filter((report) => !shown.has(report))),
  ];
}

/** What a wish finds. */
export function findReports(all: readonly Report[], { text, tags, folder, list }: Wish, own: Own): Report[] {
  const listed = list ? inOrder(all, own[list]) : [...all].sort(byTitle);
  const within = listed.filter(
    (report) =>
      (folder === undefined || isIn(report.id, folder)) && tags.every((tag) => report.tags.includes(tag)),
  );
  return searchReports(within, wordsOf(text));
}

const byTitle = (a: Report, b: Report): number => a.title.localeCompare(b.title);

const section = (kind: Section['kind'], reports: Report[], folder = ''): Section[] =>
  reports.length > 0 ? [{ kind, folder, reports }] : [];

function inOrder(all: readonly Report[], ids: readonly string[]): Report[] {
  const known = new Map(all.map((report) => [report.id, report]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

function byFolder(reports: readonly Report[]): Section[] {
  const folders = new Map<string, Report[]>();
  for (const report of reports) {
    const folder = folderOf(report.id);
    folders.set(folder, [...(folders.get(folder) ?? []), report]);
  }
  return [...folders]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([folder, found]) => section('folder', found, folder));
}
