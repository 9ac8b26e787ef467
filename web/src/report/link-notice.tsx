import Alert from '@cloudscape-design/components/alert';
import { useState } from 'react';
import { strings } from '../strings.ts';

/** Says what a link named that the report does not have, until it is read. Nothing where there is nothing. */
export function LinkNotice({ unknown }: { unknown: string[] }) {
  const [read, setRead] = useState(false);
  if (unknown.length === 0 || read) return null;
  return (
    <Alert
      type="warning"
      dismissible
      dismissAriaLabel={strings.dismiss}
      onDismiss={() => setRead(true)}
      header={strings.report.unknownTitle}
    >
      {strings.report.unknown(unknown)}
    </Alert>
  );
}
