/**
 * The value of an environment variable that the template must set. Called when the function starts, so that a
 * wrong deployment fails at once and says which variable is missing.
 */
export const requireEnv = (name: string, environment: NodeJS.ProcessEnv = process.env): string => {
  const value = environment[name];
  if (value === undefined || value === '') throw new Error(`The environment variable ${name} is not set.`);
  return value;
};
