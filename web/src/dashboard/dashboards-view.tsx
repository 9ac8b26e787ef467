import Box from '@cloudscape-design/components/box';
import Cards, { type CardsProps } from '@cloudscape-design/components/cards';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { DashboardListed } from '@readout/runtime/contracts.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { useTask } from '../parts/use-task.ts';
import { dashboardHref } from '../route.ts';
import { strings } from '../strings.ts';
import { language } from '../words/language.ts';
import { intervalText } from './time-text.ts';

const words = strings.dashboards;

/** Every dashboard that one may see. */
export default function DashboardsView() {
  const { dashboards } = useReadout();
  const listed = useObservable(dashboards.listed);
  const { error, retry } = useTask(dashboards.refresh);

  if (error && !listed) {
    return (
      <Box padding={{ top: 'l' }}>
        <ErrorAlert error={error} onRetry={retry} />
      </Box>
    );
  }
  return (
    <Cards
      variant="full-page"
      stickyHeader={false}
      items={listed ?? []}
      trackBy="id"
      loading={!listed}
      loadingText={words.loading}
      cardDefinition={CARD}
      cardsPerRow={[{ cards: 1 }, { minWidth: 620, cards: 2 }, { minWidth: 1100, cards: 3 }]}
      header={
        <Header variant="h1" description={words.lead} counter={listed && `(${listed.length})`}>
          {words.title}
        </Header>
      }
      empty={<Empty title={words.noneTitle}>{words.none}</Empty>}
    />
  );
}

const CARD: CardsProps.CardDefinition<DashboardListed> = {
  header: ({ id, title }) => (
    <a className="card-title" href={dashboardHref(id)}>
      {title}
    </a>
  ),
  sections: [
    {
      id: 'about',
      content: ({ description, error }) =>
        error ? (
          <StatusIndicator type="error">
            {words.brokenTitle}: {error.message}
          </StatusIndicator>
        ) : (
          description
        ),
    },
    { id: 'foot', content: (dashboard) => <Foot {...dashboard} /> },
  ],
};

function Foot({ id, tags, tileCount, refresh }: DashboardListed) {
  return (
    <SpaceBetween size="xs" direction="horizontal" alignItems="center">
      {tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
        </span>
      ))}
      <Box color="text-body-secondary" fontSize="body-s">
        {words.tiles(tileCount)}
        {refresh && ` · ${words.refreshes(intervalText(refresh, language()))}`} ·{' '}
        <span className="mono">{id}</span>
      </Box>
    </SpaceBetween>
  );
}
