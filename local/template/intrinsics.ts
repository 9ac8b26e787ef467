import { TemplateError } from './read-template.ts';

/** What the intrinsic functions of a template look things up in. */
export interface Scope {
  /** A parameter, a pseudo parameter or a resource's `Ref`. */
  ref(name: string): unknown;
  attribute(resource: string, attribute: string): unknown;
  condition(name: string): boolean;
}

/** Stands for `AWS::NoValue`: the property or the item that holds it is left out. */
export const NoValue = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const list = (value: unknown, name: string): unknown[] => {
  if (!Array.isArray(value)) throw new TemplateError(`${name} expects a list`);
  return value;
};

const intrinsics: Record<string, Intrinsic> = {
  Ref: (name, scope) => scope.ref(String(name)),
  Condition: (name, scope) => scope.condition(String(name)),
  'Fn::GetAtt': (argument, scope) => {
    const [resource, ...attribute] = list(argument, 'Fn::GetAtt');
    return scope.attribute(String(resource), attribute.join('.'));
  },
  'Fn::Sub': (argument, scope) => {
    const [text, own] = Array.isArray(argument) ? argument : [argument, {}];
    return substitute(String(text), evaluate(own, scope) as Record<string, unknown>, scope);
  },
  // The branch not taken may name resources that do not exist.
  'Fn::If': (argument, scope) => {
    const [condition, then, otherwise] = list(argument, 'Fn::If');
    return evaluate(scope.condition(String(condition)) ? then : otherwise, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(evaluate(argument, scope), 'Fn::Equals');
    return String(left) === String(right);
  },
  'Fn::Not': (argument, scope) => !list(evaluate(argument, scope), 'Fn::Not')[0],
  'Fn::And': (argument, scope) => list(evaluate(argument, scope), 'Fn::And').every(Boolean),
  'Fn::Or': (argument, scope) => list(evaluate(argument, scope), 'Fn::Or').some(Boolean),
  'Fn::Contains': (argument, scope) => {
    const [values, value] = list(evaluate(argument, scope), 'Fn::Contains');
    return list(values, 'Fn::Contains').includes(value);
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(evaluate(argument, scope), 'Fn::Join');
    return list(parts, 'Fn::Join').join(String(separator));
  },
  'Fn::Select': (argument, scope) => {
    const [index, values] = list(evaluate(argument, scope), 'Fn::Select');
    return list(values, 'Fn::Select')[Number(index)];
  },
  'Fn::Split': (argument, scope) => {
    const [separator, text] = list(evaluate(argument, scope), 'Fn::Split');
    return String(text).split(String(separator));
  },
};

/** `${Name}`, `${Name.Attribute}`; `${!Literal}` stays `${Literal}`. */
const substitute = (text: string, own: Record<string, unknown>, scope: Scope): string =>
  text.replace(/\$\{([^}]+)\}/g, (_whole, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (Object.hasOwn(own, name)) return String(own[name]);
    const dot = name.indexOf('.');
    return String(dot < 0 ? scope.ref(name) : scope.attribute(name.slice(0, dot), name.slice(dot + 1)));
  });

/**
 * The value with every intrinsic function carried out.
 * @throws TemplateError for a function that is not emulated, by name
 */
export const evaluate = (value: unknown, scope: Scope): unknown => {
  if (Array.isArray(value))
    return value.map((item) => evaluate(item, scope)).filter((item) => item !== NoValue);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? [];
  if (entries.length === 1 && name && isIntrinsic(name, argument)) {
    const intrinsic = intrinsics[name];
    if (!intrinsic) throw new TemplateError(`not emulated: ${name}`);
    return intrinsic(argument, scope);
  }
  const evaluated = entries.map(([key, item]) => [key, evaluate(item, scope)] as const);
  return Object.fromEntries(evaluated.filter(([, item]) => item !== NoValue));
};

// `Condition` is also an ordinary key, of IAM statements, where it holds a map.
const isIntrinsic = (name: string, argument: unknown): boolean =>
  name === 'Ref' || name.startsWith('Fn::') || (name === 'Condition' && typeof argument === 'string');
