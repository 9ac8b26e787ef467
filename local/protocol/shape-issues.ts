import type { ZodError } from 'zod';

/** What is wrong with the shape of an input. */
export interface ShapeIssues {
  /** The path of the first member that the shape does not know: `Content.Raw`. */
  unknown?: string;
  /** One for each thing, with its path. */
  messages: string[];
}

export const shapeIssues = ({ issues }: Pick<ZodError, 'issues'>): ShapeIssues => {
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  return {
    ...(unknown && { unknown: [...unknown.path, unknown.keys[0]].join('.') }),
    messages: issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  };
};
