import { type Broadcast, timeToAsk } from '../broadcast.ts';

/** Tells every open page that tables were loaded, also those of people who may not see by what. */
export type TellLoaded = () => Promise<void>;

/** Names no table: who asks again is told of those that their reports read. */
export const loadTeller =
  (broadcast: Broadcast): TellLoaded =>
  () =>
    broadcast((_connection, open) => ({ type: 'loaded', within: timeToAsk(open) }));
