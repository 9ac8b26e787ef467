import { readFileSync } from 'node:fs';
import { type CollectionTag, parseDocument, type ScalarTag, type Tags, YAMLMap, YAMLSeq } from 'yaml';

/** A CloudFormation template with its short tags spelt out: `!Ref x` is `{ Ref: 'x' }`, `!Sub x` is `{ 'Fn::Sub': 'x' }`. */
export interface Template {
  Transform?: string;
  Parameters: Record<string, Parameter>;
  Rules: Record<string, Rule>;
  Conditions: Record<string, unknown>;
  Globals: Record<string, Record<string, unknown>>;
  Resources: Record<string, Resource>;
  Outputs: Record<string, Output>;
}

export interface Parameter {
  Type: string;
  Default?: string | number;
  AllowedValues?: (string | number)[];
  AllowedPattern?: string;
}

export interface Rule {
  RuleCondition?: unknown;
  Assertions: { Assert: unknown; AssertDescription?: string }[];
}

export interface Resource {
  Type: string;
  Condition?: string;
  DependsOn?: string | string[];
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
  Metadata?: Record<string, unknown>;
  Properties?: Record<string, unknown>;
}

export interface Output {
  Description?: string;
  Value: unknown;
  Condition?: string;
}

/** The template cannot be run as it stands; the message names the place. */
export class TemplateError extends Error {
  override name = 'TemplateError';
}

const functions = [
  'Sub',
  'GetAtt',
  'If',
  'Equals',
  'Not',
  'And',
  'Or',
  'Join',
  'Select',
  'Split',
  'Contains',
];
const longName = (tag: string): string => (tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`);
const getAtt = (tag: string, value: unknown): unknown =>
  tag === 'GetAtt' && typeof value === 'string' ? splitOnce(value) : value;
const splitOnce = (text: string): [string, string] => {
  const dot = text.indexOf('.');
  return [text.slice(0, dot), text.slice(dot + 1)];
};

const tags: Tags = [...functions, 'Ref', 'Condition'].flatMap((tag): Tags => {
  const scalar: ScalarTag = {
    tag: `!${tag}`,
    resolve: (text) => ({ [longName(tag)]: getAtt(tag, text) }),
  };
  const sequence: CollectionTag = {
    tag: `!${tag}`,
    collection: 'seq',
    resolve: (node) => {
      const map = new YAMLMap();
      map.set(longName(tag), Object.assign(new YAMLSeq(), { items: (node as YAMLSeq).items }));
      return map;
    },
  };
  return [scalar, sequence];
});

const sections = [
  ...[
    'AWSTemplateFormatVersion',
    'Transform',
    'Description',
    'Metadata',
    'Parameters',
    'Rules',
    'Conditions',
  ],
  ...['Globals', 'Resources', 'Outputs'],
];
const resourceKeys = [
  'Type',
  'Condition',
  'DependsOn',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'Metadata',
  'Properties',
];

/**
 * Reads a SAM template.
 * @throws TemplateError for YAML that does not parse, an unknown tag, section or resource attribute
 */
export const readTemplate = (file: string): Template => {
  const document = parseDocument(readFileSync(file, 'utf8'), {
    customTags: tags,
    merge: true, // SAM reads YAML 1.1, which knows `<<`
    logLevel: 'silent',
  });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) throw new TemplateError(`${file}: ${problem.message}`);
  const template = document.toJS() as Record<string, unknown>;
  refuseUnknown(template, sections, 'the template');
  for (const [id, resource] of Object.entries((template.Resources ?? {}) as Record<string, object>))
    refuseUnknown(resource, resourceKeys, `Resources.${id}`);
  const empty = { Parameters: {}, Rules: {}, Conditions: {}, Globals: {}, Resources: {}, Outputs: {} };
  return { ...empty, ...template } as Template;
};

const refuseUnknown = (value: object, known: string[], where: string): void => {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown) throw new TemplateError(`not emulated: ${unknown} in ${where}`);
};
