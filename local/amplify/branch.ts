import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ServiceError } from '../protocol/service-error.ts';
import type { Clock } from '../service.ts';
import { unpack } from './unpack.ts';

/** One deployment. Times are milliseconds since 1970. */
export interface Job {
  id: string;
  /** Where its archive may be put, as the last part of the upload URL. */
  uploadKey: string;
  status: 'CREATED' | 'RUNNING' | 'SUCCEED' | 'FAILED';
  startedAt: number;
  endedAt?: number;
  /** Why it failed. */
  reason?: string;
}

interface State {
  jobs: Job[];
  /** Job whose files are the site. */
  live?: string;
}

/** A branch of an app: its deployments and its site, kept in a folder over restarts. */
export class Branch {
  readonly #stateFile: string;
  #state: State;

  constructor(
    readonly name: string,
    readonly arn: string,
    readonly folder: string,
    readonly clock: Clock,
    readonly newId: () => string,
  ) {
    mkdirSync(folder, { recursive: true });
    this.#stateFile = join(folder, 'jobs.json');
    this.#state = existsSync(this.#stateFile)
      ? JSON.parse(readFileSync(this.#stateFile, 'utf8'))
      : { jobs: [] };
  }

  get jobs(): Job[] {
    return [...this.#state.jobs].reverse();
  }

  /** Folder of the published files, or undefined before the first deployment. */
  get site(): string | undefined {
    return this.#state.live && join(this.folder, `site-${this.#state.live}`);
  }

  /** Throws NotFoundException. */
  job(id: string): Job {
    const found = this.#state.jobs.find((job) => job.id === id);
    if (!found) throw new ServiceError('NotFoundException', `Job ${id} not found.`, 404);
    return found;
  }

  createDeployment(): Job {
    const last = Number(this.#state.jobs.at(-1)?.id ?? 0);
    const job: Job = {
      id: `${last + 1}`,
      uploadKey: this.newId(),
      status: 'CREATED',
      startedAt: this.#now(),
    };
    this.#state.jobs.push(job);
    this.#save();
    return job;
  }

  async upload(job: Job, archive: Buffer): Promise<void> {
    await writeFile(this.#archive(job), archive);
  }

  /** Publishes what was uploaded. A job that fails says why and leaves the site as it was. */
  async startDeployment(id: string): Promise<Job> {
    const job = this.job(id);
    if (job.status !== 'CREATED')
      throw new ServiceError('BadRequestException', `The deployment ${id} was started already.`);
    job.status = 'RUNNING';
    try {
      await this.#publish(job);
      job.status = 'SUCCEED';
    } catch (error) {
      job.status = 'FAILED';
      job.reason = (error as Error).message;
    }
    job.endedAt = this.#now();
    this.#save();
    return job;
  }

  async #publish(job: Job): Promise<void> {
    if (!existsSync(this.#archive(job))) throw new Error('no archive was uploaded');
    await unpack(readFileSync(this.#archive(job)), join(this.folder, `site-${job.id}`));
    const before = this.site;
    this.#state.live = job.id;
    this.#save();
    if (before) await rm(before, { recursive: true, force: true });
    await rm(this.#archive(job));
  }

  #archive({ id }: Job): string {
    return join(this.folder, `archive-${id}.zip`);
  }

  #save(): void {
    writeFileSync(this.#stateFile, JSON.stringify(this.#state, null, 2));
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}
