import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { searchFrom, valuesFrom } from '../form/inputs.ts';
import { Empty } from '../parts/empty.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { LoadedReport } from '../report/loaded-report.tsx';
import { ReportPanel } from '../report/report-panel.tsx';
import { strings } from '../strings.ts';
import type { Side } from './halves.ts';

const words = strings.sideBySide;

export interface HalfProps {
  side: Side;
  search: URLSearchParams;
  onChange: (report: string, inputs?: URLSearchParams) => void;
}

/** One of two reports, with a topic of its own. */
export function Half({ side, search, onChange }: HalfProps) {
  const id = search.get(side) ?? '';
  return (
    <section aria-label={words[side]}>
      <SpaceBetween size="l">
        <ReportPicker side={side} id={id} onPick={onChange} />
        {id ? (
          <HalfReport key={id} {...{ side, id, search, onChange }} />
        ) : (
          <Container>
            <Empty title={words.emptyTitle}>{words.empty}</Empty>
          </Container>
        )}
      </SpaceBetween>
    </section>
  );
}

function HalfReport({ side, id, search, onChange }: HalfProps & { id: string }) {
  const [topic] = useState(() => `${side}/${crypto.randomUUID()}`);
  return (
    <LoadedReport id={id}>
      {(report) => (
        <ReportPanel
          alone={false}
          report={report}
          topic={topic}
          values={valuesFrom(report.parameters, search, `${side}.`)}
          onChange={(values) => onChange(id, searchFrom(report.parameters, values, `${side}.`))}
        />
      )}
    </LoadedReport>
  );
}

function ReportPicker({ side, id, onPick }: { side: Side; id: string; onPick: (id: string) => void }) {
  const { catalogue } = useReadout();
  const options = [...useObservable(catalogue).values()].map((report) => ({
    value: report.id,
    label: report.title,
    description: report.id,
  }));
  return (
    <FormField label={words[side]} stretch>
      <Select
        placeholder={words.pick}
        filteringType="auto"
        options={options}
        selectedOption={options.find(({ value }) => value === id) ?? (id ? { value: id, label: id } : null)}
        onChange={({ detail }) => onPick(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
