import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';

/** Parameters of the template are text. */
const number = z.coerce.number();
const actions = z.array(z.string()).optional();

const metric = {
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).optional(),
};

/** An alarm has no effect here: nothing measures. What is not of the form that CloudWatch takes is refused all the same. */
export const alarm = resourceType(
  z.strictObject({
    AlarmName: z.string().optional(),
    AlarmDescription: z.string().optional(),
    ...z.strictObject(metric).partial().shape,
    Metrics: z
      .array(
        z.strictObject({
          Id: z.string().regex(/^[a-z]\w*$/),
          Label: z.string().optional(),
          Expression: z.string().optional(),
          MetricStat: z
            .strictObject({ Metric: z.strictObject(metric), Period: number, Stat: z.string() })
            .optional(),
          Period: number.optional(),
          ReturnData: z.boolean().optional(),
        }),
      )
      .optional(),
    Statistic: z.enum(['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum']).optional(),
    ExtendedStatistic: z.string().optional(),
    Unit: z.string().optional(),
    Period: number.optional(),
    EvaluationPeriods: number,
    DatapointsToAlarm: number.optional(),
    Threshold: number.optional(),
    ComparisonOperator: z.enum([
      'GreaterThanOrEqualToThreshold',
      'GreaterThanThreshold',
      'LessThanThreshold',
      'LessThanOrEqualToThreshold',
    ]),
    TreatMissingData: z.enum(['breaching', 'notBreaching', 'ignore', 'missing']).optional(),
    ActionsEnabled: z.boolean().optional(),
    AlarmActions: actions,
    OKActions: actions,
    InsufficientDataActions: actions,
    Tags: withoutEffect,
  }),
  ({ id, properties }, { account, region, stackName }) => {
    const name = properties.AlarmName ?? `${stackName}-${id}`;
    return { ref: name, attributes: { Arn: `arn:aws:cloudwatch:${region}:${account}:alarm:${name}` } };
  },
);
