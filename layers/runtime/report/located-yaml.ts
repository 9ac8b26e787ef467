import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { Problem } from './problem.ts';

/** What YAML says, and where each of its values stands in the file. */
export interface LocatedYaml {
  value: unknown;
  /** The offset of the value at a path, or of the nearest one that holds it. */
  at: (path: PropertyKey[]) => number;
}

/** Reads YAML that begins at an offset of its file; `what` names it. Throws Problem. */
export function readYaml(yaml: string, start: number, what: string): LocatedYaml {
  const document = parseDocument(yaml, { lineCounter: new LineCounter(), prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new Problem(`${what} is not YAML: ${error.message}`, start + error.pos[0]);
  return {
    value: document.toJS(),
    at: (path) => {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return start + node.range[0];
      }
      return start;
    },
  };
}

/** What it says, held to a schema. Throws Problem for the first key that is wrong; `what` names the whole. */
export function readAs<T>(schema: z.ZodType<T>, { value, at }: LocatedYaml, what: string): T {
  const read = schema.safeParse(value ?? {});
  if (read.success) return read.data;
  const issue = read.error.issues[0] as z.core.$ZodIssue;
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...keys];
  const problem = keys.length > 0 ? 'is not a known key' : issue.message;
  throw new Problem(`${path.join('.') || what}: ${problem}`, at(path));
}
