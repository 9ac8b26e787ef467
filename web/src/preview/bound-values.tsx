import Table from '@cloudscape-design/components/table';
import type { StatementPreview } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';

const words = strings.preview;

/** What is bound by name. */
export function BoundValues({ parameters }: Pick<StatementPreview, 'parameters'>) {
  if (parameters.length === 0) return <p className="preview-none">{words.noParameters}</p>;
  return (
    <Table
      variant="embedded"
      contentDensity="compact"
      items={parameters}
      trackBy="name"
      ariaLabels={{ tableLabel: words.parameters }}
      columnDefinitions={[
        {
          id: 'name',
          header: words.name,
          cell: ({ name }) => <code className="mono">:{name}</code>,
          isRowHeader: true,
        },
        { id: 'value', header: words.value, cell: ({ value }) => <code className="mono">{value}</code> },
        { id: 'from', header: words.from, cell: ({ from }) => words.sources[from] },
      ]}
    />
  );
}
