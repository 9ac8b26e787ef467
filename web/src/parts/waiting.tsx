import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';

/** Something is on its way: what that is, in words, beside a picture that turns. */
export function Waiting({ text }: { text: string }) {
  return (
    <Box textAlign="center" padding="xl" color="text-body-secondary">
      <Spinner /> <span role="status">{text}</span>
    </Box>
  );
}
