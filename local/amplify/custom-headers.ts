import { parse } from 'yaml';
import { z } from 'zod';

export interface HeaderRule {
  pattern: RegExp;
  headers: Record<string, string>;
}

const header = z.strictObject({
  key: z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, 'expected the name of a header'),
  value: z.string().regex(/^[^\r\n]*$/, 'expected one line; write it with >- in YAML'),
});
const written = z.strictObject({
  customHeaders: z.array(z.strictObject({ pattern: z.string(), headers: z.array(header) })),
});

/** Reads an app's custom headers, YAML or JSON (Amplify Hosting User Guide, "Custom headers"). Throws for another form. */
export const parseCustomHeaders = (text = ''): HeaderRule[] => {
  if (text.trim() === '') return [];
  const { success, data, error } = written.safeParse(parse(text));
  if (!success) {
    const [issue] = error.issues;
    throw new Error(`the custom headers of an Amplify app: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  return data.customHeaders.map(({ pattern, headers }) => ({
    pattern: globToPattern(pattern),
    headers: Object.fromEntries(headers.map(({ key, value }) => [key.toLowerCase(), value])),
  }));
};

/** The headers that the rules give a path; a later rule wins. */
export const headersFor = (rules: HeaderRule[], path: string): Record<string, string> =>
  Object.assign({}, ...rules.filter(({ pattern }) => pattern.test(path)).map(({ headers }) => headers));

/** A pattern without a leading slash fits at any depth. */
const globToPattern = (glob: string): RegExp => {
  const body = glob
    .split(/(\*\*\/|\*\*|\*)/)
    .map((part) => {
      if (part === '**/') return '(?:.*/)?';
      if (part === '**') return '.*';
      return part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${glob.startsWith('/') ? '' : '(?:/|/.*/)'}${body}$`);
};
