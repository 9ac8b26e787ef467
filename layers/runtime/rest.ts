import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { type Caller, callerFromClaims } from './caller.ts';
import type { ErrorBody } from './contracts.ts';
import { detailOf } from './errors.ts';
import { failureOf } from './failure.ts';
import type { Log } from './logger.ts';
import { parseJson } from './parse.ts';

export interface RestRequest {
  caller: Caller;
  /** Path parameters, percent-decoded. */
  path: Record<string, string>;
  query: Record<string, string>;
  /** Reads the body as JSON; an absent one counts as `{}`. Throws InvalidMessage. */
  body(): unknown;
}

export interface RestAnswer {
  /** 200 when left out. */
  status?: number;
  headers?: Record<string, string>;
  body: object;
}

export type RestAction = (request: RestRequest) => Promise<RestAnswer>;

export interface RestSettings {
  log: Log;
  /** The page's origin: SAM's `Cors` answers OPTIONS only, so every answer carries the header itself. */
  pageOrigin: string;
  /** The user pool client whose tokens are accepted. */
  clientId: string;
}

/** A handler for REST requests through the Lambda proxy integration; errors become their documented answers. */
export const rest =
  ({ log, pageOrigin, clientId }: RestSettings, act: RestAction) =>
  async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    try {
      const { status = 200, headers, body } = await act(requestFrom(event, clientId));
      return respond(pageOrigin, status, body, headers);
    } catch (error) {
      const failure = failureOf(error, log);
      const body: ErrorBody = { error: detailOf(failure) };
      return respond(pageOrigin, failure.status, body);
    }
  };

const requestFrom = (event: APIGatewayProxyEvent, clientId: string): RestRequest => ({
  caller: callerFromClaims(event.requestContext.authorizer?.claims, clientId),
  path: mapDefined(event.pathParameters, decoded),
  query: mapDefined(event.queryStringParameters, (value) => value),
  body: () => parseJson(event.body ?? '{}'),
});

const respond = (
  pageOrigin: string,
  statusCode: number,
  body: object,
  headers: Record<string, string> = {},
): APIGatewayProxyResult => ({
  statusCode,
  headers: {
    'content-type': 'application/json',
    'access-control-allow-origin': pageOrigin,
    'access-control-expose-headers': 'location',
    'cache-control': 'no-store',
    ...headers,
  },
  body: JSON.stringify(body),
});

/** A REST API hands path parameters over still percent-encoded; what does not decode stays as it is. */
const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

const mapDefined = (
  values: Record<string, string | undefined> | null,
  change: (value: string) => string,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, change(value)]],
    ),
  );
