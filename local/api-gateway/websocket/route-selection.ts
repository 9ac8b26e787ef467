/** @returns the value that a message's body has for the route selection expression, or undefined. */
export type SelectRoute = (body: string) => string | undefined;

/**
 * Compiles `$request.body.<path>` or `${request.body.<path>}`. A body that is not JSON, or has no text, number or
 * boolean there, selects nothing. Throws on any other expression.
 */
export const routeSelection = (expression: string): SelectRoute => {
  const path = (/^\$request\.body\.([\w.-]+)$/.exec(expression) ??
    /^\$\{request\.body\.([\w.-]+)\}$/.exec(expression))?.[1];
  if (!path) throw new Error(`not emulated: RouteSelectionExpression ${expression}`);
  return (body) => {
    let value = parse(body);
    for (const name of path.split('.')) {
      const inside = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
      value = inside ? (value as Record<string, unknown>)[name] : undefined;
    }
    return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
  };
};

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
