import Header from '@cloudscape-design/components/header';
import type { InputProps } from '@cloudscape-design/components/input';
import LiveRegion from '@cloudscape-design/components/live-region';
import { useCallback, useDeferredValue, useMemo, useRef } from 'react';
import { amend } from '../navigation.ts';
import { FailedView } from '../parts/failed-view.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { useTask } from '../parts/use-task.ts';
import { strings } from '../strings.ts';
import { CatalogueSkeleton } from './catalogue-skeleton.tsx';
import { FolderRail } from './folder-rail.tsx';
import { NothingFound } from './nothing-found.tsx';
import { FAVOURITES, withFavourite } from './own.ts';
import { ReportSearch } from './report-search.tsx';
import { ReportSections } from './report-sections.tsx';
import './reports.css';
import { sectionsOf } from './sections.ts';
import { useCatalogueKeys } from './use-catalogue-keys.ts';
import { useMinute } from './use-minute.ts';
import { useOwn } from './use-own.ts';
import { type Wish, wishHref, wishOf } from './wish.ts';

const words = strings.reports;

/** Every report that one may run, and how to find one. What is searched for stands in the address. */
export function ReportsView({ search }: { search: URLSearchParams }) {
  const { catalogue, saved, preferences, serverNow } = useReadout();
  const edition = useObservable(saved);
  const known = useObservable(catalogue);
  const { done, error, retry } = useTask(
    // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was saved is read again
    useCallback(() => catalogue.refresh(), [catalogue, edition]),
  );
  const { own, lastRuns } = useOwn();
  const now = useMinute(serverNow);
  const wish = useMemo(() => wishOf(search), [search]);
  const shownWish = useDeferredValue(wish);
  const all = useMemo(() => [...known.values()], [known]);
  const sections = useMemo(() => sectionsOf(all, shownWish, own), [all, shownWish, own]);
  const found = sections.reduce((sum, { reports }) => sum + reports.length, 0);
  const input = useRef<InputProps.Ref>(null);
  const onKeyDown = useCatalogueKeys(input);
  const onFavourite = useCallback(
    (id: string) => preferences.set(FAVOURITES, (before) => withFavourite(before, id)),
    [preferences],
  );
  const favourites = useMemo(() => new Set(own.favourites), [own]);
  const rowOf = (id: string) => ({
    favourite: favourites.has(id),
    onFavourite,
    lastRun: lastRuns.get(id),
    now,
  });

  if (error && all.length === 0) {
    return <FailedView title={words.title} error={error} onRetry={retry} />;
  }
  const loading = !done && all.length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that bubble up from the links and the search within
    <div className="catalogue" onKeyDown={onKeyDown}>
      <Header
        variant="h1"
        description={words.lead}
        counter={loading ? undefined : words.count(found, all.length)}
      >
        {words.title}
      </Header>
      <ReportSearch
        {...{ all, loading, wish }}
        setWish={(next: Wish) => amend(wishHref(next))}
        searchRef={input}
      />
      <LiveRegion hidden>{loading ? words.loading : words.matches(found)}</LiveRegion>
      <div className="catalogue-body">
        <FolderRail all={all} own={own} wish={wish} />
        <div>
          {loading ? (
            <CatalogueSkeleton />
          ) : found > 0 ? (
            <ReportSections sections={sections} wish={shownWish} rowOf={rowOf} />
          ) : (
            <NothingFound all={all} wish={shownWish} own={own} />
          )}
          <p className="shortcut catalogue-keys">{words.shortcuts}</p>
        </div>
      </div>
    </div>
  );
}
