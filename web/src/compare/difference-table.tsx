import Box from '@cloudscape-design/components/box';
import Cards from '@cloudscape-design/components/cards';
import Table from '@cloudscape-design/components/table';
import { useNarrow } from '../parts/use-narrow.ts';
import { strings } from '../strings.ts';
import type { Difference } from './compare-rows.ts';
import { ComparedCell, isChanged, Mark } from './compared-cell.tsx';
import type { PairedColumn, SharedColumn } from './paired-columns.ts';

const words = strings.compare;

export interface DifferenceTableProps {
  /** One page of them. */
  rows: readonly Difference[];
  columns: readonly PairedColumn[];
  shared: readonly SharedColumn[];
  keys: readonly SharedColumn[];
}

/** Rows of both results in one: a table, and on a telephone a card for each row with the cells that differ. */
export function DifferenceTable(props: DifferenceTableProps) {
  return useNarrow() ? <AsCards {...props} /> : <AsTable {...props} />;
}

const Nothing = () => <Box color="text-body-secondary">{words.noneOfKind}</Box>;

function AsTable({ rows, columns, shared }: DifferenceTableProps) {
  return (
    <Table<Difference>
      variant="embedded"
      items={rows}
      wrapLines
      stickyColumns={{ first: 1 }}
      ariaLabels={{ tableLabel: words.table }}
      columnDefinitions={[
        { id: 'state', header: words.state, minWidth: 120, cell: ({ kind }) => <Mark kind={kind} /> },
        ...columns.map((column) => ({
          id: idOf(column),
          header: nameOf(column),
          minWidth: 120,
          cell: (row: Difference) => <ComparedCell row={row} column={column} shared={shared} />,
        })),
      ]}
      empty={<Nothing />}
    />
  );
}

function AsCards({ rows, columns, shared, keys }: DifferenceTableProps) {
  const isKey = (column: PairedColumn) => keys.some((key) => key === column);
  return (
    <Cards<Difference>
      items={rows}
      cardDefinition={{
        header: (row) => (
          <>
            <Mark kind={row.kind} />{' '}
            {columns.filter(isKey).map((column) => (
              <span key={idOf(column)} className="compare-key">
                <ComparedCell row={row} column={column} shared={shared} />
              </span>
            ))}
          </>
        ),
        sections: [
          {
            id: 'cells',
            content: (row) => (
              <dl className="compare-cells">
                {columns
                  .filter(
                    (column) => !isKey(column) && (row.kind !== 'changed' || isChanged(row, column, shared)),
                  )
                  .map((column) => (
                    <div key={idOf(column)}>
                      <dt>{nameOf(column)}</dt>
                      <dd>
                        <ComparedCell row={row} column={column} shared={shared} />
                      </dd>
                    </div>
                  ))}
              </dl>
            ),
          },
        ],
      }}
      empty={<Nothing />}
    />
  );
}

const idOf = ({ left, right }: PairedColumn): string => `${left ?? ''}/${right ?? ''}`;

function nameOf({ name, left, right }: PairedColumn): string {
  if (left === undefined) return words.onlyRight(name);
  return right === undefined ? words.onlyLeft(name) : name;
}
