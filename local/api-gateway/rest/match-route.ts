import type { RestRoute } from './definition.ts';

export interface RouteMatch {
  route: RestRoute;
  /** As they stand in the path, still encoded: REST APIs do not decode them. */
  pathParameters: Record<string, string> | null;
}

/** Every route whose path fits, best first: a literal segment beats a parameter, a parameter beats `{proxy+}`. */
export const routesAt = (routes: RestRoute[], path: string): RouteMatch[] =>
  routes
    .map((route) => ({ route, found: matchPath(route.path, path) }))
    .filter(({ found }) => found !== undefined)
    .sort((a, b) => (rank(a.route) < rank(b.route) ? -1 : 1))
    .map(({ route, found = {} }) => ({
      route,
      pathParameters: Object.keys(found).length > 0 ? found : null,
    }));

const segments = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

const rank = ({ path, method }: RestRoute): string =>
  segments(path)
    .map((segment) => (segment.endsWith('+}') ? '2' : segment.startsWith('{') ? '1' : '0'))
    .join('') + (method.toUpperCase() === 'ANY' ? '~' : '');

const matchPath = (pattern: string, path: string): Record<string, string> | undefined => {
  const wanted = segments(pattern);
  const given = segments(path);
  const found: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index];
    if (value === undefined) return undefined;
    const name = /^\{(.+?)(\+?)\}$/.exec(segment);
    if (!name && segment !== decode(value)) return undefined;
    if (name?.[2]) return { ...found, [String(name[1])]: given.slice(index).join('/') };
    if (name) found[String(name[1])] = value;
  }
  return wanted.length === given.length ? found : undefined;
};

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
