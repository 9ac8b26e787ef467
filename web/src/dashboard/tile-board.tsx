import Board from '@cloudscape-design/board-components/board';
import type { Tile } from '@readout/runtime/contracts.ts';
import { boardWords } from './board-words.ts';
import { TileItem, type TileItemProps } from './tile-item.tsx';
import type { Arrangement } from './use-arrangement.ts';
import type { TileRun } from './use-tiles.ts';

export interface TileBoardProps extends Omit<TileItemProps, 'of'> {
  tiles: TileRun[];
  arrangement: Arrangement;
}

/** The tiles where the person has put them, to be dragged and resized by pointer and keyboard. */
export function TileBoard({ tiles, arrangement, start, again, cancel }: TileBoardProps) {
  const byId = new Map(tiles.map((one) => [one.tile.id, one]));
  return (
    <Board<Tile>
      items={arrangement.items}
      i18nStrings={boardWords}
      empty={null}
      onItemsChange={({ detail }) => arrangement.keep(detail.items)}
      renderItem={({ id }) => <TileItem of={byId.get(id) as TileRun} {...{ start, again, cancel }} />}
    />
  );
}
