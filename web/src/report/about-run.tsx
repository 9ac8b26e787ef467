import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Run } from '@readout/runtime/contracts.ts';
import { momentText } from '../duration.ts';
import { datesText } from '../form/date-text.ts';
import { inputsText } from '../form/inputs.ts';
import { strings } from '../strings.ts';

const { fields, about, noInputs } = strings.run;

/** Everything that is known of a run. */
export function AboutRun({ run }: { run: Run }) {
  const shown: [string, string | undefined][] = [
    [fields.report, run.report],
    [fields.inputs, inputsText(run.inputs) || noInputs],
    [fields.resolved, run.resolved && datesOf(run)],
    [fields.created, momentText(run.createdAt)],
    [fields.started, run.startedAt && momentText(run.startedAt)],
    [fields.ended, run.endedAt && momentText(run.endedAt)],
    [fields.asOf, run.asOf && momentText(run.asOf)],
    [fields.dataLoaded, run.dataLoadedAt && momentText(run.dataLoadedAt)],
    [fields.runId, run.runId],
    [fields.statementId, run.statementId],
  ];
  return (
    <ExpandableSection headerText={about} variant="footer">
      <KeyValuePairs
        columns={3}
        items={shown
          .filter(([, value]) => value !== undefined)
          .map(([label, value]) => ({ label, value: <span className="about-value">{value}</span> }))}
      />
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
