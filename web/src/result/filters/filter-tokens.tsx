import Box from '@cloudscape-design/components/box';
import TokenGroup from '@cloudscape-design/components/token-group';
import { strings } from '../../strings.ts';
import type { Filter } from '../filter.ts';
import type { ShownColumn } from '../shown-columns.ts';
import { filterText } from './filter-text.ts';

const words = strings.result;

export interface FilterTokensProps {
  filters: readonly Filter[];
  columns: ShownColumn[];
  /** How many rows pass, once that is known, and of how many. */
  passing?: number;
  all: number;
  onChange: (filters: Filter[]) => void;
}

/** The filters that every view of the result obeys, each to be taken away. */
export function FilterTokens({ filters, columns, passing, all, onChange }: FilterTokensProps) {
  if (filters.length === 0) return null;
  return (
    <section className="filter-tokens" aria-label={words.filter.active}>
      <TokenGroup
        alignment="horizontal"
        items={filters.map((filter) => {
          const column = columns[filter.column];
          const label = column ? filterText(filter, column) : '';
          return { label, dismissLabel: words.filter.remove(label) };
        })}
        onDismiss={({ detail }) => onChange(filters.filter((_, at) => at !== detail.itemIndex))}
      />
      <span role="status" className="tabular">
        {passing !== undefined && <Box color="text-body-secondary">{words.passing(passing, all)}</Box>}
      </span>
    </section>
  );
}
