import { listAttributes } from './attributes.ts';
import type { Client, Group, Pool, User } from './model.ts';
import { passwordPolicy } from './passwords.ts';
import { revocable } from './sign-ins.ts';

/** Epoch seconds, the protocol's time. */
const seconds = (time: string): number => new Date(time).getTime() / 1000;

const times = ({ createdAt, modifiedAt }: { createdAt: string; modifiedAt: string }) => ({
  CreationDate: seconds(createdAt),
  LastModifiedDate: seconds(modifiedAt),
});

/** UserType; `attributes`, when given, are the only ones shown. */
export const describeUser = (user: User, attributes?: string[]) => ({
  ...describeAccount(user),
  Attributes: listAttributes(user).filter(({ Name = '' }) => !attributes || attributes.includes(Name)),
});

/** What AdminGetUser and UserType have in common. */
export const describeAccount = ({ username, status, createdAt, modifiedAt }: User) => ({
  Username: username,
  Enabled: true,
  UserStatus: status,
  UserCreateDate: seconds(createdAt),
  UserLastModifiedDate: seconds(modifiedAt),
});

/** GroupType. */
export const describeGroup = (pool: Pool, group: Group) => ({
  GroupName: group.name,
  UserPoolId: pool.id,
  Description: group.description,
  Precedence: group.precedence,
  ...times(group),
});

/** UserPoolDescriptionType, a row of ListUserPools. */
export const summarizePool = (pool: Pool) => ({
  Id: pool.id,
  Name: pool.parameters.name,
  LambdaConfig: {},
  ...times(pool),
});

/** UserPoolType. */
export const describePool = (pool: Pool) => {
  const { parameters } = pool;
  return {
    ...summarizePool(pool),
    Arn: pool.arn,
    Policies: { PasswordPolicy: passwordPolicy(pool) },
    DeletionProtection: parameters.deletionProtection ?? 'INACTIVE',
    AutoVerifiedAttributes: parameters.autoVerifiedAttributes,
    UsernameAttributes: parameters.usernameAttributes,
    UsernameConfiguration: parameters.usernameConfiguration,
    SchemaAttributes: parameters.schema,
    AdminCreateUserConfig: parameters.adminCreateUserConfig ?? { AllowAdminCreateUserOnly: false },
    VerificationMessageTemplate: parameters.verificationMessageTemplate,
    AccountRecoverySetting: parameters.accountRecoverySetting,
    UserAttributeUpdateSettings: parameters.userAttributeUpdateSettings,
    MfaConfiguration: 'OFF',
    EstimatedNumberOfUsers: pool.users.length,
    UserPoolTags: parameters.userPoolTags ?? {},
    UserPoolTier: parameters.userPoolTier,
  };
};

/** UserPoolClientType, its lifetimes as the template has them. */
export const describeClient = (pool: Pool, client: Client) => ({
  UserPoolId: pool.id,
  ClientId: client.id,
  ClientName: client.parameters.clientName,
  ClientSecret: client.secret,
  ExplicitAuthFlows: client.parameters.explicitAuthFlows,
  AccessTokenValidity: client.parameters.accessTokenValidity,
  IdTokenValidity: client.parameters.idTokenValidity,
  RefreshTokenValidity: client.parameters.refreshTokenValidity ?? 30,
  TokenValidityUnits: client.parameters.tokenValidityUnits ?? {},
  EnableTokenRevocation: revocable(client),
  PreventUserExistenceErrors: client.parameters.preventUserExistenceErrors ?? 'LEGACY',
  ...times(client),
});
