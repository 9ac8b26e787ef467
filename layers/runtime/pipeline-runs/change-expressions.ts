/** What one change sets, by paths of attribute names. */
export type Assignments = [path: string[], value: unknown][];

/** One change of a run. */
export interface RunChange {
  set: Assignments;
  /** Set where nothing is there. */
  once?: Assignments;
  /** Names that are not there before. */
  unless?: string[];
  /** What has one of these values before. */
  among: [path: string[], values: string[]][];
}

/** The change as DynamoDB takes it; each makes the run's version greater. */
export function expressionsOf({ set, once = [], unless = [], among }: RunChange, at: Date) {
  const say = new Expression();
  const sets = [
    ...[...set, [['changedAt'], at.toISOString()] as Assignments[number]].map(
      ([path, value]) => `${say.path(path)} = ${say.value(value)}`,
    ),
    ...once.map(
      ([path, value]) => `${say.path(path)} = if_not_exists(${say.path(path)}, ${say.value(value)})`,
    ),
  ];
  const conditions = [
    ...among.map(
      ([path, values]) => `${say.path(path)} IN (${values.map((one) => say.value(one)).join(', ')})`,
    ),
    ...unless.map((name) => `attribute_not_exists(${say.path([name])})`),
  ];
  return {
    UpdateExpression: `SET ${sets.join(', ')} ADD ${say.path(['version'])} ${say.value(1)}`,
    ConditionExpression: conditions.join(' AND '),
    ExpressionAttributeNames: say.names,
    ExpressionAttributeValues: say.values,
  };
}

/** Names and values of an expression, each by a number: a script's name is none of DynamoDB's. */
class Expression {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, unknown> = {};

  path(parts: string[]): string {
    return parts.map((part) => this.#named(part)).join('.');
  }

  value(value: unknown): string {
    const key = `:v${Object.keys(this.values).length}`;
    this.values[key] = value;
    return key;
  }

  #named(part: string): string {
    const known = Object.keys(this.names).find((key) => this.names[key] === part);
    const key = known ?? `#n${Object.keys(this.names).length}`;
    this.names[key] = part;
    return key;
  }
}
