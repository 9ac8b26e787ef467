/** What a line of a function's log says at WARN or ERROR, for the terminal; undefined for every other line. */
export const warningIn = (line: string): string | undefined => {
  const entry = entryOf(line);
  if (entry?.level !== 'WARN' && entry?.level !== 'ERROR') return undefined;
  const excerpt = typeof entry.excerpt === 'string' ? `\n${entry.excerpt.replace(/^/gm, '    ')}` : '';
  return `${entry.message}${excerpt}`;
};

const entryOf = (line: string): Record<string, unknown> | undefined => {
  const start = line.indexOf('{');
  if (start < 0) return undefined;
  try {
    return JSON.parse(line.slice(start));
  } catch {
    return undefined;
  }
};
