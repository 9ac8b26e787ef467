import Cards, { type CardsProps } from '@cloudscape-design/components/cards';
import Header from '@cloudscape-design/components/header';
import { Empty } from './empty.tsx';
import { FailedView } from './failed-view.tsx';
import { useTask } from './use-task.ts';

export interface CardListProps<Item> extends Pick<CardsProps<Item>, 'cardDefinition' | 'cardsPerRow'> {
  /** What is known; nothing before it was read. */
  items: readonly Item[] | undefined;
  /** Reads it anew, which is done when the view opens. */
  refresh: () => Promise<void>;
  words: { title: string; lead: string; loading: string; noneTitle: string; none: string };
}

/** A view of everything of one kind: shown at once as far as it is known, and read anew. */
export function CardList<Item extends { id: string }>({
  items,
  refresh,
  words,
  ...cards
}: CardListProps<Item>) {
  const { error, retry } = useTask(refresh);
  if (error && !items) {
    return <FailedView title={words.title} error={error} onRetry={retry} />;
  }
  return (
    <Cards
      variant="full-page"
      stickyHeader={false}
      items={items ?? []}
      trackBy="id"
      loading={!items}
      loadingText={words.loading}
      header={
        <Header variant="h1" description={words.lead} counter={items && `(${items.length})`}>
          {words.title}
        </Header>
      }
      empty={<Empty title={words.noneTitle}>{words.none}</Empty>}
      {...cards}
    />
  );
}
