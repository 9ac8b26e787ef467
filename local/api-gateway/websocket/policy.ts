interface Statement {
  Effect?: unknown;
  Action?: string | string[];
  Resource?: string | string[];
}

/**
 * Evaluates an authorizer's policy document for one action on one resource: a Deny that matches wins, and what no
 * statement allows is denied. Throws on what is not a policy, and on members that are not emulated.
 */
export const allows = (document: unknown, action: string, resource: string): boolean => {
  const { Statement: statements } = (document ?? {}) as { Statement?: Statement | Statement[] };
  if (!statements) throw new Error('the policy document has no Statement');
  const matching = [statements].flat().filter((statement) => {
    checkStatement(statement);
    return matches(statement.Action, action) && matches(statement.Resource, resource);
  });
  return matching.length > 0 && matching.every(({ Effect }) => Effect === 'Allow');
};

const checkStatement = (statement: Statement): void => {
  const { Effect, Action, Resource, Sid: _sid, ...others } = statement as Record<string, unknown>;
  const [unknown] = Object.keys(others);
  if (unknown) throw new Error(`not emulated: ${unknown} in an authorizer's policy`);
  if (Effect !== 'Allow' && Effect !== 'Deny') throw new Error(`the policy has the effect ${Effect}`);
  if (!Action || !Resource) throw new Error('a statement of the policy has no Action or no Resource');
};

const matches = (patterns: string | string[] = [], value: string): boolean =>
  [patterns].flat().some((pattern) => wildcard(pattern).test(value));

const wildcard = (pattern: string): RegExp => {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
};
