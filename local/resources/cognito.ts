import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';

export const userPool = resourceType(
  z.strictObject({
    UserPoolName: z.string(),
    UsernameAttributes: z.array(z.string()).optional(),
    UsernameConfiguration: z.strictObject({ CaseSensitive: z.boolean() }).optional(),
    AutoVerifiedAttributes: z.array(z.string()).optional(),
    Policies: z.strictObject({ PasswordPolicy: z.record(z.string(), z.unknown()) }).optional(),
    AccountRecoverySetting: z.record(z.string(), z.unknown()).optional(),
    VerificationMessageTemplate: z.record(z.string(), z.string()).optional(),
    AdminCreateUserConfig: z.record(z.string(), z.unknown()).optional(),
    Schema: z.array(z.record(z.string(), z.unknown())).optional(),
    DeletionProtection: withoutEffect,
  }),
  async ({ id, properties }, { hostNames, region, services, endpoint }) => {
    const pool = await services.cognito.createUserPool({
      logicalId: id,
      name: properties.UserPoolName,
      usernameAttributes: properties.UsernameAttributes,
      usernameConfiguration: properties.UsernameConfiguration,
      autoVerifiedAttributes: properties.AutoVerifiedAttributes,
      policies: properties.Policies,
      accountRecoverySetting: properties.AccountRecoverySetting,
      verificationMessageTemplate: properties.VerificationMessageTemplate,
      adminCreateUserConfig: properties.AdminCreateUserConfig,
      schema: properties.Schema,
    } as Parameters<typeof services.cognito.createUserPool>[0]);
    hostNames.answer(`cognito-idp.${region}.amazonaws.com`, endpoint());
    return {
      ref: pool.id,
      attributes: { Arn: pool.arn, UserPoolId: pool.id, ProviderName: pool.providerName },
    };
  },
);

export const userPoolClient = resourceType(
  z.strictObject({
    UserPoolId: z.string(),
    ClientName: z.string(),
    ExplicitAuthFlows: z.array(z.string()).optional(),
    PreventUserExistenceErrors: z.enum(['ENABLED', 'LEGACY']).optional(),
    EnableTokenRevocation: z.boolean().optional(),
    IdTokenValidity: z.number().optional(),
    AccessTokenValidity: z.number().optional(),
    RefreshTokenValidity: z.number().optional(),
    TokenValidityUnits: z.record(z.string(), z.string()).optional(),
    GenerateSecret: z.boolean().optional(),
    WriteAttributes: z.array(z.string()).optional(),
  }),
  async ({ id, properties }, { services }) => {
    const client = await services.cognito.createUserPoolClient({
      logicalId: id,
      userPoolId: properties.UserPoolId,
      clientName: properties.ClientName,
      explicitAuthFlows: properties.ExplicitAuthFlows,
      preventUserExistenceErrors: properties.PreventUserExistenceErrors,
      enableTokenRevocation: properties.EnableTokenRevocation,
      idTokenValidity: properties.IdTokenValidity,
      accessTokenValidity: properties.AccessTokenValidity,
      refreshTokenValidity: properties.RefreshTokenValidity,
      tokenValidityUnits: properties.TokenValidityUnits,
      generateSecret: properties.GenerateSecret,
      writeAttributes: properties.WriteAttributes,
    } as Parameters<typeof services.cognito.createUserPoolClient>[0]);
    return { ref: client.id, attributes: { ClientId: client.id } };
  },
);

export const userPoolGroup = resourceType(
  z.strictObject({ UserPoolId: z.string(), GroupName: z.string(), Description: z.string().optional() }),
  async ({ properties: { UserPoolId, GroupName, Description } }, { services }) => {
    await services.cognito.createGroup({
      userPoolId: UserPoolId,
      groupName: GroupName,
      description: Description,
    });
    return { ref: GroupName };
  },
);
