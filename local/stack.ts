import { join } from 'node:path';
import { type Deployed, deploy } from './deploy/deploy.ts';
import { createFrontDoor } from './front-door.ts';
import { closeServer, listen } from './listen.ts';
import { createPageServer } from './page-server.ts';
import { createParts, type PartsOptions, place } from './parts.ts';
import { type LocalUser, people } from './people.ts';
import { resourceTypes } from './resources/index.ts';
import { openStateFolder } from './state-folder.ts';
import { readTemplate } from './template/read-template.ts';

export interface StackOptions extends PartsOptions {
  stateDir: string;
  /** 0 takes any free port. */
  pagePort: number;
  awsPort: number;
  /** Forget users, runs, tables and data first. */
  fresh: boolean;
  parameters: Record<string, string>;
}

/** What a program needs to use a running stack. */
export interface StackDescription {
  page: string;
  rest: string;
  websocket: string;
  aws: string;
  /** For who operates it: executions, statements, events, mail, logs. */
  console: string;
  region: string;
  userPoolId: string;
  userPoolClientId: string;
  /** The first of the users. */
  user: { email: string; password: string };
  users: LocalUser[];
}

export interface Stack {
  description: StackDescription;
  /** Ends every server, function and file of the stack. */
  close(): Promise<void>;
}

/**
 * Runs template.yaml on this machine: opens the ports, creates the resources, calls the custom resources.
 * @throws StartError for a taken port or folder; TemplateError for what the template asks and is not emulated
 */
export const startStack = async (options: StackOptions): Promise<Stack> => {
  const template = readTemplate(join(options.projectDir, 'template.yaml'));
  const state = openStateFolder(options.stateDir, options.fresh);
  const closing: (() => Promise<void> | void)[] = [() => state.release()];
  const close = async (): Promise<void> => {
    for (const step of closing.reverse()) await step();
  };
  try {
    const address = { aws: '', page: '' };
    const parts = await createParts(options, state, address);
    closing.push(...parts.services.map((service) => () => service.close?.()));

    const frontDoor = createFrontDoor(parts);
    address.aws = `http://127.0.0.1:${await listen(frontDoor, options.awsPort)}`;
    closing.push(() => closeServer(frontDoor));
    const page = createPageServer({ sites: parts.context.sites, origin: () => address.page });
    address.page = `http://localhost:${await listen(page, options.pagePort)}`;
    closing.push(() => closeServer(page));
    // First of all, while what $disconnect needs is still there.
    closing.push(() => parts.context.services.apiGateway.close?.());

    const later: (() => Promise<void> | void)[] = [];
    const context = {
      ...parts.context,
      afterwards: (action: () => Promise<void> | void) => void later.push(action),
    };
    context.hostNames.answer(`${place.region}.console.aws.amazon.com`, consoleOf(address));
    const deployed = await deploy(template, {
      parameters: options.parameters,
      types: resourceTypes,
      context,
    });
    for (const action of later) await action();
    const description = describe(deployed, address);
    const { userPoolId } = description;
    for (const person of people) await context.services.cognito.ensureUser({ userPoolId, ...person });
    context.services.scheduler.resume();
    context.services.stepFunctions.abortLeft();
    state.publish(description);
    parts.faults.begin();
    return { description, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Links into the AWS console lead here too. */
const consoleOf = ({ aws }: { aws: string }): string => `${aws}/console`;

const describe = ({ outputs }: Deployed, address: { aws: string; page: string }): StackDescription => ({
  page: address.page,
  rest: outputs.RestEndpoint ?? '',
  websocket: outputs.WebSocketEndpoint ?? '',
  aws: address.aws,
  console: consoleOf(address),
  region: place.region,
  userPoolId: outputs.UserPoolId ?? '',
  userPoolClientId: outputs.UserPoolClientId ?? '',
  user: { email: people[0].email, password: people[0].password },
  users: people,
});
