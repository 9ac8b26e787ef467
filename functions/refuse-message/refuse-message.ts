import { InvalidMessage } from '@readout/runtime/errors.ts';
import { parseJson } from '@readout/runtime/parse.ts';
import { errorMessage, type SocketEvent, type SocketResult, say } from '@readout/runtime/socket.ts';

const ACTIONS = 'run, cancel, sync and ping';

/** Answers a message that no route is for; the connection stays usable. */
export const refuseMessage = async ({ body }: SocketEvent): Promise<SocketResult> =>
  say(errorMessage(refusalOf(body), body));

const refusalOf = (body: string | null | undefined): unknown => {
  try {
    const { action } = Object(parseJson(body));
    return new InvalidMessage(
      action === undefined
        ? `A message needs an action. The actions are ${ACTIONS}.`
        : `There is no action ${JSON.stringify(action).slice(0, 100)}. The actions are ${ACTIONS}.`,
    );
  } catch (notJson) {
    return notJson;
  }
};
