import ContentLayout from '@cloudscape-design/components/content-layout';
import { useEffect, useState } from 'react';
import { type FormValues, searchFrom, valuesFrom } from '../form/inputs.ts';
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
      {(report) => {
        const values = valuesFrom(report.parameters, search);
        const hrefOf = (chosen: FormValues) => reportHref(id, searchFrom(report.parameters, chosen));
        return (
          <ContentLayout header={<ReportHeader report={report} />}>
            <Canonical href={hrefOf(values)} />
            <ReportPanel
              alone
              {...{ report, topic, values, runAtOnce }}
              onChange={(chosen) => amend(hrefOf(chosen))}
            />
          </ContentLayout>
        );
      }}
    </LoadedReport>
  );
}

/** Writes the defaults into the address too, and takes `run=1` out of it: loading it again runs nothing. */
function Canonical({ href }: { href: string }) {
  useEffect(() => amend(href), [href]);
  return null;
}
