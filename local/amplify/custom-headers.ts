import { parse } from 'yaml';

export interface HeaderRule {
  pattern: RegExp;
  headers: Record<string, string>;
}

interface Written {
  customHeaders?: { pattern: string; headers: { key: string; value: string }[] }[];
}

/** Reads an app's custom headers, YAML or JSON (Amplify Hosting User Guide, "Custom headers"). Throws when it is neither. */
export const parseCustomHeaders = (text = ''): HeaderRule[] => {
  const { customHeaders } = (parse(text) as Written | null) ?? {};
  if (text.trim() !== '' && !Array.isArray(customHeaders))
    throw new Error('the custom headers of an Amplify app begin with customHeaders:');
  return (customHeaders ?? []).map(({ pattern, headers }) => ({
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
