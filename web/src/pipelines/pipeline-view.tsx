import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isOpen, type ReadoutError } from '@readout/client';
import type { Pipeline } from '@readout/runtime/contracts.ts';
import { runsOf } from '../data/pipelines.ts';
import { editionOf } from '../data/saved-reports.ts';
import { type FormValues, searchFrom, valuesFrom } from '../form/inputs.ts';
import { amend } from '../navigation.ts';
import { Canonical } from '../parts/canonical.tsx';
import { CopyLink } from '../parts/copy-link.tsx';
import { Empty } from '../parts/empty.tsx';
import { FailedView } from '../parts/failed-view.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { SubjectHeader } from '../parts/subject-header.tsx';
import { useObservable } from '../parts/use-observable.ts';
import { Waiting } from '../parts/waiting.tsx';
import { pipelineHref } from '../route.ts';
import { strings } from '../strings.ts';
import { PipelineFacts } from './pipeline-facts.tsx';
import { PipelineForm } from './pipeline-form.tsx';
import { RunCard } from './run-card.tsx';
import { useFollowed } from './use-followed.ts';

const words = strings.pipeline;

export interface PipelineViewProps {
  id: string;
  /** The inputs that the link carries. */
  search: URLSearchParams;
}

/** One pipeline: what it does, its form, and its latest runs as they go. */
export default function PipelineView({ id, search }: PipelineViewProps) {
  const { pipelines, savedPipelines } = useReadout();
  const pipeline = useObservable(pipelines).get(id);
  const edition = editionOf(useObservable(savedPipelines), id);
  const goesOn = runsOf(useObservable(pipelines.runs), id).some(isOpen);
  const { error, retry } = useFollowed(pipelines.load, id, { edition, goesOn });
  if (error && !(pipeline && isPassing(error)))
    return <FailedView title={pipeline?.title ?? id} error={error} onRetry={retry} />;
  if (!pipeline) return <Waiting text={words.loading} />;
  return <Loaded pipeline={pipeline} search={search} />;
}

/** What is shown stays while no answer comes; a pipeline that is gone or broken is not shown as it was. */
const isPassing = ({ name }: ReadoutError): boolean => name === 'Offline' || name === 'Unavailable';

function Loaded({ pipeline, search }: { pipeline: Pipeline; search: URLSearchParams }) {
  const { id, parameters } = pipeline;
  const runs = runsOf(useObservable(useReadout().pipelines.runs), id);
  const values = valuesFrom(parameters, search);
  const hrefOf = (chosen: FormValues) => pipelineHref(id, searchFrom(parameters, chosen));
  return (
    <ContentLayout header={<SubjectHeader subject={pipeline} actions={<CopyLink />} />}>
      <Canonical href={hrefOf(values)} />
      <SpaceBetween size="l">
        <PipelineForm {...{ pipeline, values, runs }} onChange={(chosen) => amend(hrefOf(chosen))} />
        <PipelineFacts pipeline={pipeline} open={runs.length === 0} />
        <Header variant="h2">{words.runs}</Header>
        {runs.length === 0 && <Empty title={words.noRunsTitle}>{words.noRuns}</Empty>}
        {runs.map((run) => (
          <RunCard key={run.runId} run={run} />
        ))}
      </SpaceBetween>
    </ContentLayout>
  );
}
