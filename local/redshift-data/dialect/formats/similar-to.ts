/** A pattern of SIMILAR TO as a regular expression that matches a whole text. */
export const similarTo = (pattern: string, escapes: string): string => {
  let out = '';
  let inSet = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] as string;
    if (character === escapes) out += `\\${pattern[++at] ?? ''}`;
    else if (inSet) {
      inSet = character !== ']';
      out += character === '\\' ? '\\\\' : character;
    } else if (character === '%') out += '.*';
    else if (character === '_') out += '.';
    else if (/[.^$\\]/.test(character)) out += `\\${character}`;
    else {
      inSet = character === '[';
      out += character === '(' ? '(?:' : character;
    }
  }
  return `(?s)^(?:${out})$`;
};
