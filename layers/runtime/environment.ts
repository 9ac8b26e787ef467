/**
 * The value of an environment variable that the template must set. Called when the function starts, so that a
 * wrong deployment fails at once and says which variable is missing.
 */
export const requireEnv = (name: string, environment: NodeJS.ProcessEnv = process.env): string => {
  const value = environment[name];
  if (value === undefined || value === '') throw new Error(`The environment variable ${name} is not set.`);
  return value;
};

/** The value of an environment variable that the template may leave empty. */
export const optionalEnv = (name: string, environment: NodeJS.ProcessEnv = process.env): string | undefined =>
  environment[name] || undefined;

/** The IANA time zone in an environment variable that the template must set. */
export const requireTimeZone = (name: string, environment: NodeJS.ProcessEnv = process.env): string => {
  const timeZone = requireEnv(name, environment);
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    throw new Error(`The environment variable ${name} is not an IANA time zone.`);
  }
};

/** The number in an environment variable that the template must set. */
export const requireNumber = (name: string, environment: NodeJS.ProcessEnv = process.env): number => {
  const value = Number(requireEnv(name, environment));
  if (!Number.isFinite(value)) throw new Error(`The environment variable ${name} is not a number.`);
  return value;
};
