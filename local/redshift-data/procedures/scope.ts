import { made } from '../sql/calls.ts';
import { folded, literal } from '../sql/names.ts';
import { RedshiftError } from '../sql/redshift-error.ts';
import { is, render, type Token } from '../sql/tokens.ts';

export interface Slot {
  /** Redshift's type as SQL. */
  type: string;
  /** The value as text. */
  value: string | null;
  constant?: boolean;
}

/** The variables that a statement of a procedure sees; a block has one of its own inside its parent's. */
export class Scope {
  readonly #slots = new Map<string, Slot>();
  /** Rows that a loop is at, by the loop's variable. */
  readonly #records = new Map<string, Map<string, Slot>>();
  constructor(readonly parent?: Scope) {}

  declare(name: string, type: string, value: string | null = null, constant = false): void {
    this.#slots.set(name, { type, value, constant });
  }

  declareRecord(name: string, fields: Map<string, Slot>): void {
    this.#records.set(name, fields);
  }

  find(name: string): Slot | undefined {
    return this.#slots.get(name) ?? this.parent?.find(name);
  }

  record(name: string): Map<string, Slot> | undefined {
    return this.#records.get(name) ?? this.parent?.record(name);
  }

  /** @throws RedshiftError where there is no such variable, or it is a constant */
  assign(name: string, value: string | null): void {
    const slot = this.find(name);
    if (!slot) throw new RedshiftError(`ERROR: "${name}" is not a known variable`);
    if (slot.constant) throw new RedshiftError(`ERROR: "${name}" is declared CONSTANT`);
    slot.value = value;
  }

  /** The statement with values in the place of variables. Names of columns behind a dot or AS stay. */
  bind(tokens: readonly Token[]): Token[] {
    const out: Token[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at] as Token;
      const field = this.#field(tokens, at);
      const slot = field ?? (isUse(tokens, at) ? this.find(folded(token)) : undefined);
      out.push(
        ...(slot
          ? made(`cast(${slot.value === null ? 'null' : literal(slot.value)} as ${slot.type})`)
          : [token]),
      );
      if (field) at += 2;
    }
    return out;
  }

  #field(tokens: readonly Token[], at: number): Slot | undefined {
    const [token, member] = [tokens[at], tokens[at + 2]];
    if (token?.kind !== 'word' || !member || !is(tokens[at + 1], '.') || is(tokens[at - 1], '.'))
      return undefined;
    const record = this.record(folded(token));
    if (!record) return undefined;
    const slot = record.get(folded(member));
    if (!slot) throw new RedshiftError(`ERROR: record "${token.text}" has no field "${folded(member)}"`);
    return slot;
  }
}

const isUse = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const insertList = is(tokens[0], 'insert') && insideList(tokens, at);
  return (
    !is(tokens[at - 1], '.', 'as', 'into', 'table', 'from', 'join', 'update') &&
    !is(tokens[at + 1], '.', '(') &&
    !insertList
  );
};

/** Whether the token stands in the columns of `insert into t (a, b)`. */
const insideList = (tokens: readonly Token[], at: number): boolean => {
  const open = tokens.findIndex((token) => is(token, '('));
  const verb = tokens.findIndex((token) => is(token, 'values', 'select', 'default'));
  return open > 0 && open < at && (verb < 0 || at < verb) && (verb < 0 || open < verb);
};

export const typeText = (type: readonly Token[]): string => render(type).trim();
