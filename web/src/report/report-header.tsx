import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Report } from '@readout/runtime/contracts.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { SubjectHeader } from '../parts/subject-header.tsx';
import { sideBySideHref } from '../route.ts';
import { strings } from '../strings.ts';

const words = strings.report;

export function ReportHeader({ report }: { report: Report }) {
  const { id, source } = report;
  return (
    <SubjectHeader
      subject={report}
      note={source && `${words.source}: ${source}`}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <CopyLink />
          <Button href={sideBySideHref(id)}>{words.compare}</Button>
        </SpaceBetween>
      }
    />
  );
}
