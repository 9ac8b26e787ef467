import Box from '@cloudscape-design/components/box';
import type { CardsProps } from '@cloudscape-design/components/cards';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ErrorDetail } from '@readout/runtime/contracts.ts';
import { ErrorWords } from './error-words.tsx';

/** What a file of the template bucket describes: a dashboard or a pipeline. */
interface Described {
  id: string;
  title: string;
  description?: string;
  tags: string[];
  /** What is wrong with its file. */
  error?: ErrorDetail;
}

/** How wide a list is when two of its cards, or three, stand side by side. */
export const PER_ROW = [{ cards: 1 }, { minWidth: 620, cards: 2 }, { minWidth: 1100, cards: 3 }];

/** A card that leads to what it describes, with its tags, a few facts and its id at the foot. */
export const describedCard = <Item extends Described>(
  hrefOf: (id: string) => string,
  brokenTitle: string,
  factsOf: (item: Item) => string,
): CardsProps.CardDefinition<Item> => ({
  header: ({ id, title }) => (
    <a className="card-title" href={hrefOf(id)}>
      {title}
    </a>
  ),
  sections: [
    {
      id: 'about',
      content: ({ description, error }) =>
        error ? (
          <StatusIndicator type="error">
            {brokenTitle}: <ErrorWords error={error} />
          </StatusIndicator>
        ) : (
          description
        ),
    },
    {
      id: 'foot',
      content: (item) => (
        <SpaceBetween size="xs" direction="horizontal" alignItems="center">
          {item.tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
          <Box color="text-body-secondary" fontSize="body-s">
            {factsOf(item)} · <span className="mono">{item.id}</span>
          </Box>
        </SpaceBetween>
      ),
    },
  ],
});
