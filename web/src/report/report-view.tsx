import ContentLayout from '@cloudscape-design/components/content-layout';
import { useState } from 'react';
import { searchFrom, valuesFrom } from '../form/inputs.ts';
import { amend } from '../navigation.ts';
import { reportHref } from '../route.ts';
import { LoadedReport } from './loaded-report.tsx';
import { ReportHeader } from './report-header.tsx';
import { ReportPanel } from './report-panel.tsx';

export interface ReportViewProps {
  id: string;
  /** The inputs that the link carries; `run=1` runs them at once. */
  search: URLSearchParams;
}

/** One report. Its inputs live in the address, so that what is on the screen is what the link says. */
export default function ReportView({ id, search }: ReportViewProps) {
  const [topic] = useState(() => `report/${crypto.randomUUID()}`);
  const [runAtOnce] = useState(search.get('run') === '1');
  return (
    <LoadedReport id={id}>
      {(report) => (
        <ContentLayout header={<ReportHeader report={report} />}>
          <ReportPanel
            alone
            report={report}
            topic={topic}
            runAtOnce={runAtOnce}
            values={valuesFrom(report.parameters, search)}
            onChange={(values) => amend(reportHref(id, searchFrom(report.parameters, values)))}
          />
        </ContentLayout>
      )}
    </LoadedReport>
  );
}
