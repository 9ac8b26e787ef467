import { evaluate, type Scope } from '../template/intrinsics.ts';
import { type Template, TemplateError } from '../template/read-template.ts';

export type ParameterValues = Record<string, string>;

/**
 * The parameters' values: those given, else the template's defaults; checked as CloudFormation would.
 * @throws TemplateError for an unknown, missing or refused value, by the parameter's name
 */
export const parameterValues = (template: Template, given: ParameterValues): ParameterValues => {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(template.Parameters, name));
  if (unknown) throw new TemplateError(`the template has no parameter ${unknown}`);
  const values = Object.entries(template.Parameters).map(([name, parameter]) => {
    const value = given[name] ?? parameter.Default;
    if (value === undefined) throw new TemplateError(`parameter ${name} needs a value`);
    const { AllowedValues, AllowedPattern } = parameter;
    if (AllowedValues && !AllowedValues.map(String).includes(String(value)))
      throw new TemplateError(`parameter ${name} is ${value}; expected one of ${AllowedValues.join(', ')}`);
    if (AllowedPattern && !new RegExp(`^(?:${AllowedPattern})$`).test(String(value)))
      throw new TemplateError(`parameter ${name} is ${value}; expected ${AllowedPattern}`);
    return [name, String(value)];
  });
  return Object.fromEntries(values);
};

/** @throws TemplateError with the assertion's own words when a rule of the template refuses the parameters */
export const checkRules = (template: Template, scope: Scope): void => {
  for (const rule of Object.values(template.Rules)) {
    if (rule.RuleCondition !== undefined && !evaluate(rule.RuleCondition, scope)) continue;
    const failed = rule.Assertions.find(({ Assert }) => !evaluate(Assert, scope));
    if (failed)
      throw new TemplateError(failed.AssertDescription ?? 'a rule of the template refuses the parameters');
  }
};
