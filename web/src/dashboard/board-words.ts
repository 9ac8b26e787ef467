import type { BoardProps } from '@cloudscape-design/board-components/board';
import type { Tile } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';

const words = strings.board;
type Items = readonly BoardProps.Item<Tile>[];

/** What is told aloud while a tile is moved or resized. */
export const boardWords: BoardProps.I18nStrings<Tile> = {
  liveAnnouncementDndStarted: (operation) => (operation === 'resize' ? words.resizing : words.moving),
  liveAnnouncementDndItemReordered: ({ placement, ...others }) =>
    sentence(words.placed(placement.x + 1, placement.y + 1), others),
  liveAnnouncementDndItemResized: ({ placement, isMinimalColumnsReached, isMinimalRowsReached, ...others }) =>
    sentence(
      words.sized(placement.width, placement.height) +
        (isMinimalColumnsReached || isMinimalRowsReached ? `, ${words.smallest}` : ''),
      others,
    ),
  liveAnnouncementDndItemInserted: ({ placement, ...others }) =>
    sentence(words.placed(placement.x + 1, placement.y + 1), others),
  liveAnnouncementDndCommitted: () => words.dropped,
  liveAnnouncementDndDiscarded: () => words.discarded,
  liveAnnouncementItemRemoved: () => words.dropped,
  navigationAriaLabel: strings.dashboards.title,
  navigationItemAriaLabel: (item) => item?.data.title ?? '',
};

function sentence(first: string, { conflicts, disturbed }: { conflicts: Items; disturbed: Items }): string {
  return [
    first,
    conflicts.length > 0 && words.inTheWay(conflicts.map(({ data }) => data.title)),
    disturbed.length > 0 && words.moved(disturbed.length),
  ]
    .filter(Boolean)
    .join('. ');
}
