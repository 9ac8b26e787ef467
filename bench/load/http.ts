import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a bench reads what it expects
  body: any;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request with a JSON body over a connection that is kept, with as little between as possible. */
export const send = (
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, body: text ? JSON.parse(text) : undefined });
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed an idle connection in the moment in which it was taken for this request.
      if (sent.reusedSocket && error.code === 'ECONNRESET')
        send(method, url, headers, body).then(resolve, reject);
      else reject(error);
    });
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });

/** An operation of an AWS service in the JSON protocol. Rejects when it is refused. */
export const awsCall = async (
  endpoint: string,
  { service, target, version = '1.1' }: { service: string; target: string; version?: string },
  input: object,
  // biome-ignore lint/suspicious/noExplicitAny: a bench reads what it expects
): Promise<any> => {
  const { status, body } = await send(
    'POST',
    endpoint,
    {
      'content-type': `application/x-amz-json-${version}`,
      'x-amz-target': target,
      'x-amz-date': '20260101T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=bench/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    input,
  );
  if (status !== 200) throw new Error(`${target}: ${JSON.stringify(body)}`);
  return body;
};

/** Runs the action for every item, at most so many at a time. */
export const eachOf = async <Item>(
  items: Item[],
  atOnce: number,
  action: (item: Item, index: number) => Promise<void>,
): Promise<void> => {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) await action(items[index] as Item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};
