import { createHash } from 'node:crypto';
import { ServiceError } from '../protocol/service-error.ts';
import type { Branch } from './branch.ts';
import type { HeaderRule } from './custom-headers.ts';
import type { CustomRule } from './custom-rules.ts';

export interface App {
  id: string;
  arn: string;
  name: string;
  customRules: CustomRule[];
  /** As written in the template. */
  customHeaders: string;
  headerRules: HeaderRule[];
  environmentVariables: Record<string, string>;
  createdAt: number;
  branches: Map<string, Branch>;
}

/** An app keeps its id, and so its folder, from one start to the next. */
export const appIdOf = (logicalId: string): string =>
  `d${BigInt(`0x${createHash('sha256').update(logicalId).digest('hex')}`)
    .toString(36)
    .slice(0, 13)}`;

export const defaultDomainOf = ({ id }: App): string => `${id}.amplifyapp.com`;

export class Apps {
  readonly #apps = new Map<string, App>();

  add(app: App): void {
    this.#apps.set(app.id, app);
  }

  all(): App[] {
    return [...this.#apps.values()];
  }

  /** Throws NotFoundException. */
  get(id: string): App {
    const app = this.#apps.get(id);
    if (!app) throw new ServiceError('NotFoundException', `App ${id} not found.`, 404);
    return app;
  }

  /** Throws NotFoundException. */
  branch(appId: string, name: string): Branch {
    const branch = this.get(appId).branches.get(name);
    if (!branch) throw new ServiceError('NotFoundException', `Branch ${name} not found.`, 404);
    return branch;
  }
}
