import type { Token } from '../sql/tokens.ts';

/** A variable of a procedure. */
export interface Variable {
  name: string;
  /** Redshift's type, as it was written. */
  type: Token[];
  /** What it starts with, evaluated when the block is entered. */
  initial?: Token[];
  constant?: boolean;
}

/** One statement of a procedure's body. */
export type Step =
  | { kind: 'sql'; tokens: Token[] }
  | { kind: 'assign'; variable: string; value: Token[] }
  | { kind: 'if'; branches: { condition: Token[]; steps: Step[] }[]; otherwise: Step[] }
  | { kind: 'loop'; condition?: Token[]; steps: Step[]; label?: string }
  | { kind: 'count'; variable: string; reverse: boolean; from: Token[]; to: Token[]; steps: Step[] }
  | { kind: 'rows'; variable: string; query: Token[]; steps: Step[] }
  | { kind: 'exit' | 'continue'; condition?: Token[] }
  | { kind: 'raise'; level: string; message: string; values: Token[][] }
  | { kind: 'execute'; text: Token[]; into: string[] }
  | { kind: 'select-into'; query: Token[]; into: string[] }
  | { kind: 'row-count'; variable: string }
  | { kind: 'block'; body: Body }
  | { kind: 'return' }
  | { kind: 'nothing' };

/** `DECLARE … BEGIN … END` */
export interface Body {
  variables: Variable[];
  steps: Step[];
}
