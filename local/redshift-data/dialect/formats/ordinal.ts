const endings = ['TH', 'ST', 'ND', 'RD'];

/** The ending of an ordinal number, in the case of `pattern` (`TH` or `th`): 1ST, 12TH, 23RD. */
export const ordinalEnding = (digits: string, pattern: string): string => {
  const teen = /1\d$/.test(digits);
  const ending = (teen ? undefined : endings[Number(digits.at(-1))]) ?? 'TH';
  return pattern === 'th' ? ending.toLowerCase() : ending;
};
