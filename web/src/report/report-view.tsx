import ContentLayout from '@cloudscape-design/components/content-layout';
import type { Report } from '@readout/runtime/contracts.ts';
import { useState } from 'react';
import { type FormValues, searchFrom, unknownIn, valuesFrom } from '../form/inputs.ts';
import { amend } from '../navigation.ts';
import { Canonical } from '../parts/canonical.tsx';
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
  return <LoadedReport id={id}>{(report) => <Loaded report={report} search={search} />}</LoadedReport>;
}

function Loaded({ report, search }: { report: Report; search: URLSearchParams }) {
  const { id, parameters } = report;
  const [topic] = useState(() => `report/${crypto.randomUUID()}`);
  // As the link was when it was opened: the address is put in order at once.
  const [unknown] = useState(() => unknownIn(parameters, search));
  const [runAtOnce] = useState(search.get('run') === '1' && unknown.length === 0);
  const values = valuesFrom(parameters, search);
  const hrefOf = (chosen: FormValues) => reportHref(id, searchFrom(parameters, chosen));
  return (
    <ContentLayout header={<ReportHeader report={report} />}>
      <Canonical href={hrefOf(values)} />
      <ReportPanel
        alone
        {...{ report, topic, values, unknown, runAtOnce }}
        onChange={(chosen) => amend(hrefOf(chosen))}
      />
    </ContentLayout>
  );
}
