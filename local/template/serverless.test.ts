import type { Template } from './read-template.ts';
import { expandServerless } from './serverless.ts';

const expand = (template: Partial<Template>) =>
  expandServerless({
    Parameters: {},
    Rules: {},
    Conditions: {},
    Globals: {},
    Resources: {},
    Outputs: {},
    ...template,
  });

const api = (Properties: object) => ({
  Type: 'Api',
  Properties: { RestApiId: { Ref: 'Rest' }, ...Properties },
});

describe('the transform of serverless resources', () => {
  it('merges Globals as SAM does: maps merge, lists join, the rest is overridden', () => {
    const { Resources } = expand({
      Globals: { Function: { Timeout: 15, Layers: ['a'], Environment: { Variables: { A: '1', B: '2' } } } },
      Resources: {
        F: {
          Type: 'AWS::Serverless::Function',
          Properties: { Timeout: 60, Layers: ['b'], Environment: { Variables: { B: '3' } } },
        },
        T: { Type: 'AWS::DynamoDB::Table', Properties: {} },
      },
    });
    expect(Resources.F?.Properties).toEqual({
      Timeout: 60,
      Layers: ['a', 'b'],
      Environment: { Variables: { A: '1', B: '3' } },
    });
    expect(Resources.T?.Properties).toEqual({});
  });

  it('makes the events of functions routes of their API', () => {
    const { Resources } = expand({
      Resources: {
        Rest: { Type: 'AWS::Serverless::Api', Properties: {} },
        F: {
          Type: 'AWS::Serverless::Function',
          Properties: { Events: { Get: api({ Path: '/a', Method: 'get' }) } },
        },
      },
    });
    expect(Resources.F?.Properties).toEqual({});
    expect(Resources.Rest?.Properties?.Routes).toEqual([
      { Path: '/a', Method: 'GET', FunctionArn: { 'Fn::GetAtt': ['F', 'Arn'] } },
    ]);
  });

  it.each([
    ['an event type', { Type: 'S3', Properties: {} }, 'event type S3 of F.E'],
    ['a property of an event', api({ Path: '/a', Method: 'get', Colour: 1 }), 'Colour of event F.E'],
  ])('refuses %s that is not emulated, by name', (_what, event, message) => {
    const Resources = { F: { Type: 'AWS::Serverless::Function', Properties: { Events: { E: event } } } };
    expect(() => expand({ Resources })).toThrow(`not emulated: ${message}`);
  });
});
