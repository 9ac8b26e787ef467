/**
 * A mapping template without logic: text in which only the named variables stand for something.
 * @param variables e.g. `context.requestId` for `$context.requestId`
 * @throws Error that names the first part that would need a template engine
 */
export const constantTemplate = <Name extends string>(
  where: string,
  template: string,
  variables: readonly Name[],
): ((values: Record<Name, string>) => string) => {
  const pattern = new RegExp(`\\$(?:\\{(${words(variables)})\\}|(${words(variables)})(?![\\w.]))`, 'g');
  const left = template.replace(pattern, '');
  const foreign = /\$!?\{?[\w.]+|#(?:[a-z]+|\{[a-z]+\}|#|\*)/i.exec(left);
  if (foreign) throw new Error(`not emulated: ${foreign[0]} in the template of ${where}`);
  return (values) => template.replace(pattern, (_all, braced, plain) => values[(braced ?? plain) as Name]);
};

const words = (variables: readonly string[]): string =>
  variables.map((name) => name.replaceAll('.', '\\.')).join('|') || '(?!)';
