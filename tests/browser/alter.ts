import type { Page, Route } from 'playwright-core';
import { stack } from '../support/stack.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test changes what it likes
type Message = any;

/** Changes what the server says over the WebSocket, as it comes; without an answer the message is left out. */
export const alterMessages = (page: Page, change: (message: Message) => Message | undefined): Promise<void> =>
  page.routeWebSocket(
    (url) => url.href.startsWith(stack.websocket),
    (socket) => {
      socket.connectToServer().onMessage((text) => {
        const message = change(JSON.parse(String(text)));
        if (message) socket.send(JSON.stringify(message));
      });
    },
  );

/** Changes what the server answers under a path of the REST API. */
export const alterAnswers = async (
  page: Page,
  path: RegExp,
  change: (body: Message) => Message,
): Promise<void> => {
  await page.route(
    (url) => url.href.startsWith(stack.rest) && path.test(url.pathname),
    async (route: Route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: change(await response.json()) });
    },
  );
};

/** Lets no WebSocket come about, as a proxy does that knows none, until what it answers is called. */
export const blockSockets = async (page: Page): Promise<() => Promise<void>> => {
  await page.addInitScript(`
    const Real = WebSocket;
    window.WebSocket = function (url) {
      if (window.socketsAreFree) return new Real(url);
      const none = { send() {}, close() {} };
      setTimeout(() => none.onclose?.({}));
      return none;
    };
  `);
  return async () => {
    await page.evaluate('window.socketsAreFree = true');
  };
};

/** Keeps back the messages of the server that hold a text, until they are released. */
export const holdBack = async (page: Page, text: string) => {
  let open = false;
  let release = () => {};
  let tell = () => {};
  const came = new Promise<void>((resolve) => {
    tell = resolve;
  });
  await page.routeWebSocket(
    (url) => url.href.startsWith(stack.websocket),
    (socket) => {
      const held: string[] = [];
      release = () => {
        open = true;
        for (const message of held.splice(0)) socket.send(message);
      };
      socket.connectToServer().onMessage((message) => {
        if (open || !String(message).includes(text)) return socket.send(message);
        held.push(String(message));
        tell();
      });
    },
  );
  return { came, release: () => release() };
};
