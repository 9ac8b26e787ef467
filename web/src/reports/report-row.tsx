import type { Report, Run } from '@readout/runtime/contracts.ts';
import { memo } from 'react';
import { ErrorWords } from '../parts/error-words.tsx';
import { reportHref } from '../route.ts';
import { strings } from '../strings.ts';
import { FavouriteStar } from './favourite-star.tsx';
import { Marked } from './marked.tsx';
import { ReportFacts } from './report-facts.tsx';
import { type Wish, wishHref, withTag } from './wish.ts';

const words = strings.reports;

export interface ReportRowProps {
  report: Report;
  /** What is searched for, folded. */
  marks: readonly string[];
  wish: Wish;
  favourite: boolean;
  onFavourite: (id: string) => void;
  lastRun?: Run;
  now: number;
}

/** One report of the catalogue. Its title leads to it; the whole row does so for a pointer. */
export const ReportRow = memo(function ReportRow(props: ReportRowProps) {
  const { report, marks, favourite, onFavourite, lastRun, now } = props;
  const { id, title, description, error, access } = report;
  return (
    <li className="report-row">
      <FavouriteStar title={title} on={favourite} onPress={() => onFavourite(id)} />
      <div className="report-main">
        <h3>
          <a className="report-title" href={reportHref(id)}>
            <Marked text={title} words={marks} />
          </a>
          {access && (
            <span className="report-badge" title={words.onlyForHint}>
              {words.onlyFor(access.join(', '))}
            </span>
          )}
          {error && <span className="report-badge report-broken">{words.broken}</span>}
        </h3>
        {error && (
          <p className="engine-words">
            <ErrorWords error={error} />
          </p>
        )}
        {description && (
          <p>
            <Marked text={description} words={marks} />
          </p>
        )}
        <ReportMeta {...props} />
      </div>
      {!error && <ReportFacts report={report} lastRun={lastRun} now={now} />}
    </li>
  );
});

function ReportMeta({ report: { id, tags, owner }, marks, wish }: ReportRowProps) {
  return (
    <div className="report-meta">
      {tags.map((tag) => (
        <a key={tag} className="tag" href={wishHref(withTag(wish, tag))}>
          <Marked text={tag} words={marks} />
        </a>
      ))}
      {owner && (
        <span>
          <Marked text={words.owner(owner)} words={marks} />
        </span>
      )}
      <span className="mono">
        <Marked text={id} words={marks} />
      </span>
    </div>
  );
}
