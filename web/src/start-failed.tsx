import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { strings } from './strings.ts';

/** The page has no configuration, so that nothing else can be shown. */
export function StartFailed({ reason }: { reason: string }) {
  return (
    <Box padding="xxl">
      <Alert
        type="error"
        header={strings.startFailed}
        action={<Button onClick={() => window.location.reload()}>{strings.retry}</Button>}
      >
        {reason}
      </Alert>
    </Box>
  );
}
