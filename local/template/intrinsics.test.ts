import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, NoValue, type Scope } from './intrinsics.ts';
import { readTemplate } from './read-template.ts';

const scope: Scope = {
  ref: (name) => ({ Table: 'runs', Stage: 'live', Nothing: NoValue })[name],
  attribute: (id, attribute) => `${id}/${attribute}`,
  condition: (name) => name === 'Yes',
};

const read = (yaml: string) => {
  const file = join(mkdtempSync(join(tmpdir(), 'template-')), 'template.yaml');
  writeFileSync(file, yaml);
  return readTemplate(file);
};

/** The value as a template would state it. */
const evaluated = (yaml: string): unknown =>
  evaluate(
    read(`Resources:\n  X:\n    Type: T\n    Properties:\n      Value: ${yaml}`).Resources.X?.Properties
      ?.Value,
    scope,
  );

describe('an intrinsic function of the template', () => {
  it.each([
    ['!Ref Table', 'runs'],
    ['{ Ref: Table }', 'runs'],
    ['!GetAtt Role.Arn', 'Role/Arn'],
    ['!GetAtt Workgroup.Workgroup.WorkgroupName', 'Workgroup/Workgroup.WorkgroupName'],
    ['!Sub "${Table}-${Role.Arn}-${!aws:userid}"', 'runs-Role/Arn-${aws:userid}'],
    ['!Sub ["${a}/${Stage}", { a: !Ref Table }]', 'runs/live'],
    ['!If [Yes, a, b]', 'a'],
    ['!If [No, !Ref Missing, b]', 'b'],
    ['!Equals [!Ref Stage, live]', true],
    ['!Not [!Condition Yes]', false],
    ['!And [!Condition Yes, !Condition No]', false],
    ['!Or [!Condition Yes, !Condition No]', true],
    ['!Contains [[a, b], b]', true],
    ['!Join ["-", [a, !Ref Stage]]', 'a-live'],
    ['!Select [1, !Split ["/", a/b]]', 'b'],
    ['[a, !Ref Nothing, b]', ['a', 'b']],
    ['{ a: 1, b: !Ref Nothing }', { a: 1 }],
    ['{ Condition: { Bool: { a: "false" } } }', { Condition: { Bool: { a: 'false' } } }],
  ])('%s', (yaml, expected) => {
    expect(evaluated(yaml)).toEqual(expected);
  });

  it('is refused by name when it is not emulated', () => {
    expect(() => evaluated('{ "Fn::ImportValue": a }')).toThrow('not emulated: Fn::ImportValue');
    expect(() => evaluated('!ImportValue a')).toThrow('!ImportValue');
  });
});

describe('a template', () => {
  it('is refused for a section or an attribute that is not emulated, by name', () => {
    expect(() => read('Mappings: {}')).toThrow('not emulated: Mappings in the template');
    expect(() => read('Resources: { X: { Type: T, CreationPolicy: {} } }')).toThrow(
      'not emulated: CreationPolicy in Resources.X',
    );
  });
});
