import { z } from 'zod';

/** A client's own word for a run or a message: `topic`, `requestId`. It comes back as it is, so it is short. */
export const label = z.string().min(1).max(200);

/** The labels of a message, so far as it can be read and they are labels. */
export const labelsOf = (text: string | null | undefined): { requestId?: string; topic?: string } => {
  try {
    const { requestId, topic } = Object(JSON.parse(text ?? ''));
    return { ...(isLabel(requestId) && { requestId }), ...(isLabel(topic) && { topic }) };
  } catch {
    return {};
  }
};

export const isLabel = (value: unknown): value is string => label.safeParse(value).success;
