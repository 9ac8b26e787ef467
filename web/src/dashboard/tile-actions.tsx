import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { searchOf } from '../form/inputs.ts';
import { reportHref } from '../route.ts';
import { strings } from '../strings.ts';
import type { TileRun } from './use-tiles.ts';

const words = strings.tile;

export interface TileActionsProps {
  of: TileRun;
  onStart: () => void;
  onFresh: () => void;
  onCancel: () => void;
}

/** What can be done with one tile: run or refresh it, or cancel that; and open it as its report, with its inputs. */
export function TileActions({ of, onStart, onFresh, onCancel }: TileActionsProps) {
  const { tile, asked, run, busy, changed, inputs } = of;
  if (tile.error) return null;
  const { title } = tile;
  const isNew = !asked || changed;
  return (
    <SpaceBetween direction="horizontal" size="xxs">
      {busy ? (
        <Button
          variant="icon"
          iconName="close"
          ariaLabel={words.cancel(title)}
          nativeButtonAttributes={{ title: words.hints.cancel }}
          disabled={!run}
          onClick={onCancel}
        />
      ) : (
        <Button
          variant="icon"
          iconName={isNew ? 'play' : 'refresh'}
          ariaLabel={isNew ? words.run(title) : words.refresh(title)}
          nativeButtonAttributes={{ title: isNew ? words.hints.run : words.hints.refresh }}
          onClick={isNew ? onStart : onFresh}
        />
      )}
      <Button
        variant="icon"
        iconName="arrow-right"
        ariaLabel={words.open(title)}
        nativeAnchorAttributes={{ title: words.hints.open }}
        href={reportHref(tile.report, searchOf(asked?.inputs ?? inputs))}
      />
    </SpaceBetween>
  );
}
