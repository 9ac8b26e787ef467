import { z } from 'zod';
import type { StackContext } from './stack-context.ts';

/** A resource as the template states it, its intrinsic functions carried out and its properties checked. */
export interface Declared<P> {
  id: string;
  type: string;
  properties: P;
  metadata: Record<string, unknown>;
}

/** What other resources see of a created one. */
export interface Created {
  /** The value of `Ref`. */
  ref: string;
  /** The values of `Fn::GetAtt`. */
  attributes?: Record<string, string>;
}

export interface ResourceType<P = unknown> {
  properties: z.ZodType<P>;
  create(resource: Declared<P>, context: StackContext): Promise<Created> | Created;
}

/** One type of resource: the properties that are emulated, nothing else, and what creating one does. */
export const resourceType = <P>(
  properties: z.ZodType<P>,
  create: (resource: Declared<P>, context: StackContext) => Promise<Created> | Created,
): ResourceType<P> => ({ properties, create });

/**
 * A property that is accepted and changes nothing on one machine: encryption, tracing, permissions, capacity and the like.
 * docs/local/stack.md says so once for all.
 */
export const withoutEffect = z.unknown().optional();
