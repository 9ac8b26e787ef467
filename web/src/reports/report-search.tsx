import Input, { type InputProps } from '@cloudscape-design/components/input';
import type { Report } from '@readout/runtime/contracts.ts';
import { type Ref, useState } from 'react';
import { strings } from '../strings.ts';
import { tagsOf } from './search-reports.ts';
import { type Wish, wishHref, withTag } from './wish.ts';

const words = strings.reports;
/** Further tags are shown when they are asked for. */
const MOST_TAGS = 10;

export interface ReportSearchProps {
  all: readonly Report[];
  /** The reports are not known yet. */
  loading: boolean;
  wish: Wish;
  setWish: (wish: Wish) => void;
  searchRef: Ref<InputProps.Ref>;
}

/** Narrows the reports by words and tags. */
export function ReportSearch({ all, loading, wish, setWish, searchRef }: ReportSearchProps) {
  return (
    <search className="report-search">
      <div className="report-search-words">
        <Input
          ref={searchRef}
          type="search"
          value={wish.text}
          ariaLabel={words.search}
          placeholder={words.searchHint}
          clearAriaLabel={words.clear}
          onChange={({ detail }) => setWish({ ...wish, text: detail.value })}
        />
        {!wish.text && <kbd className="shortcut">/</kbd>}
      </div>
      {loading ? <div className="report-tags-waiting" /> : <Tags all={all} wish={wish} />}
    </search>
  );
}

function Tags({ all, wish }: Pick<ReportSearchProps, 'all' | 'wish'>) {
  const [everyTag, setEveryTag] = useState(false);
  const tags = tagsOf(all);
  if (tags.length === 0) return null;
  const shown = everyTag
    ? tags
    : tags.filter(({ tag }, place) => place < MOST_TAGS || wish.tags.includes(tag));
  return (
    <ul className="report-tags" aria-label={words.tags}>
      {shown.map(({ tag, count }) => (
        <li key={tag}>
          <a className="tag" href={wishHref(withTag(wish, tag))} aria-current={wish.tags.includes(tag)}>
            {tag} <span className="rail-count">{count}</span>
          </a>
        </li>
      ))}
      {tags.length > MOST_TAGS && (
        <li>
          <button type="button" className="tag" onClick={() => setEveryTag(!everyTag)}>
            {everyTag ? words.fewerTags : words.moreTags(tags.length - shown.length)}
          </button>
        </li>
      )}
    </ul>
  );
}
