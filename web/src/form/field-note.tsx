import Box from '@cloudscape-design/components/box';
import type { ReactNode } from 'react';

/** What a field has to say of its own accord, told to screen readers too. */
export function FieldNote({ children }: { children: ReactNode }) {
  return (
    <div role="status">
      <Box color="text-status-warning" fontSize="body-s" padding={{ top: 'xxs' }}>
        {children}
      </Box>
    </div>
  );
}
