import type { SourceFile } from './files-under.ts';

/** A name that cannot end the quotes it stands in. */
const SAFE = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * The script with `{{ name }}` replaced by the deployment's constants. COPY reads its address from a quoted text, where
 * nothing can be bound; so this alone is pasted, and only what has the form of a bucket's name.
 */
export function withConstants(
  { key, body }: Pick<SourceFile, 'key' | 'body'>,
  constants: Record<string, string>,
): string {
  return body.toString().replace(/\{\{(.*?)\}\}/g, (_placeholder, name: string) => {
    const value = Object.hasOwn(constants, name.trim()) ? constants[name.trim()] : undefined;
    if (value === undefined)
      throw new Error(
        `${key}: there is no constant ${name.trim()}, only ${Object.keys(constants).join(', ')}`,
      );
    if (!SAFE.test(value)) throw new Error(`${key}: ${JSON.stringify(value)} is not a bucket's name`);
    return value;
  });
}
