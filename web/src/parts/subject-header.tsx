import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

export interface SubjectHeaderProps {
  /** What the view is about: a report or a dashboard. */
  subject: { title: string; description?: string; tags: string[] };
  actions: ReactNode;
  /** One more fact about it, beside its tags. */
  note?: string;
}

/** The title of a view with what may be done there, its tags and where it comes from. */
export function SubjectHeader({ subject: { title, description, tags }, actions, note }: SubjectHeaderProps) {
  return (
    <SpaceBetween size="xs">
      <Header variant="h1" description={description} actions={actions}>
        {title}
      </Header>
      {(tags.length > 0 || note) && (
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          {tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
          {note && (
            <Box color="text-body-secondary" fontSize="body-s">
              {note}
            </Box>
          )}
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
