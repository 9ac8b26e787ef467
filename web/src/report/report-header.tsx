import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Report } from '@readout/runtime/contracts.ts';
import { address } from '../navigation.ts';
import { sideBySideHref } from '../route.ts';
import { strings } from '../strings.ts';

const words = strings.report;

export function ReportHeader({ report }: { report: Report }) {
  const { id, title, description, tags, source } = report;
  return (
    <SpaceBetween size="xs">
      <Header
        variant="h1"
        description={description}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <CopyToClipboard
              textToCopy={address()}
              copyButtonText={words.copyLink}
              copySuccessText={words.copied}
              copyErrorText={words.copyFailed}
            />
            <Button href={sideBySideHref(id)}>{words.compare}</Button>
          </SpaceBetween>
        }
      >
        {title}
      </Header>
      {(tags.length > 0 || source) && (
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          {tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
          {source && (
            <Box color="text-body-secondary" fontSize="body-s">
              {words.source}: {source}
            </Box>
          )}
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
