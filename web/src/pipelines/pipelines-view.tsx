import Box from '@cloudscape-design/components/box';
import Cards, { type CardsProps } from '@cloudscape-design/components/cards';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Pipeline } from '@readout/runtime/contracts.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { useTask } from '../parts/use-task.ts';
import { pipelineHref } from '../route.ts';
import { strings } from '../strings.ts';

const words = strings.pipelines;

/** Every pipeline that one may see. */
export default function PipelinesView() {
  const { pipelines } = useReadout();
  const listed = useObservable(pipelines.listed);
  const { error, retry } = useTask(pipelines.refresh);

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

const CARD: CardsProps.CardDefinition<Pipeline> = {
  header: ({ id, title }) => (
    <a className="card-title" href={pipelineHref(id)}>
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
    { id: 'foot', content: (pipeline) => <Foot {...pipeline} /> },
  ],
};

function Foot({ id, tags, steps }: Pipeline) {
  const scripts = steps.flatMap((step) => step.scripts).length;
  return (
    <SpaceBetween size="xs" direction="horizontal" alignItems="center">
      {tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
        </span>
      ))}
      <Box color="text-body-secondary" fontSize="body-s">
        {words.scripts(scripts, steps.length)} · <span className="mono">{id}</span>
      </Box>
    </SpaceBetween>
  );
}
