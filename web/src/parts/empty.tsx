import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

export interface EmptyProps {
  title: string;
  children: ReactNode;
  action?: ReactNode;
  /** It is all that a view has: its title is the view's own. */
  whole?: boolean;
}

/** Says why there is nothing here, and what to do about it. */
export function Empty({ title, children, action, whole = false }: EmptyProps) {
  return (
    <div className="empty">
      <SpaceBetween size="xs">
        <Box variant="h3" tagOverride={whole ? 'h1' : 'h2'} padding="n">
          {title}
        </Box>
        <Box color="text-body-secondary">{children}</Box>
        {action && <Box padding={{ top: 's' }}>{action}</Box>}
      </SpaceBetween>
    </div>
  );
}
