import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';

export const app = resourceType(
  z.strictObject({
    Name: z.string(),
    Platform: z.literal('WEB').optional(),
    CustomRules: z
      .array(z.strictObject({ Source: z.string(), Target: z.string(), Status: z.string().optional() }))
      .optional(),
    CustomHeaders: z.string().optional(),
    Description: withoutEffect,
  }),
  async ({ id, properties: { Name, CustomRules = [], CustomHeaders } }, { services }) => {
    const created = await services.amplify.createApp({
      logicalId: id,
      name: Name,
      customRules: CustomRules.map(({ Source, Target, Status }) => ({
        source: Source,
        target: Target,
        status: Status,
      })),
      ...(CustomHeaders && { customHeaders: CustomHeaders }),
    });
    const { appId, arn, defaultDomain } = created;
    return { ref: arn, attributes: { AppId: appId, AppName: Name, Arn: arn, DefaultDomain: defaultDomain } };
  },
);

export const branch = resourceType(
  z.strictObject({
    AppId: z.string(),
    BranchName: z.string(),
    EnableAutoBuild: z.literal(false, { error: 'expected false: there is no repository to build from' }),
  }),
  async ({ properties: { AppId, BranchName } }, { hostNames, pageOrigin, services, sites }) => {
    const { arn, defaultDomain } = await services.amplify.createBranch({
      appId: AppId,
      branchName: BranchName,
    });
    hostNames.answer(`${BranchName}.${defaultDomain}`, pageOrigin());
    const site = services.amplify.site(AppId, BranchName);
    // Custom headers, above all a Content-Security-Policy, name hosts of AWS that are answered here.
    sites.publish(async (request) => {
      const { headers = {}, ...answer } = await site(request);
      const local = Object.entries(headers).map(([name, value]) => [name, hostNames.localiseOrigins(value)]);
      return { ...answer, headers: Object.fromEntries(local) };
    });
    return { ref: arn, attributes: { Arn: arn, BranchName } };
  },
);
