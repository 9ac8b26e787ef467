import type { ResourceType } from '../deploy/resource-type.ts';
import * as amplify from './amplify.ts';
import { alarm } from './cloudwatch.ts';
import * as cognito from './cognito.ts';
import { customResource } from './custom-resource.ts';
import { table } from './dynamodb.ts';
import { rule } from './events.ts';
import * as iam from './iam.ts';
import * as lambda from './lambda.ts';
import { logGroup } from './logs.ts';
import * as redshift from './redshift-serverless.ts';
import { restApi } from './rest-api.ts';
import * as s3 from './s3.ts';
import * as scheduler from './scheduler.ts';
import * as sns from './sns.ts';
import * as sqs from './sqs.ts';
import { parameter } from './ssm.ts';
import { stateMachine } from './step-functions.ts';
import * as websocket from './websocket-api.ts';

/** The resource types that the local stack emulates; another one in the template is an error that names it. */
export const resourceTypes = {
  'AWS::Amplify::App': amplify.app,
  'AWS::Amplify::Branch': amplify.branch,
  'AWS::ApiGatewayV2::Api': websocket.api,
  'AWS::ApiGatewayV2::Authorizer': websocket.authorizer,
  'AWS::ApiGatewayV2::Integration': websocket.integration,
  'AWS::ApiGatewayV2::IntegrationResponse': websocket.integrationResponse,
  'AWS::ApiGatewayV2::Route': websocket.route,
  'AWS::ApiGatewayV2::RouteResponse': websocket.routeResponse,
  'AWS::ApiGatewayV2::Stage': websocket.stage,
  'AWS::CloudWatch::Alarm': alarm,
  'AWS::Cognito::UserPool': cognito.userPool,
  'AWS::Cognito::UserPoolClient': cognito.userPoolClient,
  'AWS::Cognito::UserPoolGroup': cognito.userPoolGroup,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::Rule': rule,
  'AWS::IAM::ManagedPolicy': iam.managedPolicy,
  'AWS::IAM::Role': iam.role,
  'AWS::IAM::RolePolicy': iam.rolePolicy,
  'AWS::Lambda::Permission': lambda.permission,
  'AWS::Logs::LogGroup': logGroup,
  'AWS::RedshiftServerless::Namespace': redshift.namespace,
  'AWS::RedshiftServerless::Workgroup': redshift.workgroup,
  'AWS::S3::Bucket': s3.bucket,
  'AWS::S3::BucketPolicy': s3.bucketPolicy,
  'AWS::SNS::Subscription': sns.topicSubscription,
  'AWS::SNS::Topic': sns.topic,
  'AWS::SQS::Queue': sqs.queue,
  'AWS::SQS::QueuePolicy': sqs.queuePolicy,
  'AWS::SSM::Parameter': parameter,
  'AWS::Scheduler::Schedule': scheduler.schedule,
  'AWS::Scheduler::ScheduleGroup': scheduler.scheduleGroup,
  'AWS::Serverless::Api': restApi,
  'AWS::Serverless::Function': lambda.serverlessFunction,
  'AWS::Serverless::LayerVersion': lambda.layerVersion,
  'AWS::Serverless::StateMachine': stateMachine,
  'Custom::*': customResource,
} as unknown as Record<string, ResourceType>;
