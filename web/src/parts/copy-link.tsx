import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { address } from '../navigation.ts';
import { strings } from '../strings.ts';

const words = strings.report;

/** Copies the address of the view, which says what was chosen in it. */
export function CopyLink() {
  return (
    <CopyToClipboard
      textToCopy={address()}
      copyButtonText={words.copyLink}
      copySuccessText={words.copied}
      copyErrorText={words.copyFailed}
    />
  );
}
