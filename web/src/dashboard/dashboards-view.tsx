import type { DashboardListed } from '@readout/runtime/contracts.ts';
import { useCallback } from 'react';
import { CardList } from '../parts/card-list.tsx';
import { describedCard, PER_ROW } from '../parts/described-card.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { dashboardHref } from '../route.ts';
import { strings } from '../strings.ts';
import { language } from '../words/language.ts';
import { intervalText } from './time-text.ts';

const words = strings.dashboards;

/** Every dashboard that one may see. */
export default function DashboardsView() {
  const { dashboards, saved } = useReadout();
  const edition = useObservable(saved);
  const listed = useObservable(dashboards.listed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was saved is read again
  const refresh = useCallback(() => dashboards.refresh(), [dashboards, edition]);
  return (
    <CardList items={listed} refresh={refresh} words={words} cardDefinition={CARD} cardsPerRow={PER_ROW} />
  );
}

const CARD = describedCard(
  (id) => dashboardHref(id),
  words.brokenTitle,
  ({ tileCount, refresh }: DashboardListed) => {
    const tiles = words.tiles(tileCount);
    return refresh ? `${tiles} · ${words.refreshes(intervalText(refresh, language()))}` : tiles;
  },
);
