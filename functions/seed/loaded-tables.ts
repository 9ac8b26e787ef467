import { isSignificant, textOf, tokenize } from '@readout/runtime/report/tokens.ts';

const LOAD = /^(?:copy|insert into) ([a-z_][\w$]*(?:\.[a-z_][\w$]*)?)/i;

/** The tables that a script's statements put rows into, by COPY or INSERT. */
export const loadedTables = (statements: string[]): string[] =>
  statements.flatMap((statement) => {
    const [, table] = LOAD.exec(bare(statement)) ?? [];
    return table ? [table] : [];
  });

/** Without comments, and with one space between what is apart. */
const bare = (statement: string): string =>
  textOf(tokenize(statement).map((token) => (isSignificant(token) ? token : { ...token, text: ' ' })))
    .replace(/ +/g, ' ')
    .trim();
