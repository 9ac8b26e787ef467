import { join } from 'node:path';
import { z } from 'zod';
import { buildLayer, overlayLayers } from '../build/build-layer.ts';
import { bundleFunction } from '../build/bundle-function.ts';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';
import { roleArn } from './iam.ts';

/** Where `npm ci` puts the packages of the runtime layer. */
const installedPackages = ['layers/runtime/node_modules', 'node_modules'];

export const layerVersion = resourceType(
  z.strictObject({
    ContentUri: z.string(),
    CompatibleRuntimes: withoutEffect,
    CompatibleArchitectures: withoutEffect,
    Description: withoutEffect,
  }),
  async ({ id, properties, metadata }, context) => {
    const { account, artefactsDir, buildDir, layers, projectDir, region, say } = context;
    const { ContentUri: contentUri } = properties;
    const layer = await buildLayer({ id, metadata, contentUri, projectDir, buildDir, artefactsDir, say });
    // The version's name changes with its content, as SAM's logical id does, so that a custom resource sees it.
    const arn = `arn:aws:lambda:${region}:${account}:layer:${id}${layer.hash.slice(0, 10)}:1`;
    layers.set(arn, layer.folder);
    return { ref: arn };
  },
);

export const serverlessFunction = resourceType(
  z.strictObject({
    FunctionName: z.string().optional(),
    Description: withoutEffect,
    CodeUri: z.string(),
    Handler: z.string(),
    Runtime: z.string(),
    Architectures: withoutEffect,
    MemorySize: z.number(),
    Timeout: z.number(),
    Tracing: withoutEffect,
    Role: z.string().optional(),
    Policies: withoutEffect,
    Layers: z.array(z.string()).default([]),
    ReservedConcurrentExecutions: z.number().optional(),
    Environment: z.strictObject({ Variables: z.record(z.string(), z.unknown()) }).optional(),
    EventInvokeConfig: z
      .strictObject({
        MaximumRetryAttempts: z.number().optional(),
        DestinationConfig: z
          .strictObject({ OnFailure: z.strictObject({ Type: z.literal('SQS'), Destination: z.string() }) })
          .optional(),
      })
      .optional(),
  }),
  async ({ id, properties, metadata }, context) => {
    const { account, artefactsDir, buildDir, hostNames, layers, projectDir, services, stackName } = context;
    const name = properties.FunctionName ?? `${stackName}-${id}`;
    const opt = join(buildDir, 'opt', id);
    overlayLayers(
      properties.Layers.map((arn) => layers.get(arn) as string),
      opt,
    );
    const environment = Object.entries(properties.Environment?.Variables ?? {}).map(([key, value]) => [
      key,
      hostNames.localise(String(value)).replace(/^\/opt(?=\/|$)/, opt),
    ]);
    const { MaximumRetryAttempts, DestinationConfig } = properties.EventInvokeConfig ?? {};
    const onFailure = DestinationConfig?.OnFailure.Destination;
    const { arn } = services.lambda.createFunction({
      name,
      codeDir: await bundleFunction({
        id,
        metadata,
        codeUri: properties.CodeUri,
        projectDir,
        buildDir,
        artefactsDir,
      }),
      handler: properties.Handler,
      nodePath: artefactsDir ? [] : installedPackages.map((folder) => join(projectDir, folder)),
      layerDirs: [opt],
      environment: Object.fromEntries(environment),
      timeoutSeconds: properties.Timeout,
      memoryMb: properties.MemorySize,
      roleArn: properties.Role ?? roleArn(account, `${stackName}-${id}Role`),
      runtime: properties.Runtime,
      ...(properties.ReservedConcurrentExecutions !== undefined && {
        reservedConcurrency: properties.ReservedConcurrentExecutions,
      }),
      ...(onFailure && { onFailureQueueArn: onFailure }),
      ...(MaximumRetryAttempts !== undefined && { maximumRetryAttempts: MaximumRetryAttempts }),
    });
    return { ref: name, attributes: { Arn: arn } };
  },
);

export const permission = resourceType(
  z.strictObject({
    Action: z.literal('lambda:InvokeFunction'),
    FunctionName: z.string(),
    Principal: z.string(),
    SourceArn: withoutEffect,
  }),
  ({ id }) => ({ ref: id }),
);
