/**
 * Workflow variables. Each Parallel branch and Map iteration has a scope of its own, from which it sees the
 * variables outside; what it assigns is gone when it ends.
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export class Variables {
  readonly #own = new Map<string, unknown>();

  constructor(readonly outer?: Variables) {}

  assign(values: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(values)) this.#own.set(name, value);
  }

  /** Everything visible here, inner scopes first. */
  all(): Record<string, unknown> {
    return { ...this.outer?.all(), ...Object.fromEntries(this.#own) };
  }
}
