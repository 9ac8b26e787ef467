import Multiselect from '@cloudscape-design/components/multiselect';
import TextFilter from '@cloudscape-design/components/text-filter';
import type { Report } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { tagsOf } from './search-reports.ts';

const words = strings.reports;

export interface ReportSearchProps {
  all: Report[];
  text: string;
  setText: (text: string) => void;
  tags: string[];
  setTags: (tags: string[]) => void;
  matches: number;
}

/** Narrows the reports by words and tags. */
export function ReportSearch({ all, text, setText, tags, setTags, matches }: ReportSearchProps) {
  const asOption = (tag: string) => ({ value: tag, label: tag });
  return (
    <div className="search">
      <TextFilter
        filteringText={text}
        filteringPlaceholder={words.search}
        filteringAriaLabel={words.search}
        countText={text || tags.length ? words.matches(matches) : ''}
        onChange={({ detail }) => setText(detail.filteringText)}
      />
      <Multiselect
        ariaLabel={words.tags}
        placeholder={words.anyTag}
        inlineTokens
        options={tagsOf(all).map(asOption)}
        selectedOptions={tags.map(asOption)}
        onChange={({ detail }) => setTags(detail.selectedOptions.map(({ value = '' }) => value))}
      />
    </div>
  );
}
