import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { OperatorRun } from '@readout/runtime/contracts.ts';
import { useCallback } from 'react';
import { momentText } from '../duration.ts';
import { useReadout } from '../parts/readout-context.ts';
import { StatusOf } from '../report/run-state.tsx';
import { StatementSection } from '../runs/statement-section.tsx';
import { strings } from '../strings.ts';

const words = strings.operations;

/** What is known of anybody's run, its SQL, and the way to its execution. */
export function RunDetails({ run, onClose }: { run: OperatorRun; onClose: () => void }) {
  const { operations, executionHref } = useReadout();
  const { owner, runId, execution, error } = run;
  const load = useCallback(() => operations.getStatement(owner, runId), [operations, owner, runId]);
  const { fields, columns } = words;
  const moment = (iso?: string) => iso && momentText(iso);
  const shown: [string, string | undefined][] = [
    [columns.report, run.report],
    [columns.person, run.ownerEmail],
    [columns.when, moment(run.createdAt)],
    [fields.started, moment(run.startedAt)],
    [fields.ended, moment(run.endedAt)],
    [fields.asOf, moment(run.asOf)],
    [fields.error, error && `${error.name}: ${error.message}`],
    [fields.stoppedBy, run.stoppedBy],
    [fields.runId, runId],
    [fields.statement, run.statement !== runId ? run.statement : undefined],
    [fields.statementId, run.statementId],
  ];
  return (
    <Modal visible size="large" header={run.title} closeAriaLabel={words.close} onDismiss={onClose}>
      <SpaceBetween size="m">
        <StatusOf run={run} />
        <KeyValuePairs
          columns={2}
          items={shown
            .filter(([, value]) => value !== undefined)
            .map(([label, value]) => ({ label, value: <span className="about-value">{value}</span> }))}
        />
        {execution && (
          <Box>
            <Link external href={executionHref(execution)}>
              {strings.statement.execution}
            </Link>
          </Box>
        )}
        <StatementSection load={load} />
      </SpaceBetween>
    </Modal>
  );
}
