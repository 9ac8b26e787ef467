import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { strings } from '../strings.ts';

/** Something long is being worked out here, in the browser. */
export function Working() {
  return (
    <Box padding={{ vertical: 's' }} color="text-body-secondary">
      <Spinner /> <span role="status">{strings.result.working}</span>
    </Box>
  );
}
