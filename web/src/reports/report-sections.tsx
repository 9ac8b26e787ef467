import { strings } from '../strings.ts';
import { wordsOf } from './fold-text.ts';
import { ReportRow, type ReportRowProps } from './report-row.tsx';
import type { Section } from './sections.ts';
import type { Wish } from './wish.ts';

const words = strings.reports;

export interface ReportSectionsProps {
  sections: Section[];
  wish: Wish;
  /** What a row shows besides its report. */
  rowOf: (id: string) => Pick<ReportRowProps, 'favourite' | 'onFavourite' | 'lastRun' | 'now'>;
}

/** Reports under their headings. */
export function ReportSections({ sections, wish, rowOf }: ReportSectionsProps) {
  const marks = wordsOf(wish.text);
  return sections.map((section) => {
    const heading = headingOf(section);
    return (
      <section key={`${section.kind}/${section.folder}`} aria-label={heading}>
        <h2 className="report-heading">
          {heading} {section.kind !== 'matches' && <span>{section.reports.length}</span>}
        </h2>
        <ul className="report-list">
          {section.reports.map((report) => (
            <ReportRow key={report.id} report={report} marks={marks} wish={wish} {...rowOf(report.id)} />
          ))}
        </ul>
      </section>
    );
  });
}

function headingOf({ kind, folder, reports }: Section): string {
  if (kind === 'matches') return words.matches(reports.length);
  if (kind === 'folder') return folder.split('/').join(' / ') || words.noFolder;
  return words[kind];
}
