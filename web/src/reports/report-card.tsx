import Box from '@cloudscape-design/components/box';
import type { CardsProps } from '@cloudscape-design/components/cards';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Report } from '@readout/runtime/contracts.ts';
import { reportHref } from '../route.ts';
import { strings } from '../strings.ts';

/** How a report looks among the others. */
export const reportCard: CardsProps.CardDefinition<Report> = {
  header: ({ id, title }) => (
    <a className="card-title" href={reportHref(id)}>
      {title}
    </a>
  ),
  sections: [
    {
      id: 'about',
      content: ({ description }) => description,
    },
    {
      id: 'foot',
      content: ({ id, tags, parameters }) => (
        <SpaceBetween size="xs" direction="horizontal" alignItems="center">
          {tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
          <Box color="text-body-secondary" fontSize="body-s">
            {strings.reports.inputs(parameters.length)} · <span className="mono">{id}</span>
          </Box>
        </SpaceBetween>
      ),
    },
  ],
};
