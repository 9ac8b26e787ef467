/** A service as Step Functions and as the JavaScript SDK name it. */
export interface SdkService {
  /** npm package of the client. */
  client: string;
  /**
   * Prefix of error names, e.g. `RedshiftData` in `RedshiftData.ValidationException`; doubled with `Exception` it names
   * every error that the service's model does not list.
   */
  prefix: string;
  /** Further settings of the client. */
  settings?: object;
}

/** Keys are the service names in `arn:aws:states:::aws-sdk:<service>:<operation>`. */
export const sdkServices: Record<string, SdkService> = {
  amplify: { client: '@aws-sdk/client-amplify', prefix: 'Amplify' },
  cognitoidentityprovider: {
    client: '@aws-sdk/client-cognito-identity-provider',
    prefix: 'CognitoIdentityProvider',
  },
  dynamodb: { client: '@aws-sdk/client-dynamodb', prefix: 'DynamoDb' },
  eventbridge: { client: '@aws-sdk/client-eventbridge', prefix: 'EventBridge' },
  lambda: { client: '@aws-sdk/client-lambda', prefix: 'Lambda' },
  redshiftdata: { client: '@aws-sdk/client-redshift-data', prefix: 'RedshiftData' },
  s3: { client: '@aws-sdk/client-s3', prefix: 'S3', settings: { forcePathStyle: true } },
  sfn: { client: '@aws-sdk/client-sfn', prefix: 'Sfn', settings: { disableHostPrefix: true } },
  sns: { client: '@aws-sdk/client-sns', prefix: 'Sns' },
  sqs: { client: '@aws-sdk/client-sqs', prefix: 'Sqs' },
  ssm: { client: '@aws-sdk/client-ssm', prefix: 'Ssm' },
};
