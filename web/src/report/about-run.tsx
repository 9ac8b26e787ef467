import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isOver } from '@readout/client';
import type { Run } from '@readout/runtime/contracts.ts';
import { useCallback } from 'react';
import { durationText, momentText } from '../duration.ts';
import { datesText } from '../form/date-text.ts';
import { inputsText } from '../form/inputs.ts';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { StatementSection } from '../runs/statement-section.tsx';
import { strings } from '../strings.ts';
import { language } from '../words/language.ts';
import { tookOf } from './run-state.tsx';

const { fields, about, noInputs, who, duration } = strings.run;

export interface AboutRunProps {
  run: Run;
  /** Shown at once, where it was asked for. */
  open?: boolean;
}

/** Everything that is known of a run, and its SQL for who wants to see it. */
export function AboutRun({ run, open }: AboutRunProps) {
  const { email, catalogue, getStatement } = useReadout();
  const report = useObservable(catalogue).get(run.report);
  const { runId } = run;
  const load = useCallback(() => getStatement(runId), [getStatement, runId]);
  const shown: [string, string | undefined][] = [
    [fields.report, run.report],
    [fields.inputs, inputsText(run.inputs) || noInputs],
    [fields.resolved, run.resolved && datesOf(run)],
    [who, email],
    [fields.created, momentText(run.createdAt)],
    [fields.started, run.startedAt && momentText(run.startedAt)],
    [fields.ended, run.endedAt && momentText(run.endedAt)],
    [duration, isOver(run) ? durationText(tookOf(run)) : undefined],
    [fields.rows, run.rows?.toLocaleString(language())],
    [fields.asOf, run.asOf && momentText(run.asOf)],
    [fields.dataLoaded, run.dataLoadedAt && momentText(run.dataLoadedAt)],
    [fields.runId, runId],
    [fields.statementId, run.statementId],
  ];
  return (
    <ExpandableSection headerText={about} variant="footer" defaultExpanded={open}>
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={3}
          items={shown
            .filter(([, value]) => value !== undefined)
            .map(([label, value]) => ({ label, value: <span className="about-value">{value}</span> }))}
        />
        {report?.sql !== 'hidden' && run.statementId && <StatementSection load={load} />}
      </SpaceBetween>
    </ExpandableSection>
  );
}

/** The dates that were bound, in words: `period: Nov 18 – 24, 2026`. */
const datesOf = ({ resolved = {} }: Run): string =>
  Object.entries(resolved)
    .map(
      ([name, dates]) =>
        `${name}: ${[dates]
          .flat()
          .map((one) => datesText(String(one)))
          .join(', ')}`,
    )
    .join(' · ');
