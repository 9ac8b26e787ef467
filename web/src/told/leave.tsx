import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useObservable } from '../parts/use-observable.ts';
import { strings } from '../strings.ts';
import { telling, tellMe, tellMeNoMore } from './browser-notice.ts';

const words = strings.told;

/** That one need not wait here; and, where the browser can tell, whether it shall. */
export function Leave() {
  const state = useObservable(telling);
  return (
    <div className="leave">
      <Box color="text-body-secondary">
        {words.leave} {state === 'on' && words.on} {state === 'refused' && words.refused}
      </Box>
      {state === 'off' && <Button onClick={tellMe}>{words.tellMe}</Button>}
      {state === 'on' && (
        <Button variant="inline-link" onClick={tellMeNoMore}>
          {words.noMore}
        </Button>
      )}
    </div>
  );
}
