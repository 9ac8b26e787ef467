import BoardItem from '@cloudscape-design/board-components/board-item';
import Header from '@cloudscape-design/components/header';
import { strings } from '../strings.ts';
import { TileActions } from './tile-actions.tsx';
import { TileBody } from './tile-body.tsx';
import type { TileRun } from './use-tiles.ts';

const words = strings.tile;

export interface TileItemProps {
  of: TileRun;
  start: (of: TileRun) => void;
  again: (of: TileRun, fresh?: boolean) => void;
  cancel: (of: TileRun) => void;
}

/** One tile: its own state, its own refresh and cancel, its own way to the report. */
export function TileItem({ of, start, again, cancel }: TileItemProps) {
  const { title } = of.tile;
  return (
    <BoardItem
      header={<Header variant="h3">{title}</Header>}
      settings={
        <TileActions
          of={of}
          onStart={() => start(of)}
          onFresh={() => again(of, true)}
          onCancel={() => cancel(of)}
        />
      }
      i18nStrings={{
        dragHandleAriaLabel: words.drag(title),
        dragHandleAriaDescription: words.dragHelp,
        resizeHandleAriaLabel: words.resize(title),
        resizeHandleAriaDescription: words.resizeHelp,
      }}
    >
      <TileBody of={of} onFresh={() => again(of, true)} />
    </BoardItem>
  );
}
