import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Report } from '@readout/runtime/contracts.ts';
import { Empty } from '../parts/empty.tsx';
import { strings } from '../strings.ts';
import { findReports, type Own } from './sections.ts';
import { type Wish, wishHref } from './wish.ts';

const words = strings.reports;

export interface NothingFoundProps {
  all: readonly Report[];
  wish: Wish;
  own: Own;
}

/** Why there is nothing here, and the way to where there is something. */
export function NothingFound({ all, wish, own }: NothingFoundProps) {
  if (all.length === 0) return <Empty title={words.noneTitle}>{words.none}</Empty>;
  const { text, tags, list } = wish;
  const showAll = <Button href="/reports">{words.showAll}</Button>;
  if (!text.trim() && tags.length === 0 && list) {
    const [title, body] =
      list === 'favourites'
        ? [words.noFavouritesTitle, words.noFavourites]
        : [words.noRecentTitle, words.noRecent];
    return (
      <Empty title={title} action={showAll}>
        {body}
      </Empty>
    );
  }
  const elsewhere = findReports(all, { text, tags }, own).length;
  return (
    <Empty
      title={words.noMatchTitle}
      action={
        <SpaceBetween size="xs" direction="horizontal" alignItems="center">
          {elsewhere > 0 && (
            <Button variant="primary" href={wishHref({ text, tags })}>
              {words.elsewhere(elsewhere)}
            </Button>
          )}
          <Button href={wishHref({ ...wish, text: '', tags: [] })}>{words.clear}</Button>
        </SpaceBetween>
      }
    >
      {words.noMatch}
    </Empty>
  );
}
