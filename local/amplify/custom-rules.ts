import { notEmulated } from '../protocol/service-error.ts';

/** A redirect or rewrite of an app, as the Amplify API writes it. */
export interface CustomRule {
  source: string;
  target: string;
  /** `301`, `302`, `200`, `404` or `404-200`; 302 when absent. */
  status?: string;
  condition?: string;
}

/** What a path becomes. */
export interface Route {
  /** Path or URL to answer with. */
  target: string;
  status: string;
}

const statuses = ['200', '301', '302', '404', '404-200'];

/** Throws `not emulated`, naming the rule, for what {@link routeOf} could not honour. */
export const checkRules = (rules: CustomRule[]): void => {
  for (const { source, target, status = '302', condition } of rules) {
    if (condition) throw notEmulated(`a custom rule with a condition: ${source}`);
    if (!statuses.includes(status)) throw notEmulated(`a custom rule with the status ${status}: ${source}`);
    if (/^https?:/.test(target) && !status.startsWith('30'))
      throw notEmulated(`a custom rule that is a proxy: ${source}`);
    patternOf(source);
  }
};

/**
 * The first rule that a path meets; those for missing files (`404`, `404-200`) only when `exists` says that it is one.
 * Sources are `</regular expression/>`, or a path with `<*>` and `<name>` (Amplify Hosting User Guide, "Redirects").
 */
export const routeOf = (
  rules: CustomRule[],
  path: string,
  exists: (path: string) => boolean,
): Route | undefined => {
  for (const { source, target, status = '302' } of rules) {
    const found = patternOf(source).exec(path);
    if (!found || (status.startsWith('404') && exists(path))) continue;
    return { target: fill(target, found), status };
  }
  return undefined;
};

const patternOf = (source: string): RegExp => {
  const expression = /^<\/(.*)\/>$/s.exec(source)?.[1];
  if (expression !== undefined) return new RegExp(expression);
  const parts = source.split(/(<\*>|<\w+>)/).map((part) => {
    if (part === '<*>') return '(?<rest>.*)';
    return part.startsWith('<')
      ? `(?<${part.slice(1, -1)}>[^/]+)`
      : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
};

const fill = (target: string, { groups = {} }: RegExpExecArray): string =>
  target.replace(/<(\*|\w+)>/g, (_all, name: string) => groups[name === '*' ? 'rest' : name] ?? '');
