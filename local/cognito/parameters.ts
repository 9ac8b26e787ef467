import { notEmulated } from '../protocol/service-error.ts';
import { invalidParameter } from './errors.ts';
import type { UserPoolClientParameters, UserPoolParameters } from './model.ts';

/** Refuses what a template may ask of a user pool and this emulator would silently not do. */
export const checkUserPool = (parameters: UserPoolParameters): void => {
  refuseOthers('AWS::Cognito::UserPool', parameters, userPoolProperties);
  for (const [property, refused] of poolRefusals(parameters)) {
    if (refused) throw notEmulated(`AWS::Cognito::UserPool ${property}`);
  }
};

const poolRefusals = (parameters: UserPoolParameters): [property: string, refused: boolean][] => {
  const { usernameAttributes = [], autoVerifiedAttributes = [], schema = [] } = parameters;
  const recovery = parameters.accountRecoverySetting?.RecoveryMechanisms ?? [];
  const types = schema.map(({ AttributeDataType = 'String' }) => AttributeDataType);
  return [
    ['UsernameAttributes other than email', usernameAttributes.some((name) => name !== 'email')],
    ['AutoVerifiedAttributes other than email', autoVerifiedAttributes.some((name) => name !== 'email')],
    [
      'with case-sensitive user names, the default: set UsernameConfiguration.CaseSensitive to false',
      parameters.usernameConfiguration?.CaseSensitive !== false,
    ],
    ['MfaConfiguration other than OFF', (parameters.mfaConfiguration ?? 'OFF') !== 'OFF'],
    ['PasswordHistorySize', (parameters.policies?.PasswordPolicy?.PasswordHistorySize ?? 0) > 0],
    ['AccountRecoverySetting by telephone', recovery.some(({ Name }) => Name === 'verified_phone_number')],
    [
      'confirmation by link',
      parameters.verificationMessageTemplate?.DefaultEmailOption === 'CONFIRM_WITH_LINK',
    ],
    ['Schema types other than String and Number', types.some((type) => !['String', 'Number'].includes(type))],
    ['DeveloperOnlyAttribute', schema.some(({ DeveloperOnlyAttribute }) => DeveloperOnlyAttribute === true)],
  ];
};

/** Refuses flows that are not emulated and token lifetimes that the service does not allow. */
export const checkUserPoolClient = (parameters: UserPoolClientParameters): void => {
  refuseOthers('AWS::Cognito::UserPoolClient', parameters, clientProperties);
  const flow = parameters.explicitAuthFlows?.find((name) => !flows.includes(name));
  if (flow) throw notEmulated(`AWS::Cognito::UserPoolClient ExplicitAuthFlows ${flow}`);
  checkLifetime('AccessTokenValidity', tokenSeconds(parameters, 'access'), 5 * 60, 24 * 3600);
  checkLifetime('IdTokenValidity', tokenSeconds(parameters, 'id'), 5 * 60, 24 * 3600);
  checkLifetime('RefreshTokenValidity', tokenSeconds(parameters, 'refresh'), 3600, 3650 * 24 * 3600);
};

const unitSeconds = { seconds: 1, minutes: 60, hours: 3600, days: 24 * 3600 };

/** How long a token of this client is valid, in seconds: by default an hour, a refresh token 30 days. */
export const tokenSeconds = (
  client: UserPoolClientParameters,
  token: 'access' | 'id' | 'refresh',
): number => {
  const units = client.tokenValidityUnits ?? {};
  if (token === 'refresh')
    return (client.refreshTokenValidity || 30) * unitSeconds[units.RefreshToken ?? 'days'];
  if (token === 'id') return (client.idTokenValidity ?? 1) * unitSeconds[units.IdToken ?? 'hours'];
  return (client.accessTokenValidity ?? 1) * unitSeconds[units.AccessToken ?? 'hours'];
};

const checkLifetime = (name: string, seconds: number, least: number, most: number) => {
  if (!(seconds >= least && seconds <= most))
    throw invalidParameter(`Invalid range for token validity: ${name} must be ${least} to ${most} seconds.`);
};

const refuseOthers = (type: string, parameters: object, known: string[]) => {
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && !known.includes(name))
      throw notEmulated(`${type} ${name[0]?.toUpperCase()}${name.slice(1)}`);
  }
};

const userPoolProperties: (keyof UserPoolParameters)[] = [
  'logicalId',
  'name',
  'policies',
  'autoVerifiedAttributes',
  'usernameAttributes',
  'usernameConfiguration',
  'schema',
  'adminCreateUserConfig',
  'verificationMessageTemplate',
  'accountRecoverySetting',
  'userAttributeUpdateSettings',
  'mfaConfiguration',
  'deletionProtection',
  'userPoolTags',
  'userPoolTier',
];

const clientProperties: (keyof UserPoolClientParameters)[] = [
  'logicalId',
  'userPoolId',
  'clientName',
  'explicitAuthFlows',
  'accessTokenValidity',
  'idTokenValidity',
  'refreshTokenValidity',
  'tokenValidityUnits',
  'enableTokenRevocation',
  'preventUserExistenceErrors',
  'generateSecret',
  'writeAttributes',
];

const flows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_PASSWORD_AUTH'];
