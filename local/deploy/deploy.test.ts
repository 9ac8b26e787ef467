import { z } from 'zod';
import type { Resource, Template } from '../template/read-template.ts';
import { deploy } from './deploy.ts';
import { createHostNames } from './host-names.ts';
import { resourceType } from './resource-type.ts';
import type { StackContext } from './stack-context.ts';

const setup = (template: Partial<Template>, parameters = {}) => {
  const order: string[] = [];
  const type = resourceType(
    z.strictObject({ Name: z.string().optional(), Of: z.unknown().optional() }),
    ({ id, properties }) => {
      order.push(id);
      return { ref: properties.Name ?? id, attributes: { Arn: `arn:${id}`, Of: String(properties.Of) } };
    },
  );
  const hostNames = createHostNames();
  const context = { account: '1', region: 'r', stackName: 's', hostNames } as StackContext;
  const empty = { Parameters: {}, Rules: {}, Conditions: {}, Globals: {}, Resources: {}, Outputs: {} };
  const types = { Thing: type as never, 'AWS::Serverless::Function': type as never };
  const run = () => deploy({ ...empty, ...template }, { parameters, types, context });
  return { run, order, hostNames };
};
const thing = (Properties: Record<string, unknown>, more: Partial<Resource> = {}): Resource => ({
  Type: 'Thing',
  Properties,
  ...more,
});

describe('a deployment', () => {
  it('creates each resource after those it refers to', async () => {
    const { run, order } = setup({
      Resources: {
        Last: thing({ Of: { 'Fn::Sub': '${Middle.Arn}' } }, { DependsOn: 'Other' }),
        Middle: thing({ Of: { Ref: 'First' } }),
        First: thing({}),
        Other: thing({}),
      },
    });
    const { resources } = await run();
    expect(order.indexOf('First')).toBeLessThan(order.indexOf('Middle'));
    expect(order.at(-1)).toBe('Last');
    expect(resources.Last?.attributes?.Of).toBe('arn:Middle');
  });

  it('leaves out what its condition excludes', async () => {
    const { run, order } = setup({
      Parameters: { Sample: { Type: 'String', Default: 'no' } },
      Conditions: { HasSample: { 'Fn::Equals': [{ Ref: 'Sample' }, 'yes'] } },
      Resources: { A: thing({}), B: thing({}, { Condition: 'HasSample' }) },
    });
    await run();
    expect(order).toEqual(['A']);
  });

  it('gives outputs with the addresses of this machine', async () => {
    const { run, hostNames } = setup({
      Outputs: { Url: { Value: { 'Fn::Sub': 'wss://a.${AWS::Region}.aws/live' } } },
    });
    hostNames.answer('a.r.aws', 'http://127.0.0.1:1/execute-api/a');
    expect((await run()).outputs).toEqual({ Url: 'ws://127.0.0.1:1/execute-api/a/live' });
  });

  it.each<[string, Partial<Template>, Record<string, string>, string]>([
    [
      'a resource type',
      { Resources: { A: { Type: 'AWS::No::Such' } } },
      {},
      'not emulated: resource type AWS::No::Such of A',
    ],
    [
      'a property',
      { Resources: { A: thing({ Colour: 1 }) } },
      {},
      'not emulated: Colour of A.Properties (Thing)',
    ],
    [
      'an ill-typed property',
      { Resources: { A: thing({ Name: 1 }) } },
      {},
      'A.Properties.Name (Thing): Invalid input',
    ],
    [
      'an attribute',
      { Resources: { A: thing({}), B: thing({ Of: { 'Fn::GetAtt': ['A', 'X'] } }) } },
      {},
      'attribute X of A',
    ],
    [
      'a circle',
      { Resources: { A: thing({ Of: { Ref: 'B' } }), B: thing({ Of: { Ref: 'A' } }) } },
      {},
      'circular dependency',
    ],
    [
      'a missing resource',
      { Resources: { A: thing({ Of: { Ref: 'B' } }) } },
      {},
      'refers to B, which does not exist',
    ],
    ['an unknown parameter', {}, { Size: '1' }, 'no parameter Size'],
    [
      'a parameter outside its values',
      { Parameters: { P: { Type: 'String', Default: 'a', AllowedValues: ['a'] } } },
      { P: 'b' },
      'parameter P is b; expected one of a',
    ],
    [
      'parameters that a rule forbids',
      {
        Rules: { R: { Assertions: [{ Assert: { 'Fn::Equals': ['a', 'b'] }, AssertDescription: 'a is b' }] } },
      },
      {},
      'a is b',
    ],
  ])('refuses %s by name', async (_what, template, parameters, message) => {
    await expect(setup(template, parameters).run()).rejects.toThrow(message);
  });

  it('refuses every unknown type before anything is created', async () => {
    const { run, order } = setup({ Resources: { A: thing({}), B: { Type: 'AWS::No::Such' } } });
    await expect(run()).rejects.toThrow();
    expect(order).toEqual([]);
  });
});
