import { SdkCallError, SdkUnreachable } from './sdk-call-error.ts';
import { fromSdk, memberNames, operationSchemas, pascalCase, toSdk } from './sdk-schema.ts';
import { sdkServices } from './sdk-services.ts';

/** Calls any AWS service for a workflow. */
export interface SdkIntegrations {
  /**
   * @param service as in `aws-sdk:<service>:<operation>`
   * @param operation in camelCase
   * @param input in PascalCase
   * @returns the result in PascalCase, as JSON
   * @throws SdkCallError or SdkUnreachable
   */
  call(service: string, operation: string, input: unknown, roleArn: string): Promise<unknown>;
  /** Why a call could never be made, or undefined. `fields` are the names of the arguments, as far as they are known. */
  refusal(service: string, operation: string, fields: string[]): Promise<string | undefined>;
  /** Lets go of connections. */
  close?(): void;
}

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

export interface SdkOptions {
  /** Where every service answers; asked at each call, because the port is known only once it is open. */
  endpoint(): string;
  region: string;
  /** Keys that make the services see the role as the caller. */
  credentialsFor(roleArn: string): Credentials;
}

interface Client {
  send(command: unknown): Promise<unknown>;
  destroy(): void;
}

/** Integrations that go through the real SDK clients. */
export const sdkIntegrations = (options: SdkOptions): SdkIntegrations => {
  const clients = new Map<string, Client>();
  const clientFor = (service: string, module: ClientModule, roleArn: string): Client => {
    const key = `${service} ${roleArn}`;
    const client = clients.get(key) ?? newClient(module, service, options, roleArn);
    clients.set(key, client);
    return client;
  };
  return {
    refusal,
    async call(service, operation, input, roleArn) {
      const module = await load(service);
      const name = pascalCase(operation);
      const schemas = operationSchemas(module[`${name}$`]);
      const Command = module[`${name}Command`] as new (input: unknown) => unknown;
      try {
        const client = clientFor(service, module, roleArn);
        const output = await client.send(new Command(toSdk(schemas.input, input)));
        return await fromSdk(schemas.output, output);
      } catch (error) {
        throw describe(error, module);
      }
    },
    close: () => {
      for (const client of clients.values()) client.destroy();
    },
  };
};

type ClientModule = Record<string, unknown>;

const modules = new Map<string, Promise<ClientModule>>();

const load = async (service: string): Promise<ClientModule> => {
  const known = Object.hasOwn(sdkServices, service) ? sdkServices[service] : undefined;
  if (!known) throw new TypeError(`not emulated: arn:aws:states:::aws-sdk:${service}`);
  const module = modules.get(service) ?? import(known.client);
  modules.set(service, module);
  return module;
};

const refusal: SdkIntegrations['refusal'] = async (service, operation, fields) => {
  if (!Object.hasOwn(sdkServices, service)) return `not emulated: arn:aws:states:::aws-sdk:${service}`;
  const module = await load(service);
  const schema = module[`${pascalCase(operation)}$`];
  if (!module[`${pascalCase(operation)}Command`] || !schema) {
    return `not emulated: arn:aws:states:::aws-sdk:${service}:${operation}`;
  }
  const known = memberNames(operationSchemas(schema).input);
  const strange = fields.find((field) => !known.includes(field));
  return strange && `The field '${strange}' is not supported by Step Functions.`;
};

const newClient = (
  module: ClientModule,
  service: string,
  { endpoint, region, credentialsFor }: SdkOptions,
  roleArn: string,
): Client => {
  const name = Object.keys(module).find((key) => /^[A-Z]\w+Client$/.test(key));
  const Constructor = module[name ?? ''] as new (settings: object) => Client;
  return new Constructor({
    endpoint: endpoint(),
    region,
    credentials: credentialsFor(roleArn),
    maxAttempts: 1,
    ...sdkServices[service]?.settings,
  });
};

const describe = (error: unknown, module: ClientModule): unknown => {
  const { name, message, $metadata } = error as Error & { $metadata?: Metadata };
  if (error instanceof TypeError) return error;
  if (!$metadata?.httpStatusCode) return new SdkUnreachable(message || name);
  const modelled = typeof module[name] === 'function' && error instanceof (module[name] as new () => object);
  return new SdkCallError(message, name, modelled, $metadata.httpStatusCode, $metadata.requestId ?? '');
};

interface Metadata {
  httpStatusCode?: number;
  requestId?: string;
}
