import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

// biome-ignore lint/suspicious/noExplicitAny: each document is checked by its own tools
const read = (file: string): any => parse(readFileSync(file, 'utf8'), { logLevel: 'silent', merge: true });

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** What a program is told that there is: `GET /runs`. */
export const documentedRoutes = (): string[] =>
  Object.entries<object>(read('openapi.yaml').paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => METHODS.includes(key))
      .map((method) => `${method.toUpperCase()} ${path}`),
  );

interface Resource {
  Type: string;
  Properties?: {
    RouteKey?: string;
    Events?: Record<string, { Type: string; Properties: { Method: string; Path: string } }>;
  };
}

const resources = (): Resource[] => Object.values(read('template.yaml').Resources);

/** What is deployed: the REST API's routes. */
export const deployedRoutes = (): string[] =>
  resources()
    .flatMap(({ Properties }) => Object.values(Properties?.Events ?? {}))
    .filter(({ Type }) => Type === 'Api')
    .map(({ Properties: { Method, Path } }) => `${Method} ${Path}`);

/** What is deployed: the WebSocket's routes. */
export const deployedSocketRoutes = (): string[] =>
  resources()
    .filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route')
    .map(({ Properties }) => Properties?.RouteKey ?? '');
