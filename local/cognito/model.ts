import type {
  AccountRecoverySettingType,
  AdminCreateUserConfigType,
  ExplicitAuthFlowsType,
  PasswordPolicyType,
  SchemaAttributeType,
  TokenValidityUnitsType,
  UserAttributeUpdateSettingsType,
  VerificationMessageTemplateType,
} from '@aws-sdk/client-cognito-identity-provider';

/** Properties of `AWS::Cognito::UserPool`, their first letter lower case, values as in the template. */
export interface UserPoolParameters {
  logicalId: string;
  name: string;
  policies?: { PasswordPolicy?: PasswordPolicyType };
  autoVerifiedAttributes?: string[];
  usernameAttributes?: string[];
  usernameConfiguration?: { CaseSensitive?: boolean };
  schema?: SchemaAttributeType[];
  adminCreateUserConfig?: AdminCreateUserConfigType;
  verificationMessageTemplate?: VerificationMessageTemplateType;
  accountRecoverySetting?: AccountRecoverySettingType;
  userAttributeUpdateSettings?: UserAttributeUpdateSettingsType;
  mfaConfiguration?: string;
  deletionProtection?: 'ACTIVE' | 'INACTIVE';
  userPoolTags?: Record<string, string>;
  userPoolTier?: string;
}

/** Properties of `AWS::Cognito::UserPoolClient`. Validities are in `tokenValidityUnits`, else hours (refresh: days). */
export interface UserPoolClientParameters {
  logicalId: string;
  userPoolId: string;
  clientName?: string;
  explicitAuthFlows?: ExplicitAuthFlowsType[];
  accessTokenValidity?: number;
  idTokenValidity?: number;
  refreshTokenValidity?: number;
  tokenValidityUnits?: TokenValidityUnitsType;
  enableTokenRevocation?: boolean;
  preventUserExistenceErrors?: 'ENABLED' | 'LEGACY';
  generateSecret?: boolean;
  /** What its users may write of themselves; every attribute when left out. */
  writeAttributes?: string[];
}

export interface GroupParameters {
  userPoolId: string;
  groupName: string;
  description?: string;
  precedence?: number;
}

/** One user pool with all it holds, as it is written to disk. Times are ISO 8601. */
export interface Pool {
  id: string;
  arn: string;
  parameters: UserPoolParameters;
  signingKey: { kid: string; privateKey: string };
  clients: Client[];
  groups: Group[];
  users: User[];
  signIns: SignIn[];
  createdAt: string;
  modifiedAt: string;
}

export interface Client {
  id: string;
  secret?: string;
  parameters: UserPoolClientParameters;
  createdAt: string;
  modifiedAt: string;
}

export interface Group {
  name: string;
  description?: string;
  precedence?: number;
  createdAt: string;
  modifiedAt: string;
}

export type UserStatus = 'UNCONFIRMED' | 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD';

export interface User {
  /** Equals `sub` in a pool whose user names are e-mail addresses. */
  username: string;
  /** `sub` included. */
  attributes: Record<string, string>;
  status: UserStatus;
  password: Verifier;
  /** Set while the password is one that an administrator chose. */
  temporaryPasswordExpiresAt?: string;
  groups: string[];
  codes: Partial<Record<CodePurpose, Code>>;
  createdAt: string;
  modifiedAt: string;
}

/** What the service keeps of a password: hex numbers of the SRP protocol. */
export interface Verifier {
  salt: string;
  verifier: string;
}

export type CodePurpose = 'signUp' | 'forgotPassword' | 'email';

export interface Code {
  code: string;
  expiresAt: string;
  /** The address that the code verifies, where it is not yet the user's. */
  email?: string;
}

/** One sign-in: every token that came of it names it in `event_id`. */
export interface SignIn {
  eventId: string;
  originJti: string;
  clientId: string;
  sub: string;
  /** SHA-256, hex. */
  refreshTokenHash: string;
  /** Epoch seconds. */
  authTime: number;
  expiresAt: string;
  revoked?: boolean;
}
