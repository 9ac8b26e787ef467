import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import { strings } from '../../strings.ts';
import type { PlacedColumn, Placement } from './layout.ts';

const words = strings.result.columns;
const MOST_PINNED = 3;

export interface ColumnPreferencesProps {
  layout: PlacedColumn[];
  onChange: (placements: Placement[]) => void;
}

/** Which columns the table shows, in which order, and which of them stay in view: by mouse, keyboard and touch. */
export function ColumnPreferences({ layout, onChange }: ColumnPreferencesProps) {
  const pinned = layout.filter((one) => one.pinned === 'left' && !one.hidden).length;
  const options = [{ label: words.none, value: 0 }];
  for (let n = 1; n <= MOST_PINNED; n++) options.push({ label: words.first(n), value: n });
  return (
    <CollectionPreferences
      title={words.title}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      preferences={{
        contentDisplay: layout.map(({ column, hidden }) => ({ id: column.id, visible: !hidden })),
        stickyColumns: { first: Math.min(pinned, MOST_PINNED) },
      }}
      contentDisplayPreference={{
        title: words.title,
        description: words.description,
        options: layout.map(({ column }) => ({ id: column.id, label: column.label })),
      }}
      stickyColumnsPreference={{
        firstColumns: { title: words.pinFirst, description: words.pinFirstHint, options },
      }}
      onConfirm={({ detail }) =>
        onChange(placementsFrom(layout, detail.contentDisplay ?? [], detail.stickyColumns?.first ?? 0))
      }
    />
  );
}

/** What was chosen; widths stay, and what is pinned at the end by hand stays there. */
function placementsFrom(
  layout: PlacedColumn[],
  chosen: readonly { id: string; visible: boolean }[],
  first: number,
): Placement[] {
  let toPin = first;
  return chosen.map(({ id, visible }) => {
    const before = layout.find(({ column }) => column.id === id);
    const pinned = visible && toPin-- > 0 ? 'left' : before?.pinned === 'right' ? 'right' : undefined;
    return {
      id,
      hidden: !visible,
      ...(pinned && { pinned }),
      ...(before?.width !== undefined && { width: before.width }),
    };
  });
}
