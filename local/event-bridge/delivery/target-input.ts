import type { BusEvent } from '../event.ts';
import { atPath } from './json-path.ts';
import type { Target } from './target.ts';

/** The rule an event went through, and when it came in. */
export interface Passage {
  ruleArn: string;
  ruleName: string;
  ingestionTime: string;
}

/** What a target gets of an event: JSON, or text where a template makes no JSON. */
export const targetInput = (
  { input, inputPath, inputTransformer }: Target,
  event: BusEvent,
  passage: Passage,
): unknown => {
  if (input !== undefined) return JSON.parse(input);
  if (inputPath !== undefined) return atPath(event, inputPath) ?? null;
  if (!inputTransformer) return event;
  const { inputPathsMap = {}, inputTemplate } = inputTransformer;
  const values = new Map(Object.entries(inputPathsMap).map(([name, path]) => [name, atPath(event, path)]));
  const text = fill(inputTemplate, new Map([...values, ...reserved(event, passage)]));
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html */
const reserved = (event: BusEvent, { ruleArn, ruleName, ingestionTime }: Passage): [string, unknown][] => [
  ['aws.events.rule-arn', ruleArn],
  ['aws.events.rule-name', ruleName],
  ['aws.events.event.ingestion-time', ingestionTime],
  ['aws.events.event', event],
  ['aws.events.event.json', event],
];

/** Inside quotes a string goes in as it is, outside it gets quotes of its own; what is not there is empty or null. */
const fill = (template: string, values: Map<string, unknown>): string =>
  template.replace(/<([\w.-]+)>/g, (placeholder, name: string, at: number) => {
    if (!values.has(name)) return placeholder;
    const value = values.get(name);
    if (!insideQuotes(template, at)) return JSON.stringify(value ?? null);
    const text = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
    return JSON.stringify(text).slice(1, -1);
  });

const insideQuotes = (template: string, at: number): boolean =>
  (template.slice(0, at).match(/(?<!\\)"/g) ?? []).length % 2 === 1;
